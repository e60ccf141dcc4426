public import SandboxModel

extension HostPath {
    /// The path of a drive as the platform-neutral model writes it: `C:\a\b` is `/C:/a/b`.
    ///
    /// - Parameter path: a path on a drive.
    /// - Throws: `HostPathError` for a path that is on none, or that the model cannot write.
    public init(windows path: FilePath) throws(HostPathError) {
        guard case .drive(let letter) = path.root else {
            throw HostPathError(reason: .relative, given: Array(path.description.utf8))
        }
        var bytes: [UInt8] = [UInt8(ascii: "/"), letter, UInt8(ascii: ":")]
        for component in path.components { bytes += [UInt8(ascii: "/")] + component.bytes }
        try self.init(bytes)
    }

    /// The path as Windows writes it.
    public var windows: String {
        let text = components.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\\")
        return components.count == 1 ? text + "\\" : text
    }
}
