public import WindowsSecurity

/// Which capability stands for which writable root; the documented `cap_sid` file as a value.
///
/// One capability a root, so that entries left on a root by an earlier run grant nothing to a run that does not name it.
public struct CapabilityLedger: Hashable, Sendable {
    /// The capability of the read-only policy; nothing is ever granted to it.
    public private(set) var readOnly: SID?
    /// The capability of each root.
    public private(set) var roots: [HostPath: SID]

    /// Makes a ledger.
    ///
    /// - Parameters:
    ///   - readOnly: the capability of the read-only policy.
    ///   - roots: the capability of each root.
    public init(readOnly: SID? = nil, roots: [HostPath: SID] = [:]) {
        self.readOnly = readOnly
        self.roots = roots
    }

    /// The capability of a root, a new one when the root has none.
    ///
    /// - Parameters:
    ///   - root: a canonical writable root.
    ///   - generator: a cryptographically strong source.
    /// - Returns: the root's capability.
    public mutating func capability(for root: HostPath, using generator: inout some RandomNumberGenerator) -> SID {
        if let known = roots[root] { return known }
        let sid = CapabilitySID.random(using: &generator)
        roots[root] = sid
        return sid
    }

    /// The capability of the read-only policy, a new one when there is none.
    ///
    /// - Parameter generator: a cryptographically strong source.
    /// - Returns: the capability.
    public mutating func readOnlyCapability(using generator: inout some RandomNumberGenerator) -> SID {
        if let known = readOnly { return known }
        let sid = CapabilitySID.random(using: &generator)
        readOnly = sid
        return sid
    }

    /// The capabilities of a command, in the order of its restricting list: that of each root in path order, or the
    /// read-only one when there is no root.
    ///
    /// - Parameters:
    ///   - policy: a resolved policy.
    ///   - generator: a cryptographically strong source.
    /// - Returns: the root of each capability (nothing for the read-only one) and the capability.
    public mutating func capabilities(
        for policy: ResolvedPolicy, using generator: inout some RandomNumberGenerator
    ) -> [Capability] {
        if policy.writableRoots.isEmpty {
            return [Capability(root: nil, sid: readOnlyCapability(using: &generator))]
        }
        var capabilities: [Capability] = []
        for root in policy.writableRoots {
            capabilities.append(Capability(root: root, sid: capability(for: root, using: &generator)))
        }
        return capabilities
    }

    /// Forgets the capability of a root.
    ///
    /// - Parameter root: a canonical writable root.
    /// - Returns: the capability it had.
    @discardableResult
    public mutating func remove(_ root: HostPath) -> SID? {
        roots.removeValue(forKey: root)
    }
}
