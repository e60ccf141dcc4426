/// Questions about a descriptor that no system function answers; each answer is checked by ``AccessCheck``.
///
/// Windows has only `GetEffectiveRightsFromAclW` in aclapi.h and `AuthzAccessCheck` in authz.h, which answer for one trustee at
/// a time.
public struct AccessQuery: Hashable, Sendable {
    /// The object's descriptor.
    public var descriptor: SecurityDescriptor
    /// What is asked for.
    public var request: AccessRequest

    /// Makes a query.
    ///
    /// - Parameters:
    ///   - descriptor: the object's descriptor.
    ///   - request: what is asked for.
    public init(_ descriptor: SecurityDescriptor, request: AccessRequest) {
        self.descriptor = descriptor
        self.request = request
    }

    /// A user that stands in no list, so that only the groups count.
    private static let stranger = SID(0, 4_294_967_295)

    /// The minimal sets of SIDs whose holder is granted the request.
    ///
    /// A set is minimal when no proper subset of it is granted. A token may hold a set and more and still be refused,
    /// for a deny entry may speak about the rest. The empty set means that nobody is asked for anything. The work grows with
    /// the number of trustees to the power of the limit.
    ///
    /// - Parameter limit: the largest size of a set that is looked for.
    /// - Returns: the sets in the order of their sizes, each sorted.
    public func minimalGrantees(limit: Int = 4) -> [[SID]] {
        minimalSets(of: candidates, limit: limit) { sids in
            AccessToken(user: Self.stranger, groups: sids.map { TokenGroup($0) })
        }
    }

    /// The minimal sets of restricting SIDs with which a restricted version of a token is granted the request.
    ///
    /// - Parameters:
    ///   - token: the token to restrict; its own restricting SIDs are left out of account.
    ///   - limit: the largest size of a set that is looked for.
    /// - Returns: the sets in the order of their sizes; none when the token itself is refused.
    public func minimalRestrictingSIDs(for token: AccessToken, limit: Int = 4) -> [[SID]] {
        minimalSets(of: candidates, limit: limit) { sids in
            var restricted = token
            restricted.restrictingSIDs = sids.map { TokenGroup($0) }
            return restricted
        }
    }

    /// The SIDs that could matter: those that allowing entries speak about or ask for, and the owner.
    private var candidates: [SID] {
        var sids: Set<SID> = []
        for entry in descriptor.dacl.list?.entries ?? [] where entry.type.isAllow && !entry.isInheritOnly {
            sids.formUnion(self.sids(of: entry))
        }
        if let owner = descriptor.owner { sids.insert(owner) }
        return sids.sorted()
    }

    /// Whom an entry speaks about, with those that its condition names.
    func sids(of entry: ACE) -> Set<SID> {
        var sids: Set<SID> = []
        switch entry.trustee {
        case .ownerRights: if let owner = descriptor.owner { sids.insert(owner) }
        case .principalSelf: if let principal = request.principalSelf { sids.insert(principal) }
        default: sids.insert(entry.trustee)
        }
        guard entry.type.isCallback, let condition = ConditionalExpression(binary: entry.applicationData) else {
            return sids
        }
        for case .operand(let operand) in condition.tokens { sids.formUnion(operand.sids) }
        return sids
    }

    private func minimalSets(of candidates: [SID], limit: Int, token: ([SID]) -> AccessToken) -> [[SID]] {
        var found: [[SID]] = []
        var level: [[Int]] = [[]]
        for size in 0...max(0, min(limit, candidates.count)) {
            var next: [[Int]] = []
            for indices in level {
                let sids = indices.map { candidates[$0] }
                if found.contains(where: { known in known.allSatisfy(sids.contains) }) { continue }
                if AccessCheck.decide(descriptor, token: token(sids), request: request).isGranted {
                    found.append(sids)
                } else if size < limit {
                    let first = (indices.last ?? -1) + 1
                    for index in first..<max(first, candidates.count) { next.append(indices + [index]) }
                }
            }
            level = next
        }
        return found
    }
}

extension ConditionalExpression.Operand {
    /// The identifiers that are written here.
    fileprivate var sids: [SID] {
        switch self {
        case .sid(let sid): [sid]
        case .composite(let members): members.flatMap(\.sids)
        default: []
        }
    }
}
