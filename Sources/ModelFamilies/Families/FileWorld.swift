internal import WindowsSecurity

/// The files around an operation, as the family `ntfs_op` describes them.
struct FileWorld {
    let token: AccessToken
    let parent: SecurityDescriptor?
    let targetParent: SecurityDescriptor?
    let target: FileObject?
    let path: [SecurityDescriptor]
    let isDirectory: Bool
    /// The text of the file's descriptor, as it was given.
    let fileText: String?

    private let input: ModelInput

    init(_ input: ModelInput) throws(ModelInputError) {
        self.input = input
        token = try input.member("token").token()
        parent = try input.optional("parent_sd")?.descriptor()
        targetParent = try input.optional("target_parent_sd")?.descriptor()
        isDirectory = try input.flag("is_dir")
        fileText = try input.optional("file_sd")?.string()
        var path: [SecurityDescriptor] = []
        for ancestor in try input.optional("ancestors")?.elements() ?? [] { path.append(try ancestor.descriptor()) }
        // The way to the file leads through its directory as well, which matters where the way is told at all.
        if !path.isEmpty, let parent { path.append(parent) }
        self.path = path
        if let text = input.optional("target_sd") {
            target = FileObject(
                try text.descriptor(), isReadOnly: try input.strings("target_attributes").contains("READONLY"))
        } else {
            target = nil
        }
    }

    func needParent() throws(ModelInputError) -> SecurityDescriptor { try input.member("parent_sd").descriptor() }

    /// The file itself; one that is about to vanish needs no descriptor.
    func file() throws(ModelInputError) -> FileObject {
        let state = try input.optional("file_state")?.string() ?? ""
        let isPending = state.hasPrefix("delete pending")
        if isPending, fileText == nil { return FileObject(SecurityDescriptor(), isDeletePending: true) }
        return FileObject(
            try input.member("file_sd").descriptor(), isDirectory: isDirectory,
            isEmpty: try input.optional("dir_empty")?.bool() ?? true,
            isReadOnly: try input.strings("file_attributes").contains("READONLY"), isDeletePending: isPending)
    }
}
