internal import CLinux
internal import Glibc

/// An absolute path in plain form: no empty, `.` or `..` component.
struct RootPath: Hashable, Sendable {
    /// The path; `/` alone ends with a slash.
    let text: String

    /// Checks a path.
    init(_ text: String) throws(GrantError) {
        let components = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
        let isPlain =
            text == "/"
            || components.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
        guard text.utf8.first == UInt8(ascii: "/"), isPlain, !text.utf8.contains(0) else {
            throw GrantError(.invalidPath, "use the path", text)
        }
        self.text = text
    }

    /// The components from the root of the file system.
    var components: [Substring] { text.split(separator: "/") }

    /// The path without a slash at the end, as bytes.
    var bytes: [UInt8] { text == "/" ? [] : Array(text.utf8) }

    /// The rest of a path below this one as bytes, or nothing when it lies elsewhere.
    func rest(of path: String) -> [UInt8]? {
        let prefix = bytes + [UInt8(ascii: "/")]
        let bytes = Array(path.utf8)
        guard bytes.starts(with: prefix), bytes.count > prefix.count else { return nil }
        return Array(bytes[prefix.count...])
    }

    /// Opens the directory; no component may be a symbolic link.
    func open() throws(GrantError) -> Int32 {
        let descriptor = unsafe sallyport_open_without_links(text, O_RDONLY | O_DIRECTORY | O_NONBLOCK)
        guard descriptor >= 0 else { throw GrantError(systemError: -descriptor, "open the directory", text) }
        return descriptor
    }
}
