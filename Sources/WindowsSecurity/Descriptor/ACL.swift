/// An ordered list of entries; the order is the meaning.
///
/// Windows: `ACL`, an access control list, MS-DTYP 2.4.5.
public struct ACL: Hashable, Sendable {
    /// The entries in stored order.
    public var entries: [ACE]
    /// The revision byte when it was read from bytes; nothing when it follows from the entries.
    public var storedRevision: UInt8?
    /// Unused bytes behind the last entry, as found or as Windows leaves them.
    public var slack: Int

    /// Makes a list.
    ///
    /// - Parameters:
    ///   - entries: in the order in which they are to be evaluated.
    ///   - storedRevision: the revision byte to keep, or nothing.
    ///   - slack: the number of unused bytes behind the entries.
    public init(_ entries: [ACE] = [], storedRevision: UInt8? = nil, slack: Int = 0) {
        self.entries = entries
        self.storedRevision = storedRevision
        self.slack = slack
    }

    /// 4 (`ACL_REVISION_DS`) when an object entry is among the entries, else 2 (`ACL_REVISION`), unless stored.
    public var revision: UInt8 {
        storedRevision ?? (entries.contains { $0.type.isObject } ? 4 : 2)
    }
}

extension ACL: ExpressibleByArrayLiteral {
    /// Makes a list of its entries.
    ///
    /// - Parameter elements: the entries in their order.
    public init(arrayLiteral elements: ACE...) { self.init(elements) }
}
