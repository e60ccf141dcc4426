internal import SandboxModel

extension FileImage {
    /// The image as one line of words: `absent`, `file MODE OWNER GROUP HEX`, `link HEX`, `directory MODE OWNER GROUP`.
    var words: String {
        switch self {
        case .absent: "absent"
        case .file(let attributes, let content): "file \(attributes) \(Hexadecimal.text(content))"
        case .link(let target): "link \(Hexadecimal.text(target.utf8))"
        case .directory(let attributes): "directory \(attributes)"
        }
    }
}

extension BeforeImage {
    /// The images of several paths, one line each, in the order in which their effect names them.
    static func files(_ images: [FileImage]) -> BeforeImage {
        .content(Array(images.map { $0.words + "\n" }.joined().utf8))
    }
}
