/// An absolute path of a host, compared byte for byte.
///
/// `String` compares by canonical equivalence, so two different directories could count as one; a path therefore keeps
/// its bytes. It has no empty, `.` or `..` component, no control character and is UTF-8, so it can be shown to a person,
/// written into a line of a file, and compared by components.
public struct HostPath: Hashable, Sendable {
    /// The path's bytes: `/` alone, or `/` and a component, repeated.
    public let bytes: [UInt8]

    /// The file system's root.
    public static let root = HostPath(trusted: [HostPath.separator])

    /// The byte between two components.
    static let separator = UInt8(ascii: "/")

    /// Makes a path from bytes that are known to have the form.
    ///
    /// - Parameter bytes: the bytes of a normal absolute path.
    init(trusted bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The path for people.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The names from the root down; empty for the root itself.
    public var components: [ArraySlice<UInt8>] { bytes.split(separator: HostPath.separator) }

    /// The number of components.
    public var depth: Int { bytes.count == 1 ? 0 : bytes.count { $0 == HostPath.separator } }

    /// The last component, or nothing for the root.
    public var name: ArraySlice<UInt8>? { components.last }

    /// The directory that holds the path's last component, or nothing for the root.
    public var parent: HostPath? {
        guard bytes.count > 1, let last = bytes.lastIndex(of: HostPath.separator) else { return nil }
        return last == 0 ? .root : HostPath(trusted: Array(bytes[..<last]))
    }

    /// The paths above, nearest first, the root last.
    public var ancestors: [HostPath] {
        var result: [HostPath] = []
        var current = parent
        while let path = current {
            result.append(path)
            current = path.parent
        }
        return result
    }

    /// Whether the path is `other` or lies below it.
    ///
    /// - Parameter other: a directory's path.
    /// - Returns: whether every component of `other` begins this path.
    public func isWithin(_ other: HostPath) -> Bool {
        if other.bytes.count == 1 { return true }
        guard bytes.starts(with: other.bytes) else { return false }
        return bytes.count == other.bytes.count || bytes[other.bytes.count] == HostPath.separator
    }

    /// Whether one of the two paths contains the other.
    ///
    /// - Parameter other: another path.
    /// - Returns: whether the trees below the two paths have a common part.
    public func overlaps(_ other: HostPath) -> Bool { isWithin(other) || other.isWithin(self) }
}

extension HostPath: Comparable {
    /// Orders by components, so that a directory comes before what it holds and its tree stays together.
    public static func < (left: HostPath, right: HostPath) -> Bool {
        left.components.lexicographicallyPrecedes(right.components) { $0.lexicographicallyPrecedes($1) }
    }
}

extension HostPath: CustomStringConvertible {
    /// The path for people.
    public var description: String { text }
}
