public import SandboxModel
internal import WindowsSecurity

/// What resolution asks of a host, answered by the machine; the system looks, so that nothing is refused.
extension SimulatedHost: HostFacts {
    /// The profile of the person.
    public var homeDirectories: [HostPath] {
        (try? HostPath(windows: machine.profile(of: userSID))).map { [$0] } ?? []
    }

    /// The directories of the sandbox itself.
    public var reservedDirectories: [HostPath] {
        [installation.configuration, installation.programs, installation.secrets].compactMap(path)
    }

    /// None: a command gets the person's own temporary directories when the policy grants them.
    public var temporaryDirectories: [HostPath] { [] }

    private func path(_ text: String) -> HostPath? {
        guard let path = try? FilePath(text) else { return nil }
        return try? HostPath(windows: path)
    }

    private func locate(_ path: HostPath, followsLast: Bool) -> FileLocation? {
        guard let file = try? FilePath(#"\\?\"# + path.windows) else { return nil }
        return try? machine.locate(file, followsLast: followsLast, collectsWay: false)
    }

    /// The directory of the sandbox's files.
    public var installationDirectory: HostPath? { path(installation.home).flatMap(canonical) }

    /// The path that a text names, when Win32 takes it for an absolute path on a drive.
    ///
    /// - Parameter text: a path as a program of Windows writes it, UTF-8.
    /// - Returns: the path in the model's form, `/C:/Users`; nothing for a relative one and for what is no path.
    public func absolutePath(_ text: [UInt8]) -> HostPath? { path(String(decoding: text, as: UTF8.self)) }

    /// The names in a directory.
    ///
    /// - Parameter directory: a directory's path.
    /// - Returns: the long names in UTF-8, in the order of the directory; nothing when there is no such directory.
    public func names(in directory: HostPath) -> [[UInt8]]? {
        guard let file = locate(directory, followsLast: true)?.file, machine.files[file].isDirectory else { return nil }
        return machine.files.entries(of: file).map(\.name.bytes)
    }

    /// NTFS compares names without regard to case.
    public var ignoresCase: Bool { true }

    /// The directories of the system and its programs.
    public var platformDirectories: [HostPath] {
        [#"C:\Windows"#, #"C:\Program Files"#, #"C:\Program Files (x86)"#, #"C:\ProgramData"#].compactMap(path)
            .compactMap(canonical)
    }

    /// Whether a path is the root of a drive.
    ///
    /// - Parameter path: a canonical path.
    /// - Returns: whether nothing of the same drive lies above.
    public func isVolume(_ path: HostPath) -> Bool { path.depth <= 1 }

    /// Whether the drive is NTFS.
    ///
    /// - Parameter path: a canonical path.
    /// - Returns: whether files there have security descriptors; yes where there is nothing yet.
    public func hasAccessLists(_ path: HostPath) -> Bool {
        locate(path, followsLast: true)?.file.map(machine.hasDescriptors) ?? true
    }

    /// Whether an entry for Everyone grants data, attributes or extended attributes to be written.
    ///
    /// - Parameter directory: a canonical path.
    /// - Returns: whether an entry grants it; nothing when there is no such directory.
    public func everybodyMayWrite(_ directory: HostPath) -> Bool? {
        guard let file = locate(directory, followsLast: true)?.file else { return nil }
        let writing = AccessMask(rawValue: 0x116)
        return machine.files.descriptor(of: file).dacl.list?.entries.contains {
            $0.type.isAllow && !$0.isInheritOnly && $0.trustee == .everyone
                && !ObjectType.file.mapping.map($0.mask).isDisjoint(with: writing)
        }
    }

    /// Whether the file has the attribute of system files.
    ///
    /// - Parameter path: a canonical path.
    /// - Returns: whether it has `FILE_ATTRIBUTE_SYSTEM`.
    public func isSystemFile(_ path: HostPath) -> Bool {
        locate(path, followsLast: true)?.file.map { machine.files[$0].attributes.contains(.system) } ?? false
    }

    /// What lies at a path, a link in the last component not followed.
    ///
    /// - Parameter path: any path.
    /// - Returns: the kind of object; every reparse point is a link.
    public func kind(of path: HostPath) -> PathKind {
        guard path != .root else { return .directory }
        guard let file = locate(path, followsLast: false)?.file else { return .missing }
        let attributes = machine.files[file].attributes
        if attributes.contains(.reparsePoint) { return .symbolicLink }
        return attributes.contains(.directory) ? .directory : .file
    }

    /// The path without links, in the case the names were made with.
    ///
    /// - Parameter path: any path.
    /// - Returns: a path without links, or nothing where there is no object.
    public func canonical(_ path: HostPath) -> HostPath? {
        guard path != .root else { return .root }
        guard let file = locate(path, followsLast: true)?.file else { return nil }
        return try? HostPath(windows: machine.files.path(of: file))
    }

    /// Where a link leads, in the model's form.
    ///
    /// - Parameter path: a link's path.
    /// - Returns: an absolute target as a path of the model, a relative one with `/` for `\`; nothing when it is no link.
    public func linkTarget(of path: HostPath) -> [UInt8]? {
        guard let file = locate(path, followsLast: false)?.file,
            let target = machine.files.content(of: file).reparse?.target
        else { return nil }
        if let absolute = self.path(target) { return absolute.bytes }
        return target.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    }

    /// The content of a small file.
    ///
    /// - Parameters:
    ///   - path: a file's path.
    ///   - limit: the greatest number of bytes wanted; a longer file gives nothing.
    /// - Returns: the content of the unnamed stream, or nothing.
    public func contents(of path: HostPath, limit: Int) -> [UInt8]? {
        guard let file = locate(path, followsLast: true)?.file, !machine.files[file].isDirectory else { return nil }
        let data = machine.files.content(of: file).data
        return data.count <= limit ? data : nil
    }
}
