extension HostPath {
    /// The longest path that system calls take, in bytes, without the terminating NUL; `PATH_MAX` in limits.h is 4096.
    public static let maximumLength = 4095

    /// Reads an absolute path; repeated and trailing separators and `.` components are dropped.
    ///
    /// - Parameter bytes: the path as the operating system would take it.
    /// - Throws: `HostPathError` when the path is empty, relative, too long, contains `..`, a control character, or is not
    ///   UTF-8.
    public init(_ bytes: some Sequence<UInt8>) throws(HostPathError) {
        try self.init(given: Array(bytes))
    }

    private init(given: [UInt8]) throws(HostPathError) {
        func refuse(_ reason: HostPathError.Reason) -> HostPathError { HostPathError(reason: reason, given: given) }
        guard let first = given.first else { throw refuse(.empty) }
        guard given.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw refuse(.controlCharacter) }
        do throws(UTF8.ValidationError) { _ = try UTF8Span(validating: given.span) } catch { throw refuse(.notUTF8) }
        guard first == HostPath.separator else { throw refuse(.relative) }
        guard given.count <= HostPath.maximumLength else { throw refuse(.tooLong) }
        var normal: [UInt8] = []
        normal.reserveCapacity(given.count)
        for component in given.split(separator: HostPath.separator) {
            if component.elementsEqual([UInt8(ascii: ".")]) { continue }
            guard !component.elementsEqual([UInt8(ascii: "."), UInt8(ascii: ".")]) else {
                throw refuse(.parentComponent)
            }
            normal.append(HostPath.separator)
            normal.append(contentsOf: component)
        }
        self.init(trusted: normal.isEmpty ? [HostPath.separator] : normal)
    }

    /// Reads an absolute path from text.
    ///
    /// - Parameter text: the path.
    /// - Throws: `HostPathError`, as for bytes.
    public init(_ text: String) throws(HostPathError) {
        try self.init(text.utf8)
    }

    /// The path of an entry of this directory.
    ///
    /// - Parameter name: one component, without separators.
    /// - Returns: the longer path.
    /// - Throws: `HostPathError` when the name is not one component of a path.
    public func appending(_ name: some Collection<UInt8>) throws(HostPathError) -> HostPath {
        try HostPath(bytes + [HostPath.separator] + name)
    }

    /// The path that `target` names for something in this directory: itself when absolute, else counted from here.
    ///
    /// `..` is taken lexically; a caller that cares about links compares the outcome with the canonical path.
    ///
    /// - Parameter target: the text of a symbolic link or of a git pointer.
    /// - Returns: the path meant.
    /// - Throws: `HostPathError` when the text cannot be a path.
    public func joining(_ target: some Sequence<UInt8>) throws(HostPathError) -> HostPath {
        let given = Array(target)
        guard let first = given.first else { throw HostPathError(reason: .empty, given: given) }
        var stack = first == HostPath.separator ? [] : components
        for component in given.split(separator: HostPath.separator) {
            if component.elementsEqual(".".utf8) { continue }
            if component.elementsEqual("..".utf8) {
                _ = stack.popLast()
            } else {
                stack.append(component)
            }
        }
        return try HostPath([HostPath.separator] + stack.joined(separator: [HostPath.separator]))
    }
}
