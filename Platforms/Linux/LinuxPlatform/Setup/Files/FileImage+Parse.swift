internal import SandboxModel

extension FileImage {
    /// Reads what `words` printed; total.
    init?(words: Substring) {
        let parts = words.split(separator: " ", omittingEmptySubsequences: false)
        switch (parts.first, parts.count) {
        case ("absent", 1): self = .absent
        case ("file", 5):
            guard let attributes = FileAttributes(mode: parts[1], owner: parts[2], group: parts[3]),
                let content = Hexadecimal.bytes(parts[4])
            else { return nil }
            self = .file(attributes, content: content)
        case ("link", 2):
            guard let bytes = Hexadecimal.bytes(parts[1]), let target = String(validating: bytes, as: UTF8.self)
            else { return nil }
            self = .link(target: target)
        case ("directory", 4):
            guard let attributes = FileAttributes(mode: parts[1], owner: parts[2], group: parts[3]) else { return nil }
            self = .directory(attributes)
        default: return nil
        }
    }
}

extension BeforeImage {
    /// Reads the images of several paths; total.
    ///
    /// - Parameter count: how many paths the effect names.
    /// - Returns: one image for each; all absent for `.absent`.
    /// - Throws: `.corruptImage` when the recorded text is not that many images.
    func files(_ count: Int) throws(SetupError) -> [FileImage] {
        switch self {
        case .absent: return [FileImage](repeating: .absent, count: count)
        case .existing: break
        case .content(let bytes):
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            let images = lines.compactMap { FileImage(words: $0) }
            if lines.count == count, images.count == count { return images }
        }
        throw SetupError(
            .corruptImage, action: "read", subject: "the recorded before-image",
            detail: "it is not that of \(count) files", remedy: "restore \(InstallationPaths.journal) from a backup")
    }
}
