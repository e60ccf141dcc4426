internal import Foundation
internal import Glibc
internal import Scenarios

/// What the standard streams are connected to.
enum Terminal {
    /// Whether a stream is a terminal that understands control sequences.
    ///
    /// - Parameter descriptor: the stream.
    /// - Returns: whether it is.
    static func isCapable(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && variable("TERM") != "dumb"
    }

    /// How a stream may be used: colours on a terminal alone, and not when `NO_COLOR` is set.
    ///
    /// - Parameter descriptor: the stream.
    /// - Returns: the style.
    static func style(of descriptor: Int32) -> TerminalStyle {
        TerminalStyle(
            width: width(of: descriptor), usesColour: isCapable(descriptor) && variable("NO_COLOR") == nil)
    }

    /// How many characters a line has: as the terminal says, or `COLUMNS`, or 80.
    ///
    /// - Parameter descriptor: the stream.
    /// - Returns: the number.
    static func width(of descriptor: Int32) -> Int {
        var size = winsize()
        if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return variable("COLUMNS").flatMap { Int($0) } ?? 80
    }

    /// A variable that is set to something.
    static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
