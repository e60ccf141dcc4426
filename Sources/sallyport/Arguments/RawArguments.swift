import Glibc
import SandboxModel

/// The arguments and variables of this process as bytes; what follows `--` is never repaired into text.
enum RawArguments {
    /// Our own arguments: those before `--`, without the program's name.
    ///
    /// - Returns: the arguments as text.
    /// - Throws: `CommandFailure` when one is not UTF-8, because it could only name something else.
    static func own() throws(CommandFailure) -> [String] {
        var result: [String] = []
        for bytes in all.prefix(ownCount).dropFirst() {
            do throws(UTF8.ValidationError) {
                result.append(String(copying: try UTF8Span(validating: bytes.span)))
            } catch {
                throw CommandFailure(
                    .usage, "the argument \(PrintableText.quoted(bytes)) is not UTF-8",
                    remedy: "write it in UTF-8; only what follows '--' may be other bytes")
            }
        }
        return result
    }

    /// The command and its arguments: everything after the first `--`.
    static var command: [[UInt8]] { Array(all.dropFirst(ownCount + 1)) }

    /// Whether there is a `--`.
    static var hasSeparator: Bool { ownCount < all.count }

    /// The variables of this process, `NAME=VALUE`.
    static var environment: [[UInt8]] {
        var entries: [[UInt8]] = []
        var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = unsafe environ
        while let entry = unsafe next.pointee {
            unsafe entries.append(bytes(entry))
            unsafe next += 1
        }
        return entries
    }

    private static let all: [[UInt8]] = (0..<Int(CommandLine.argc)).compactMap { index in
        unsafe CommandLine.unsafeArgv[index].map { unsafe bytes($0) }
    }

    private static let ownCount = all.firstIndex { $0.elementsEqual("--".utf8) } ?? all.count

    private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
        unsafe UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
    }
}
