/// What the four generic rights mean for one type of object.
///
/// Windows: `GENERIC_MAPPING` in winnt.h, `MapGenericMask` in securitybaseapi.h.
public struct GenericMapping: Hashable, Sendable {
    /// What `GENERIC_READ` stands for.
    public var read: AccessMask
    /// What `GENERIC_WRITE` stands for.
    public var write: AccessMask
    /// What `GENERIC_EXECUTE` stands for.
    public var execute: AccessMask
    /// What `GENERIC_ALL` stands for.
    public var all: AccessMask

    /// Makes a mapping.
    ///
    /// - Parameters:
    ///   - read: what `GENERIC_READ` stands for.
    ///   - write: what `GENERIC_WRITE` stands for.
    ///   - execute: what `GENERIC_EXECUTE` stands for.
    ///   - all: what `GENERIC_ALL` stands for.
    public init(read: AccessMask, write: AccessMask, execute: AccessMask, all: AccessMask) {
        self.read = read
        self.write = write
        self.execute = execute
        self.all = all
    }

    init(_ read: UInt32, _ write: UInt32, _ execute: UInt32, _ all: UInt32) {
        self.init(
            read: AccessMask(rawValue: read), write: AccessMask(rawValue: write),
            execute: AccessMask(rawValue: execute), all: AccessMask(rawValue: all))
    }

    /// Replaces each generic bit by the rights it stands for; every other bit stays.
    ///
    /// Windows: `MapGenericMask`.
    ///
    /// - Parameter mask: the rights, generic or not.
    /// - Returns: the rights without generic bits.
    public func map(_ mask: AccessMask) -> AccessMask {
        var bits = mask.rawValue
        guard bits & AccessMask.generic.rawValue != 0 else { return mask }
        if mask.contains(.genericRead) { bits |= read.rawValue }
        if mask.contains(.genericWrite) { bits |= write.rawValue }
        if mask.contains(.genericExecute) { bits |= execute.rawValue }
        if mask.contains(.genericAll) { bits |= all.rawValue }
        return AccessMask(rawValue: bits & ~AccessMask.generic.rawValue)
    }

    /// The rights that count as writing for a write-restricted token.
    ///
    /// The standard rights that change an object, and whatever `GENERIC_WRITE` has that neither `GENERIC_READ` nor
    /// `GENERIC_EXECUTE` has. `FILE_DELETE_CHILD` is in none of them, so it is not among them.
    public var writeSet: AccessMask {
        let own = write.subtracting(read.union(execute))
        return own.union([.delete, .writeDACL, .writeOwner, .accessSystemSecurity])
    }
}
