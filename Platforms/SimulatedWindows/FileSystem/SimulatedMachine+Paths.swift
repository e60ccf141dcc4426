internal import WindowsSecurity

extension SimulatedMachine {
    /// How many links may lie on a path; Windows: 63 reparse points.
    private static var maximumLinks: Int { 63 }

    /// Follows a path to its file.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - followsLast: whether a link that has the last name is followed too.
    ///   - collectsWay: whether the descriptors on the way are wanted.
    ///   - process: who asks, when the path may lead into a share.
    /// - Returns: where the path leads.
    /// - Throws: `ERROR_PATH_NOT_FOUND`, `ERROR_BAD_NETPATH`, `ERROR_CANT_RESOLVE_FILENAME`, `ERROR_DIRECTORY`.
    func locate(
        _ path: FilePath, followsLast: Bool, collectsWay: Bool, for process: SimulatedProcess? = nil
    ) throws(Win32Error) -> FileLocation {
        var links = 0
        var rest = path
        var share: ShareAccess?
        while true {
            let start = try root(of: rest, &share, for: process)
            switch try walk(rest, from: start, &share, followsLast: followsLast, collectsWay: collectsWay) {
            case .found(var location):
                location.share = share
                return location
            case .link(let target):
                links += 1
                guard links <= Self.maximumLinks else { throw .cannotResolveFileName }
                rest = target
            }
        }
    }

    /// Where a path begins.
    private func root(
        of path: FilePath, _ share: inout ShareAccess?, for process: SimulatedProcess?
    ) throws(Win32Error) -> FileLocation {
        let root: FileReference
        switch path.root {
        case .drive(let letter):
            guard let volume = files.volume(letter) else { throw .pathNotFound }
            root = FileReference(volume: volume, record: Volume.root)
        case .share(let server, let name):
            (root, share) = try enterShare(server.text, name.text, for: process)
        case .device(let name): return try device(name)
        case .pipes: throw .fileNotFound
        }
        return FileLocation(
            directory: root, name: FileName(trusted: []), link: nil, file: root, stream: path.stream,
            descriptorsOnTheWay: [])
    }

    private enum Step {
        /// The end of the path.
        case found(FileLocation)
        /// A link on the way: where it leads with the rest of the path.
        case link(FilePath)
    }

    /// Goes down until the end or the first link.
    private func walk(
        _ path: FilePath, from start: FileLocation, _ share: inout ShareAccess?, followsLast: Bool, collectsWay: Bool
    ) throws(Win32Error) -> Step {
        var location = start
        let volume = start.directory.volume
        for (index, name) in path.components.enumerated() {
            guard let directory = location.file, files[directory].isDirectory else { throw .pathNotFound }
            if collectsWay { location.descriptorsOnTheWay.append(files.descriptor(of: directory)) }
            location.directory = directory
            location.name = name
            location.link = files.find(name.bytes, in: directory)
            location.file = location.link.map { files.file($0, on: volume) }
            let isLast = index == path.components.count - 1
            guard let file = location.file else {
                guard isLast else { throw .pathNotFound }
                break
            }
            guard files[file].attributes.contains(.reparsePoint), !isLast || followsLast else { continue }
            guard let point = files.content(of: file).reparse else { continue }
            let here = FilePath(root: path.root, components: Array(path.components.prefix(index)))
            var target = try FilePath(point.target, relativeTo: here)
            if case .junction = point, case .drive = target.root {
            } else if case .junction = point {
                throw .badNetworkPath
            }
            target.components += path.components.dropFirst(index + 1)
            target.stream = path.stream
            // A junction is followed by the server, a symbolic link by whoever asked it.
            if case .symbolicLink = point { share = nil }
            return .link(target)
        }
        return .found(location)
    }

    /// Follows the path a process names.
    func locate(
        _ text: String, for process: SimulatedProcess, followsLast: Bool = true
    ) throws(Win32Error) -> FileLocation {
        let path = try FilePath(text, relativeTo: process.workingDirectory)
        return try locate(
            path, followsLast: followsLast, collectsWay: !process.token.holds(.changeNotify), for: process)
    }

    /// A file as the rules see it.
    func object(_ file: FileReference) -> FileObject {
        let record = files[file]
        return FileObject(
            files.descriptors[record.descriptor], isDirectory: record.isDirectory,
            isEmpty: record.firstChild == FileRecord.none, isReadOnly: record.attributes.contains(.readOnly),
            isDeletePending: record.isDeletePending)
    }

    /// Whether a volume knows descriptors.
    func hasDescriptors(_ file: FileReference) -> Bool { files.volumes[Int(file.volume)].format != .exFAT }

    /// The rules for a token.
    func rules(_ token: AccessToken) -> FileRules { FileRules(token: token, questions: questions) }

    /// The error of a file rule that said no.
    static func error(_ status: FileStatus) -> Win32Error {
        switch status {
        case .success: Win32Error(rawValue: 0)
        case .accessDenied, .cannotDelete, .deletePending, .fileIsADirectory: .accessDenied
        case .privilegeNotHeld: .privilegeNotHeld
        case .directoryNotEmpty: .directoryNotEmpty
        case .objectNameCollision: .alreadyExists
        case .invalidOwner: .invalidOwner
        case .sharingViolation: .sharingViolation
        case .invalidSecurityDescriptor: .invalidSecurityDescriptor
        }
    }

    /// The check of a file's own list.
    private func check(of file: FileReference, token: AccessToken, desired: AccessMask) -> RecordedCheck {
        RecordedCheck(
            object: files.path(of: file).description, type: files[file].isDirectory ? .fileDirectory : .file,
            descriptor: files.descriptor(of: file), token: token,
            request: AccessRequest(desired, mapping: ObjectType.file.mapping, questions: questions))
    }

    /// Remembers which check of a file said no.
    mutating func noteRefusal(_ file: FileReference, token: AccessToken, desired: AccessMask) {
        refusal = check(of: file, token: token, desired: desired)
    }

    /// Remembers which check of a file said yes, when somebody listens.
    ///
    /// Where the file's own list does not grant all, its directory's does: NTFS lets who may list or delete there see attributes or delete.
    mutating func noteGrant(
        _ file: FileReference, in directory: FileReference? = nil, token: AccessToken, desired: AccessMask
    ) {
        guard grantedChecks != nil else { return }
        let own = check(of: file, token: token, desired: desired)
        grantedChecks?.append(own)
        guard !own.isGranted, let directory else { return }
        let right: AccessMask = desired.contains(.delete) ? .fileDeleteChild : .fileListDirectory
        let instead = check(of: directory, token: token, desired: right)
        grantedChecks?.append(instead)
    }
}
