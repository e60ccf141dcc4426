/// What a handle lets other handles do at the same time.
///
/// Windows: `FILE_SHARE_*` in winnt.h, MS-FSA 2.1.5.1.2.2.
public struct ShareMode: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt32

    /// Makes a set of its bits.
    ///
    /// - Parameter rawValue: the bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Others may read; Windows: `FILE_SHARE_READ`.
    public static let read = ShareMode(rawValue: 1)
    /// Others may write; Windows: `FILE_SHARE_WRITE`.
    public static let write = ShareMode(rawValue: 2)
    /// Others may delete; Windows: `FILE_SHARE_DELETE`.
    public static let delete = ShareMode(rawValue: 4)

    /// What a handle with some rights does that others must share.
    ///
    /// - Parameter granted: the rights of the handle.
    /// - Returns: reading, writing and deleting data; attributes and descriptors are not shared.
    public static func needed(by granted: AccessMask) -> ShareMode {
        var mode: ShareMode = []
        if !granted.isDisjoint(with: [.fileReadData, .fileExecute]) { mode.insert(.read) }
        if !granted.isDisjoint(with: [.fileWriteData, .fileAppendData]) { mode.insert(.write) }
        if granted.contains(.delete) { mode.insert(.delete) }
        return mode
    }
}

extension FileRules {
    /// Whether a new handle gets along with those that are open.
    ///
    /// - Parameters:
    ///   - granted: the rights of the new handle.
    ///   - sharing: what the new handle shares.
    ///   - handles: the rights and share modes of the open handles.
    /// - Returns: success or a sharing violation.
    public static func share(
        _ granted: AccessMask, sharing: ShareMode, with handles: [(granted: AccessMask, sharing: ShareMode)]
    ) -> FileStatus {
        let needed = ShareMode.needed(by: granted)
        guard !needed.isEmpty else { return .success }
        for handle in handles {
            let present = ShareMode.needed(by: handle.granted)
            guard !present.isEmpty else { continue }
            guard needed.isSubset(of: handle.sharing), present.isSubset(of: sharing) else {
                return .sharingViolation
            }
        }
        return .success
    }
}
