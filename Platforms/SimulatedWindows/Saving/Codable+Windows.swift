public import SandboxModel
public import WindowsSecurity

/// Values that are written as one text.
protocol TextCoded: Codable {
    /// The text.
    var codedText: String { get }
    /// Reads the text, or refuses it.
    init?(codedText: String)
}

extension TextCoded {
    /// Writes the value.
    ///
    /// - Parameter encoder: where to.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(codedText)
    }

    /// Reads a value.
    ///
    /// - Parameter decoder: where from.
    /// - Throws: `DecodingError` for another value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(codedText: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "")
        }
        self = value
    }
}

extension SID: TextCoded {
    var codedText: String { description }
    init?(codedText: String) { self.init(codedText) }
}

extension SecurityDescriptor: TextCoded {
    private static let mark = "base64:"

    /// SDDL, or the coded bytes of what SDDL does not say exactly.
    var codedText: String {
        let text = sddl()
        if (try? SecurityDescriptor(sddl: text)) == self { return text }
        return binaryRepresentation.map { Self.mark + Base64.text($0) } ?? text
    }

    init?(codedText: String) {
        guard codedText.hasPrefix(Self.mark) else {
            guard let descriptor = try? SecurityDescriptor(sddl: codedText) else { return nil }
            self = descriptor
            return
        }
        guard let bytes = Base64.bytes(String(codedText.dropFirst(Self.mark.count))),
            let descriptor = try? SecurityDescriptor(binary: bytes)
        else { return nil }
        self = descriptor
    }
}

extension ACL: TextCoded {
    var codedText: String { SecurityDescriptor(dacl: .list(self)).codedText }
    init?(codedText: String) {
        guard let list = SecurityDescriptor(codedText: codedText)?.dacl.list else { return nil }
        self = list
    }
}

extension UserCondition: Codable {
    /// Writes the value.
    ///
    /// - Parameter encoder: where to.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws { try descriptor.encode(to: encoder) }
    /// Reads a value.
    ///
    /// - Parameter decoder: where from.
    /// - Throws: `DecodingError` for another value.
    public init(from decoder: any Decoder) throws { self.init(try SecurityDescriptor(from: decoder)) }
}

extension PortSet: TextCoded {
    var codedText: String { description }

    init?(codedText: String) {
        var ports: Set<UInt16> = []
        for part in codedText.split(separator: ",", omittingEmptySubsequences: false) where !codedText.isEmpty {
            let bounds = part.split(separator: "-", omittingEmptySubsequences: false).map { UInt16($0) }
            guard let low = bounds.first ?? nil, let high = bounds.last ?? nil, bounds.count <= 2, low <= high else {
                return nil
            }
            ports.formUnion(low...high)
        }
        self.init(allExcept: Set(1...UInt16.max).subtracting(ports))
        guard description == codedText else { return nil }
    }
}

extension AccessMask: Codable {}
extension ShareMode: Codable {}
extension GroupAttributes: Codable {}
extension PrivilegeSet: Codable {}
extension MandatoryPolicy: Codable {}
extension IntegrityLevel: Codable {}
extension ElevationType: Codable {}

extension TokenGroup: Codable {
    private enum Key: String, CodingKey { case sid, attributes }

    /// Writes the value.
    ///
    /// - Parameter encoder: where to.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(sid, forKey: .sid)
        try container.encode(attributes, forKey: .attributes)
    }

    /// Reads a value.
    ///
    /// - Parameter decoder: where from.
    /// - Throws: `DecodingError` for another value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            try container.decode(SID.self, forKey: .sid),
            try container.decode(GroupAttributes.self, forKey: .attributes))
    }
}

extension EntryFlags: Codable {}
extension ExplicitAccess.Mode: Codable {}

extension ExplicitAccess: Codable {
    private enum Key: String, CodingKey { case mode, trustee, mask, inheritance }

    /// Writes the value.
    ///
    /// - Parameter encoder: where to.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(mode, forKey: .mode)
        try container.encode(trustee, forKey: .trustee)
        try container.encode(mask, forKey: .mask)
        try container.encode(inheritance, forKey: .inheritance)
    }

    /// Reads a value.
    ///
    /// - Parameter decoder: where from.
    /// - Throws: `DecodingError` for another value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            try container.decode(Mode.self, forKey: .mode), trustee: try container.decode(SID.self, forKey: .trustee),
            mask: try container.decode(AccessMask.self, forKey: .mask),
            inheritance: try container.decode(EntryFlags.self, forKey: .inheritance))
    }
}

extension OpenQuestions: Codable {
    private enum Key: String, CodingKey {
        case secondPassCoversReads, maximumLosesWritesOnly, ownerMustBeRestrictingSID, appContainerWaivesLabelsUpTo
        case restrictingSIDsBindAppContainers, emptyRequestSucceeds, typedDenyCoversObjectWithoutList
        case deleteChildIsAWriteRight, filterEngineRunsSecondPass, privilegesOfLimitedUser, limitedUserOwnsNewObjects
        case inheritanceDropsDuplicates, explicitListsInheritBesides, denyOnlyGroupsStayMandatory
        case capabilityIsRefusedAsRestrictingSID, revocationKeepsDenials, secondaryLogonKeepsSessions
    }

    private static var flags: [(Key, WritableKeyPath<OpenQuestions, Bool>)] {
        [
            (.secondPassCoversReads, \.secondPassCoversReads), (.maximumLosesWritesOnly, \.maximumLosesWritesOnly),
            (.ownerMustBeRestrictingSID, \.ownerMustBeRestrictingSID),
            (.restrictingSIDsBindAppContainers, \.restrictingSIDsBindAppContainers),
            (.emptyRequestSucceeds, \.emptyRequestSucceeds),
            (.typedDenyCoversObjectWithoutList, \.typedDenyCoversObjectWithoutList),
            (.deleteChildIsAWriteRight, \.deleteChildIsAWriteRight),
            (.filterEngineRunsSecondPass, \.filterEngineRunsSecondPass),
            (.limitedUserOwnsNewObjects, \.limitedUserOwnsNewObjects),
            (.inheritanceDropsDuplicates, \.inheritanceDropsDuplicates),
            (.explicitListsInheritBesides, \.explicitListsInheritBesides),
            (.denyOnlyGroupsStayMandatory, \.denyOnlyGroupsStayMandatory),
            (.capabilityIsRefusedAsRestrictingSID, \.capabilityIsRefusedAsRestrictingSID),
            (.revocationKeepsDenials, \.revocationKeepsDenials),
            (.secondaryLogonKeepsSessions, \.secondaryLogonKeepsSessions),
        ]
    }

    /// Writes the readings that differ from the usual ones.
    ///
    /// - Parameter encoder: where to.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let usual = OpenQuestions()
        for (key, path) in Self.flags where self[keyPath: path] != usual[keyPath: path] {
            try container.encode(self[keyPath: path], forKey: key)
        }
        if self.appContainerWaivesLabelsUpTo != usual.appContainerWaivesLabelsUpTo {
            try container.encode(self.appContainerWaivesLabelsUpTo, forKey: .appContainerWaivesLabelsUpTo)
        }
        if privilegesOfLimitedUser != usual.privilegesOfLimitedUser {
            try container.encode(privilegesOfLimitedUser, forKey: .privilegesOfLimitedUser)
        }
    }

    /// Reads a value.
    ///
    /// - Parameter decoder: where from.
    /// - Throws: `DecodingError` for another value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        var questions = OpenQuestions()
        for (key, path) in Self.flags {
            if let value = try container.decodeIfPresent(Bool.self, forKey: key) { questions[keyPath: path] = value }
        }
        if let level = try container.decodeIfPresent(IntegrityLevel.self, forKey: .appContainerWaivesLabelsUpTo) {
            questions.appContainerWaivesLabelsUpTo = level
        }
        if let privileges = try container.decodeIfPresent(PrivilegeSet.self, forKey: .privilegesOfLimitedUser) {
            questions.privilegesOfLimitedUser = privileges
        }
        self = questions
    }
}
