/// The documented caller's guess, from a failed command's output, whether the sandbox denied it something.
///
/// The documented words are those of Unix. Windows' own "Access is denied." is none of them, so denials there look like ordinary failures.
enum DenialGuess {
    private static let words = [
        "operation not permitted", "permission denied", "read-only file system", "seccomp", "sandbox", "landlock",
        "failed to write file",
    ]
    /// The codes by which shells say that a command was misused, could not be run or was not found.
    private static let ordinaryCodes: Set<Int32> = [2, 126, 127]

    /// Whether a denial is likely.
    ///
    /// - Parameters:
    ///   - code: what the command ended with.
    ///   - output: what it wrote.
    /// - Returns: whether it failed, and its output has one of the documented words.
    static func isLikely(code: Int32, output: String) -> Bool {
        guard code != 0 else { return false }
        let text = output.lowercased()
        return words.contains(where: text.contains) && !ordinaryCodes.contains(code)
    }
}
