/// The walks over the DACL that are taken less often: for packages, for everything that can be had, for object types.
struct DACLWalk {
    let descriptor: SecurityDescriptor
    let token: AccessToken
    let request: AccessRequest

    /// How a trustee counts: OWNER RIGHTS stands for the owner, SELF for the SID that was passed.
    func standing(of trustee: SID, in membership: Membership) -> Membership.Standing {
        AccessCheck.standing(of: trustee, in: membership, descriptor, request)
    }

    /// Whether an entry of any type speaks about the members and its condition holds.
    func applies(_ entry: ACE, with membership: Membership, pass: AccessStep.Pass) -> Bool {
        let type = entry.type
        guard type.isAllow || type.isDeny else { return false }
        let standing = standing(of: entry.trustee, in: membership)
        guard standing == .enabled || (type.isDeny && standing == .denyOnly) else { return false }
        if entry.objectTypes?.objectType != nil, request.objectTypes.isEmpty {
            guard type.isDeny, request.questions.typedDenyCoversObjectWithoutList else { return false }
        }
        guard type.isCallback else { return true }
        let context = ConditionContext(token: token, descriptor: descriptor, pass: pass)
        switch ConditionalExpression.evaluate(entry.applicationData, in: context) {
        case .true: return true
        case .unknown: return type.isDeny
        case .false: return false
        }
    }
}
