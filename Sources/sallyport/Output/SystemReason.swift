import Glibc

/// The system's reasons in words; strerror(3).
enum SystemReason {
    /// The words for an error number.
    static func text(_ number: Int32) -> String {
        guard number != 0, let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
