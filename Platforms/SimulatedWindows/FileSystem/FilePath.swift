/// Where a file is, after Win32 has taken the text apart.
///
/// Windows: `RtlDosPathNameToNtPathName_U`, MS "Naming Files, Paths, and Namespaces".
public struct FilePath: Hashable, Sendable {
    /// What the components are counted from.
    public enum Root: Hashable, Sendable {
        /// A drive by its upper-case letter.
        case drive(UInt8)
        /// A share of a machine in the network.
        case share(server: FileName, name: FileName)
        /// A device without a file system, such as `NUL` or `PhysicalDrive0`.
        case device(FileName)
        /// The file system of named pipes.
        case pipes
    }

    /// What the components are counted from.
    public var root: Root
    /// The names from the root down.
    public var components: [FileName]
    /// The alternate stream, without `:$DATA`.
    public var stream: FileName?

    /// Makes a path of its parts.
    init(root: Root, components: [FileName], stream: FileName? = nil) {
        self.root = root
        self.components = components
        self.stream = stream
    }

    /// The directory that holds the last component, or the path itself when it is a root.
    public var parent: FilePath { FilePath(root: root, components: Array(components.dropLast())) }

    /// The path of an entry of this directory.
    ///
    /// - Parameter name: one component.
    /// - Returns: the longer path.
    public func appending(_ name: FileName) -> FilePath { FilePath(root: root, components: components + [name]) }
}

extension FilePath: CustomStringConvertible {
    /// The path as a person writes it.
    public var description: String {
        var text: String
        switch root {
        case .drive(let letter): text = "\(Character(Unicode.Scalar(letter))):"
        case .share(let server, let name): text = "\\\\\(server)\\\(name)"
        case .device(let name): text = "\\\\.\\\(name)"
        case .pipes: text = "\\\\.\\pipe"
        }
        for name in components { text += "\\" + name.text }
        if components.isEmpty, case .drive = root { text += "\\" }
        if let stream { text += ":" + stream.text }
        return text
    }
}
