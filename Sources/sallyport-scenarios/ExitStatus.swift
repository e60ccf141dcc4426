internal import ArgumentParser

/// The exit codes; sysexits.h, as the other commands use them.
enum ExitStatus {
    /// An expectation is not met, or a control fails.
    static let notAsExpected = ExitCode(1)
    /// A file does not hold what it should; `EX_DATAERR`.
    static let data = ExitCode(65)
    /// A platform cannot be used here; `EX_UNAVAILABLE`.
    static let unavailable = ExitCode(69)
    /// A report cannot be written; `EX_CANTCREAT`.
    static let creation = ExitCode(73)
    /// The standard output cannot be written; `EX_IOERR`.
    static let inputOutput = ExitCode(74)
}
