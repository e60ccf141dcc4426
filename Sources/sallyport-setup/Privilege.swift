internal import Glibc
internal import SandboxModel

/// The right to change the machine.
enum Privilege {
    /// Refuses everybody but root (`geteuid(2)`).
    static func require() throws(SetupError) {
        guard geteuid() == 0 else {
            throw SetupError(
                .notPermitted, action: "administer", subject: "this machine",
                detail: "sallyport-setup runs as user \(geteuid()), and only root can do what it does",
                remedy: "run it with sudo")
        }
    }
}
