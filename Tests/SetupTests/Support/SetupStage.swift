import Foundation
import KernelStage
import Testing

/// Runs scripts against the real setup binary on a stage.
enum SetupStage {
    /// Runs a script after the prelude and fails for every line that it marks with `FAILED`.
    ///
    /// - Parameters:
    ///   - script: the script; `$setup` is the binary, `snapshot`, `unchanged`, `expect` and `refused` are the prelude's.
    ///   - programs: further products for `/usr/local/bin`.
    ///   - hasPeer: whether a second machine is connected.
    ///   - timeLimit: seconds.
    /// - Returns: what the script printed.
    /// - Throws: when the stage cannot be built.
    @discardableResult
    static func run(
        _ script: String, programs: [String] = [], hasPeer: Bool = false, timeLimit: Int = 300
    ) throws -> StageResult {
        let stage = Stage(
            programs: ["sallyport-setup", "sallyport-command-runner"] + programs,
            files: ["prelude", "crashes", "tool-crashes"].map { "Tests/SetupTests/Support/\($0).sh" },
            hasPeer: hasPeer, timeLimit: timeLimit)
        let result = try stage.run(". /run/files/prelude.sh\n" + script)
        #expect(!result.standardOutput.contains("FAILED"), "\(result.standardOutput)")
        #expect(result.status == 0, "\(result.standardOutput)\(result.standardError)")
        return result
    }
}
