/// A program of the system that setup runs, by absolute path.
enum SystemTool: String, CaseIterable, Sendable {
    case useradd
    case usermod
    case userdel
    case groupadd
    case groupdel
    case gpasswd
    case nft
    case getent

    /// Where the program lies (Filesystem Hierarchy Standard 3.0, 4.4 and 4.10).
    var path: String {
        switch self {
        case .useradd, .usermod, .userdel, .groupadd, .groupdel, .nft: "/usr/sbin/\(rawValue)"
        case .gpasswd, .getent: "/usr/bin/\(rawValue)"
        }
    }

    /// The Debian package that brings it.
    var package: String {
        switch self {
        case .useradd, .usermod, .userdel, .groupadd, .groupdel, .gpasswd: "passwd"
        case .nft: "nftables"
        case .getent: "libc-bin"
        }
    }
}
