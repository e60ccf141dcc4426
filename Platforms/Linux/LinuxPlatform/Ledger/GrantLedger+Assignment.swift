internal import CLinux
public import SandboxModel
internal import WindowsSecurity

extension GrantLedger {
    /// The capability of a root, a new one when it has none inside the block.
    ///
    /// - Parameters:
    ///   - root: a canonical writable root.
    ///   - block: the group ids that the registry reserves for the user.
    /// - Returns: the capability with the lowest group id that was free.
    /// - Throws: `LedgerError` with `blockExhausted`, or when the kernel has no random bytes.
    public mutating func assign(
        _ root: HostPath, in block: Registry.Block
    ) throws(LedgerError) -> Assignment {
        if let known = roots[root] {
            if block.capabilities.contains(known.group) { return known }
            former.insert(FormerGrant(root: root, group: known.group))
        }
        let assignment = try newAssignment(in: block)
        roots[root] = assignment
        return assignment
    }

    /// The capability of commands without any writable root, a new one when there is none inside the block.
    ///
    /// - Parameter block: the group ids that the registry reserves for the user.
    /// - Returns: the capability.
    /// - Throws: `LedgerError` with `blockExhausted`, or when the kernel has no random bytes.
    public mutating func assignReadOnly(in block: Registry.Block) throws(LedgerError) -> Assignment {
        if let known = readOnly, block.capabilities.contains(known.group) { return known }
        let assignment = try newAssignment(in: block)
        readOnly = assignment
        return assignment
    }

    /// Forgets the capability of a root, whose group id becomes free.
    ///
    /// - Parameter root: a root whose grants were revoked.
    /// - Returns: the capability it had.
    @discardableResult
    public mutating func remove(_ root: HostPath) -> Assignment? { roots.removeValue(forKey: root) }

    private func newAssignment(in block: Registry.Block) throws(LedgerError) -> Assignment {
        let taken = Set(assignments.map(\.group)).union(former.map(\.group))
        guard let group = block.capabilities.first(where: { !taken.contains($0) }) else {
            throw LedgerError(.blockExhausted, "reserve a group id among \(block.capabilities.count)")
        }
        let known = Set(assignments.map(\.sid))
        while true {
            var words = [UInt32](repeating: 0, count: 4)
            let result = unsafe words.withUnsafeMutableBytes { bytes in
                unsafe bytes.baseAddress.map { unsafe sallyport_random($0, bytes.count) } ?? 0
            }
            guard result == 0 else { throw LedgerError(.system, "read random bytes", systemError: -result) }
            if let sid = CapabilitySID.capability(words), !known.contains(sid) {
                return Assignment(sid: sid, group: group)
            }
        }
    }
}
