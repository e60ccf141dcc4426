internal import JSON
internal import WindowsSecurity

extension ModelFamily {
    static func answerFileOpenCheck(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let rules = FileRules(token: try input.member("token").token())
        let decision = rules.open(
            FileObject(try input.member("sd").descriptor()), in: nil, desired: try input.member("desired").mask(),
            hasBackupIntent: try input.flag("backup_intent"))
        return .object([
            "status": .string(decision.status.rawValue), "granted": .string(decision.granted.description),
        ])
    }

    static func answerFileOperation(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let world = try FileWorld(try input.member("world"))
        let operation = try input.member("op")
        let kind = try operation.member("kind").string()
        let isWin32 = kind.first?.isUppercase ?? false && kind != "FileDispositionInformationEx"
        let decision = try decide(kind, operation: operation, world: world)
        var status = decision.status.rawValue
        // Win32 has one error for what the file system refuses in several ways.
        let merged: [FileStatus] = [.cannotDelete, .deletePending, .fileIsADirectory]
        if isWin32, merged.contains(decision.status) { status = "ERROR_ACCESS_DENIED" }
        var after = world.fileText
        if kind == "set_owner", decision.isSuccess {
            var changed = try world.file().descriptor
            changed.owner = try operation.member("owner").sid()
            after = changed.sddl(domain: anyDomain)
        }
        return .object([
            "ok": .bool(decision.isSuccess), "error": decision.isSuccess ? .null : .string(status),
            "granted": .string(decision.granted.description),
            "shares_sd": .bool(decision.isSuccess && ["hardlink", "CreateHardLink", "CreateHardLinkW"].contains(kind)),
            "file_sd_after": after.map { .string($0) } ?? .null,
        ])
    }

    private static func decide(
        _ kind: String, operation: ModelInput, world: FileWorld
    ) throws(ModelInputError) -> FileDecision {
        let rules = FileRules(token: world.token)
        let options = try operation.strings("options")
        switch kind {
        case "open":
            return rules.open(
                try world.file(), in: world.parent, path: world.path, desired: try desired(operation),
                hasBackupIntent: options.contains("FILE_OPEN_FOR_BACKUP_INTENT"),
                deletesOnClose: options.contains("FILE_DELETE_ON_CLOSE"),
                overwrites: try operation.optional("disposition")?.string().hasPrefix("FILE_OVERWRITE") ?? false)
        case "create":
            return rules.create(
                isDirectory: try operation.optional("is_dir")?.bool() ?? world.isDirectory, in: try world.needParent(),
                path: world.path, desired: try operation.optional("desired")?.mask() ?? [])
        case "CreateFile", "CreateFileW":
            return try createFile(operation, options: options, world: world, rules: rules)
        case "native_delete":
            return rules.delete(
                try world.file(), in: world.parent, path: world.path,
                desired: try operation.optional("desired")?.mask() ?? .delete)
        case "DeleteFile", "DeleteFileW":
            return rules.delete(try world.file(), in: world.parent, path: world.path)
        case "RemoveDirectory", "RemoveDirectoryW":
            return rules.delete(
                try world.file(), in: world.parent, path: world.path,
                desired: [.delete, .synchronize, .fileListDirectory])
        case "FileDispositionInformationEx":
            let flags = try operation.strings("flags")
            let ignores = flags.contains { $0.hasSuffix("IGNORE_READONLY_ATTRIBUTE") }
            let opened = rules.open(try world.file(), in: world.parent, path: world.path, desired: .delete)
            return opened.isSuccess ? rules.markForDeletion(try world.file(), ignoresReadOnly: ignores) : opened
        case "CreateDirectory", "CreateDirectoryW":
            return rules.create(isDirectory: true, in: try world.needParent(), path: world.path)
        case "native_rename", "rename", "MoveFile", "MoveFileEx", "MoveFileW", "MoveFileExW":
            return rules.rename(
                try world.file(), in: world.parent, path: world.path, to: try target(operation, world: world),
                replacing: world.target, replaces: try operation.flag("replace_if_exists"))
        case "hardlink", "CreateHardLink", "CreateHardLinkW":
            return rules.hardLink(
                try world.file(), in: world.parent, path: world.path, to: try target(operation, world: world))
        case "set_owner":
            return rules.setOwner(
                of: try world.file(), in: world.parent, path: world.path, to: try operation.member("owner").sid())
        default: throw operation.unusable("an unknown operation \(kind)")
        }
    }

    /// `CreateFile` adds the rights to wait for the handle and to read attributes, and to delete what goes with it.
    private static func createFile(
        _ operation: ModelInput, options: [String], world: FileWorld, rules: FileRules
    ) throws(ModelInputError) -> FileDecision {
        let flags = try options + operation.strings("flags")
        let deletesOnClose = flags.contains("FILE_FLAG_DELETE_ON_CLOSE")
        var desired = try desired(operation).union([.synchronize, .fileReadAttributes])
        if deletesOnClose { desired.insert(.delete) }
        let disposition = try operation.optional("disposition")?.string() ?? "OPEN_EXISTING"
        let creates = ["CREATE_NEW", "CREATE_ALWAYS", "OPEN_ALWAYS"].contains(disposition)
        if creates, world.fileText == nil {
            return rules.create(
                isDirectory: false, in: try world.needParent(), path: world.path, desired: desired)
        }
        if disposition == "CREATE_NEW" { return FileDecision(.objectNameCollision) }
        return rules.open(
            try world.file(), in: world.parent, path: world.path, desired: desired,
            hasBackupIntent: flags.contains("FILE_FLAG_BACKUP_SEMANTICS"), deletesOnClose: deletesOnClose,
            overwrites: ["CREATE_ALWAYS", "TRUNCATE_EXISTING"].contains(disposition))
    }

    private static func desired(_ operation: ModelInput) throws(ModelInputError) -> AccessMask {
        try operation.member("desired").mask()
    }

    /// The directory of the new name: the same, the other one of the world, or one given in place.
    private static func target(
        _ operation: ModelInput, world: FileWorld
    ) throws(ModelInputError) -> SecurityDescriptor? {
        guard let place = operation.optional("target_parent") else { return world.targetParent ?? world.parent }
        switch try place.string() {
        case "same": return world.parent
        case "other":
            guard let other = world.targetParent else { throw ModelInputError.missing("input.world.target_parent_sd") }
            return other
        default: return try place.descriptor()
        }
    }
}
