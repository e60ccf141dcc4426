import FuzzDriver
import JSON
import ModelFamilies
import WindowsSecurity

/// The readers of the authorization model and of its tool; what they take must print and read as itself.
enum AuthorizationParser: String, FuzzedParser {
    /// Descriptors in SDDL.
    case sddl
    /// Conditions in SDDL.
    case condition
    /// Resource attributes in SDDL.
    case attribute
    /// The string form of identifiers.
    case sid
    /// Self-relative descriptors.
    case descriptorBinary = "descriptor-binary"
    /// Access control lists.
    case listBinary = "list-binary"
    /// Identifiers.
    case sidBinary = "sid-binary"
    /// The application data of callback entries.
    case conditionBinary = "condition-binary"
    /// The application data of resource attributes.
    case attributeBinary = "attribute-binary"
    /// JSON.
    case json
    /// Lines of `sallyport model`, of the family that the first byte chooses.
    case model
    /// Questions of `sallyport why`: a descriptor and a token in JSON, divided by a zero byte.
    case why

    func feed(_ bytes: [UInt8]) {
        switch self {
        case .sddl: Self.readSDDL(String(decoding: bytes, as: UTF8.self))
        case .condition: Self.readSDDL("D:(XA;;;;;WD;\(String(decoding: bytes, as: UTF8.self)))")
        case .attribute: Self.readSDDL("S:(RA;;;;;WD;\(String(decoding: bytes, as: UTF8.self)))")
        case .sid: Self.readSID(String(decoding: bytes, as: UTF8.self))
        case .descriptorBinary: Self.readDescriptor(bytes)
        case .listBinary: Self.readList(bytes)
        case .sidBinary:
            if let sid = try? SID(binary: bytes) { precondition(sid.binaryRepresentation == bytes) }
        case .conditionBinary: Self.readCondition(bytes)
        case .attributeBinary: Self.readAttribute(bytes)
        case .json: Self.readJSON(String(decoding: bytes, as: UTF8.self))
        case .model: Self.readLine(bytes)
        case .why: Self.readQuestion(bytes)
        }
    }

    private static let domain = SID("S-1-5-21-1-2-3")

    /// Text, printed, read and printed is the same text; so are the bytes, and both forms decide alike.
    private static func readSDDL(_ text: String) {
        guard let descriptor = try? SecurityDescriptor(sddl: text, domain: domain) else { return }
        let printed = descriptor.sddl(domain: domain)
        let again = try? SecurityDescriptor(sddl: printed, domain: domain)
        precondition(again?.sddl(domain: domain) == printed)
        guard let binary = descriptor.binaryRepresentation else { preconditionFailure("too large") }
        let read = try? SecurityDescriptor(binary: binary)
        precondition(read?.binaryRepresentation == binary)
        precondition(read?.sddl(domain: domain) == printed)
        decide(descriptor)
    }

    /// The recorder changes nothing, whatever was read.
    private static func decide(_ descriptor: SecurityDescriptor) {
        var token = AccessToken(user: .everyone, groups: [TokenGroup(.users)])
        for desired in [AccessMask.genericRead, .maximumAllowed] {
            let request = AccessRequest(desired, mapping: ObjectType.file.mapping)
            let (decision, _) = AccessCheck.explain(descriptor, token: token, request: request)
            precondition(decision == AccessCheck.decide(descriptor, token: token, request: request))
            token.restrictingSIDs = [TokenGroup(.users)]
        }
    }

    private static func readSID(_ text: String) {
        guard let sid = try? SID(sddl: text, domain: domain) else { return }
        precondition((try? SID(sddl: sid.sddl(domain: domain), domain: domain)) == sid)
        precondition(SID(sid.description) == sid)
        precondition((try? SID(binary: sid.binaryRepresentation)) == sid)
    }

    private static func readDescriptor(_ bytes: [UInt8]) {
        guard let descriptor = try? SecurityDescriptor(binary: bytes) else { return }
        _ = descriptor.sddl(domain: domain)
        // Lists that share bytes in what was read may be too large side by side.
        if let binary = descriptor.binaryRepresentation {
            precondition((try? SecurityDescriptor(binary: binary)) == descriptor)
        }
        decide(descriptor)
    }

    private static func readList(_ bytes: [UInt8]) {
        guard let list = try? ACL(binary: bytes) else { return }
        guard let binary = list.binaryRepresentation else { return }
        precondition((try? ACL(binary: binary)) == list)
        for entry in list.entries { _ = entry.sddl() }
        decide(SecurityDescriptor(owner: .everyone, group: .everyone, dacl: .list(list), sacl: .list(list)))
        let child = InheritingChild(
            isContainer: bytes.count % 2 == 0, owner: .everyone, group: .users, mapping: ObjectType.file.mapping,
            marksInherited: true)
        for entry in list.entries { precondition(entry.inherited(by: child).count <= 2) }
    }

    private static func readCondition(_ bytes: [UInt8]) {
        guard let condition = ConditionalExpression(binary: Array("artx".utf8) + bytes) else { return }
        precondition(ConditionalExpression(binary: condition.binaryRepresentation) == condition)
        _ = condition.description
        _ = condition.evaluate(token: AccessToken(user: .everyone), descriptor: SecurityDescriptor())
    }

    private static func readAttribute(_ bytes: [UInt8]) {
        guard let attribute = ClaimAttribute(binary: bytes) else { return }
        precondition(ClaimAttribute(binary: attribute.binaryRepresentation) == attribute)
        let entry = ACE(
            .resourceAttribute, mask: [], trustee: .everyone, detail: .applicationData(attribute.binaryRepresentation))
        let printed = SecurityDescriptor(sacl: .list([entry])).sddl()
        let read = try? SecurityDescriptor(sddl: printed)
        precondition(read?.sacl.list?.entries.first.flatMap { ClaimAttribute(binary: $0.applicationData) } == attribute)
    }

    private static func readJSON(_ text: String) {
        guard let value = try? JSONValue(parsing: text) else { return }
        precondition((try? JSONValue(parsing: value.description)) == value)
    }

    /// Every line is answered by one line with a result or an error.
    private static func readLine(_ bytes: [UInt8]) {
        let families = ModelFamily.allCases
        let family = families[Int(bytes.first ?? 0) % families.count]
        let answer = family.answer(line: Array(bytes.dropFirst()))
        precondition(!answer.contains("\n"))
        let value = try? JSONValue(parsing: answer)
        precondition((value?["result"] == nil) != (value?["error"] == nil))
    }

    private static func readQuestion(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count > 1 else { return }
        let sddl = String(decoding: parts[0], as: UTF8.self)
        let token = String(decoding: parts[1], as: UTF8.self)
        guard let question = try? WhyQuestion(sddl: sddl, token: token, access: "FR,DELETE") else { return }
        let report = WhyReport(question, showsEdits: true)
        precondition(!report.text.isEmpty)
        precondition((try? JSONValue(parsing: report.json)) != nil)
    }
}
