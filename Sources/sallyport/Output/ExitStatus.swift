/// The exit codes of our own errors; sysexits.h.
enum ExitStatus: Int32 {
    /// The command line is wrong; `EX_USAGE`.
    case usage = 64
    /// A file of ours does not hold what it should; `EX_DATAERR`.
    case data = 65
    /// Something named on the command line does not exist; `EX_NOINPUT`.
    case missing = 66
    /// Setup has not been run, or the kernel lacks something; `EX_UNAVAILABLE`.
    case unavailable = 69
    /// The runner failed in a way it should not; `EX_SOFTWARE`.
    case software = 70
    /// The operating system refused something; `EX_OSERR`.
    case system = 71
    /// A file could not be created; `EX_CANTCREAT`.
    case creation = 73
    /// Reading or writing failed; `EX_IOERR`.
    case inputOutput = 74
    /// A permission is missing; `EX_NOPERM`.
    case permission = 77
    /// The command exists but cannot be executed; as shells say it.
    case notExecutable = 126
    /// There is no such command; as shells say it.
    case notFound = 127
}
