internal import PosixSecurity

/// Judges lists, each distinct pair once: a tree has many entries and few different lists.
struct VerdictMemo {
    private let rules: GrantRules
    private var byMode: [ListsVerdict?] = []
    private var byLists: [[UInt8]: ListsVerdict] = [:]
    private var lastKey: [UInt8] = []
    private var lastVerdict: ListsVerdict?

    /// Makes an empty memo.
    init(rules: GrantRules) {
        self.rules = rules
    }

    /// The verdict on a file without a list.
    mutating func file(_ purpose: EntryPurpose, mode: UInt32) -> ListsVerdict {
        // A tree that was granted has a list on every file, and needs no room for these.
        if byMode.isEmpty { byMode = Array(repeating: nil, count: EntryPurpose.allCases.count << 9) }
        let index = purpose.rawValue << 9 | Int(mode & 0o777)
        if let known = byMode[index] { return known }
        let lists = AccessLists(access: AccessControlList(mode: mode))
        let verdict = judge(purpose, lists, isDirectory: false, isRoot: false)
        byMode[index] = verdict
        return verdict
    }

    /// The verdict on a file with a list.
    mutating func file(_ purpose: EntryPurpose, access: UnsafeRawBufferPointer) -> ListsVerdict {
        if let verdict = lastVerdict, unsafe matchesLast(purpose, access) { return verdict }
        let key = unsafe [UInt8(truncatingIfNeeded: purpose.rawValue)] + access
        let verdict: ListsVerdict
        if let known = byLists[key] {
            verdict = known
        } else {
            verdict =
                Self.lists(access: Array(key.dropFirst()), inherited: nil, mode: 0).map {
                    judge(purpose, $0, isDirectory: false, isRoot: false)
                } ?? .omitted(.malformedList)
            remember(verdict, for: key)
        }
        lastKey = key
        lastVerdict = verdict
        return verdict
    }

    /// The verdict on a directory.
    mutating func directory(
        _ purpose: EntryPurpose, mode: UInt32, access: [UInt8]?, inherited: [UInt8]?, isRoot: Bool
    ) -> ListsVerdict {
        var key = [
            0x80 | UInt8(truncatingIfNeeded: purpose.rawValue), isRoot ? 1 : 0,
            UInt8(truncatingIfNeeded: mode >> 6 & 7),
            UInt8(truncatingIfNeeded: mode & 0o77), access == nil ? 0 : 1, inherited == nil ? 0 : 1,
            UInt8(truncatingIfNeeded: (access?.count ?? 0) >> 8), UInt8(truncatingIfNeeded: access?.count ?? 0),
        ]
        key += access ?? []
        key += inherited ?? []
        if let known = byLists[key] { return known }
        let verdict =
            Self.lists(access: access, inherited: inherited, mode: mode).map {
                judge(purpose, $0, isDirectory: true, isRoot: isRoot)
            } ?? .omitted(.malformedList)
        remember(verdict, for: key)
        return verdict
    }

    /// The lists out of the values of the extended attributes, or nothing when one is malformed.
    static func lists(access: [UInt8]?, inherited: [UInt8]?, mode: UInt32) -> AccessLists? {
        do throws(ExtendedAttributeError) {
            var lists = AccessLists(access: AccessControlList(mode: mode))
            if let access { lists.access = try AccessControlList(extendedAttribute: access) }
            if let inherited { lists.inherited = try AccessControlList(extendedAttribute: inherited) }
            return lists
        } catch {
            return nil
        }
    }

    private func judge(
        _ purpose: EntryPurpose, _ lists: AccessLists, isDirectory: Bool, isRoot: Bool
    ) -> ListsVerdict {
        guard let after = rules.apply(purpose, to: lists, isDirectory: isDirectory, isRoot: isRoot) else {
            return .omitted(.closed)
        }
        if after == lists { return .unchanged(isProgram: lists.access.mode & 0o111 != 0) }
        if !purpose.isUndo, after.namedEntryCount > OwnerGrants.namedEntryBudget { return .tooManyEntries }
        return .change(
            ListsChange(
                before: lists, after: after,
                needsImage: rules.needsImage(before: lists, after: after, purpose: purpose)))
    }

    private mutating func remember(_ verdict: ListsVerdict, for key: [UInt8]) {
        if byLists.count > 4096 { byLists.removeAll(keepingCapacity: true) }
        byLists[key] = verdict
    }

    private func matchesLast(_ purpose: EntryPurpose, _ access: UnsafeRawBufferPointer) -> Bool {
        guard lastKey.count == access.count + 1, lastKey[0] == UInt8(truncatingIfNeeded: purpose.rawValue) else {
            return false
        }
        return unsafe lastKey.withUnsafeBytes { key in unsafe key.dropFirst().elementsEqual(access) }
    }
}
