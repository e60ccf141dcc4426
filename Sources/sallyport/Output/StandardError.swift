import Glibc
import SandboxModel

/// Notes and errors for the user; never for a program to read.
enum StandardError {
    /// How a text stands out.
    enum Mark: String {
        /// Something failed.
        case error = "31;1"
        /// Something is weaker than usual.
        case warning = "33;1"
        /// Something takes a while.
        case note = "2"
    }

    /// Whether a person reads it.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether it may be coloured: by <https://no-color.org>, and not on a terminal that says it is dumb (terminfo(5)).
    private static var hasColours: Bool {
        guard isTerminal, EnvironmentLookup.value(of: "NO_COLOR") ?? [] == [] else { return false }
        return EnvironmentLookup.value(of: "TERM") != Array("dumb".utf8)
    }

    /// Colours a text on a terminal that wants colours.
    static func marked(_ text: String, as mark: Mark) -> String {
        guard hasColours else { return text }
        return "\u{1B}[\(mark.rawValue)m\(text)\u{1B}[0m"
    }

    /// Writes a line with the program's name; names of files in it cannot speak to the terminal.
    static func note(_ text: String, as mark: Mark) {
        write(marked("sallyport: ", as: mark) + PrintableText.plain(text) + "\n")
    }

    /// Writes text; what cannot be written is lost.
    static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(count, 0))
        }
    }
}
