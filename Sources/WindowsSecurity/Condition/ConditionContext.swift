/// What a condition can ask about: the token, the object's attributes, and the walk that asks.
struct ConditionContext {
    let token: AccessToken
    let descriptor: SecurityDescriptor
    let pass: AccessStep.Pass
    private let resourceAttributes: [ClaimAttribute]

    init(token: AccessToken, descriptor: SecurityDescriptor, pass: AccessStep.Pass) {
        self.token = token
        self.descriptor = descriptor
        self.pass = pass
        resourceAttributes = (descriptor.sacl.list?.entries ?? []).compactMap { entry in
            guard entry.type == .resourceAttribute, !entry.isInheritOnly else { return nil }
            return ClaimAttribute(binary: entry.applicationData)
        }
    }

    /// A single value, as comparisons see it.
    enum Value: Hashable {
        /// An integer of a condition, or of an attribute of type `INT64`.
        case number(Int64)
        /// An attribute of type `UINT64` or `BOOLEAN`.
        case unsigned(UInt64)
        /// Text in UTF-16.
        case text([UInt16])
        /// Bytes.
        case octets([UInt8])
        /// An identifier.
        case sid(SID)
    }

    func attribute(_ namespace: ConditionalExpression.Namespace, _ name: [UInt16]) -> ClaimAttribute? {
        let wanted = Self.fold(name)
        let candidates: [ClaimAttribute]
        switch namespace {
        case .local: candidates = token.securityAttributes
        case .user: candidates = token.userClaims
        case .device: candidates = token.deviceClaims
        case .resource: candidates = resourceAttributes
        }
        return candidates.first { Self.fold($0.name) == wanted }
    }

    /// Lower case for comparisons without regard to case.
    static func fold(_ text: [UInt16]) -> [UInt16] {
        Array(String(decoding: text, as: UTF16.self).lowercased().utf16)
    }

    /// The values of an operand and whether their case counts, or nothing when the attribute is missing.
    func values(of operand: ConditionalExpression.Operand) -> (values: [Value], isCaseSensitive: Bool)? {
        switch operand {
        case .integer(let value, _): return ([.number(value)], false)
        case .string(let text): return ([.text(text)], false)
        case .octets(let octets): return ([.octets(octets)], false)
        case .sid(let sid): return ([.sid(sid)], false)
        case .composite(let members):
            var list: [Value] = []
            for member in members { list += values(of: member)?.values ?? [] }
            return (list, false)
        case .attribute(let namespace, let name):
            guard let attribute = attribute(namespace, name), attribute.values.count > 0 else { return nil }
            let list: [Value]
            switch attribute.values {
            case .integers(let numbers): list = numbers.map { .number($0) }
            case .unsignedIntegers(let numbers), .booleans(let numbers): list = numbers.map { .unsigned($0) }
            case .strings(let texts): list = texts.map { .text($0) }
            case .sids(let sids): list = sids.map { .sid($0) }
            case .octets(let octets): list = octets.map { .octets($0) }
            }
            return (list, attribute.isCaseSensitive)
        }
    }

    func exists(_ operand: ConditionalExpression.Operand) -> Bool { values(of: operand) != nil }

    /// The truth of an attribute that stands alone: a number that is not zero, text that is not empty.
    func truth(of operand: ConditionalExpression.Operand) -> ConditionResult {
        guard let (values, _) = values(of: operand), values.count == 1 else { return .unknown }
        switch values[0] {
        case .number(let number): return ConditionResult(number != 0)
        case .unsigned(let number): return ConditionResult(number != 0)
        case .text(let text): return ConditionResult(!text.isEmpty)
        case .octets, .sid: return .unknown
        }
    }

    func membership(
        _ operation: ConditionalExpression.Operator, _ operand: ConditionalExpression.Operand
    ) -> ConditionResult {
        guard let (values, _) = values(of: operand) else { return .unknown }
        var sids: [SID] = []
        for value in values {
            guard case .sid(let sid) = value else { return .unknown }
            sids.append(sid)
        }
        let result: Bool
        switch operation {
        case .memberOf, .notMemberOf: result = sids.allSatisfy(isMember)
        case .memberOfAny, .notMemberOfAny: result = sids.contains(where: isMember)
        case .deviceMemberOf, .notDeviceMemberOf: result = sids.allSatisfy(isDeviceMember)
        default: result = sids.contains(where: isDeviceMember)
        }
        return ConditionResult(operation.rawValue >= 0x90 ? !result : result)
    }

    private func isMember(_ sid: SID) -> Bool {
        switch pass {
        case .restricted: token.restrictingMembership.standing(of: sid) == .enabled
        case .before, .ordinary, .package: token.ordinaryMembership.standing(of: sid) == .enabled
        }
    }

    private func isDeviceMember(_ sid: SID) -> Bool { token.deviceGroups.contains { $0.sid == sid && $0.isEnabled } }
}
