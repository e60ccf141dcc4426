internal import ArgumentParser
internal import Foundation
internal import Scenarios

/// Ends a command with a message, in the form of the other commands.
enum Failure {
    /// Runs something and turns its errors into messages and exit codes.
    static func ending<Result>(_ action: () throws -> Result) throws -> Result {
        do {
            return try action()
        } catch let error as ScenarioFileError {
            throw end(ExitStatus.data, "\(error)")
        } catch let error as ReportError {
            throw end(ExitStatus.data, "\(error)")
        } catch let error as PerformerError {
            throw end(ExitStatus.unavailable, "\(error)")
        }
    }

    /// Prints a message; throw what is returned.
    static func end(_ code: ExitCode, _ message: String) -> ExitCode {
        FileHandle.standardError.write(Data("sallyport: \(message)\n".utf8))
        return code
    }
}
