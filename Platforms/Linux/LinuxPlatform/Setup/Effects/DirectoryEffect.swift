internal import Glibc
internal import SandboxModel

/// A directory of root, made with the parents it lacks.
struct DirectoryEffect: LinuxEffect {
    let path: String

    /// What the image says: how many components were missing, or the attributes that the directory had.
    private enum Before {
        case missing(Int)
        case present(FileImage)
    }

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        switch try FileImage(path: path) {
        case .absent: return .absent
        case .directory(.publicDirectory): return .inForce
        case .directory(let attributes):
            return .drifted("\(path) is \(attributes), not \(FileAttributes.publicDirectory)")
        default: return .drifted("\(path) is not a directory")
        }
    }

    func capture() throws(SetupError) -> BeforeImage {
        switch try FileImage(path: path) {
        case .directory(.publicDirectory): return .existing
        case .directory(let attributes): return .files([.directory(attributes)])
        case .absent:
            var missing: [String] = []
            _ = try RootDirectory(onTheWayTo: path, missing: &missing)
            return .content(Array("missing \(missing.count)".utf8))
        default: throw conflict(path, "it is not a directory")
        }
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        var missing: [String] = []
        var directory = try RootDirectory(onTheWayTo: FileImage.parent(of: path), missing: &missing)
        for name in missing {
            try directory.makeDirectory(name, attributes: .publicDirectory)
            directory = try directory.directory(name)
        }
        try directory.makeDirectory(FileImage.name(of: path), attributes: .publicDirectory)
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        switch try before(image) {
        case .present(let image): try image.restore(path: path)
        case .missing(let count):
            var directory = path
            for level in 0..<count {
                guard try Self.removeIfEmpty(directory) else {
                    // A parent that others use by now is theirs; our own directory must not be left behind.
                    guard level == 0 else { return }
                    throw SetupError(
                        .systemCall, action: "remove", subject: path, detail: "it is not empty", errorNumber: ENOTEMPTY,
                        remedy: "something that setup did not make lies in it: move it away and run uninstall again")
                }
                directory = FileImage.parent(of: directory)
            }
        }
    }

    private static func removeIfEmpty(_ path: String) throws(SetupError) -> Bool {
        var missing: [String] = []
        let parent = try RootDirectory(onTheWayTo: FileImage.parent(of: path), missing: &missing)
        if !missing.isEmpty { return true }
        return try parent.removeDirectory(FileImage.name(of: path))
    }

    private func before(_ image: BeforeImage) throws(SetupError) -> Before {
        if case .content(let bytes) = image, let text = String(validating: bytes, as: UTF8.self) {
            let depth = path.split(separator: "/").count
            if text.hasPrefix("missing "), let count = Int(text.dropFirst("missing ".count)),
                (1...depth).contains(count)
            {
                return .missing(count)
            }
            if let first = try image.files(1).first { return .present(first) }
        }
        throw .corrupt(image)
    }
}
