/// A program of the system that setup runs, by absolute path.
enum SystemTool: String, CaseIterable, Sendable {
    /// Makes a user; useradd(8).
    case useradd
    /// Changes a user; usermod(8).
    case usermod
    /// Removes a user; userdel(8).
    case userdel
    /// Makes a group; groupadd(8).
    case groupadd
    /// Removes a group; groupdel(8).
    case groupdel
    /// Adds and removes members of a group; gpasswd(1).
    case gpasswd
    /// Reads and replaces the firewall's rules; nft(8).
    case nft
    /// Asks for accounts wherever they are kept; getent(1).
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
