internal import JSON
internal import WindowsSecurity

/// The answer to a ``WhyQuestion``: the verdict, the steps of the check, and the smallest edits that flip it.
public struct WhyReport: Sendable {
    private let question: WhyQuestion
    private let decision: AccessDecision
    private let derivation: Derivation
    private let edits: [AccessEdit]?

    /// Answers a question.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - showsEdits: whether single edits that flip the verdict are looked for.
    public init(_ question: WhyQuestion, showsEdits: Bool = false) {
        self.question = question
        (decision, derivation) = AccessCheck.explain(
            question.descriptor, token: question.token, request: question.request)
        edits =
            showsEdits
            ? AccessQuery(question.descriptor, request: question.request).flippingEdits(for: question.token) : nil
    }

    /// Whether access is granted.
    public var isGranted: Bool { decision.isGranted }

    private func names(_ mask: AccessMask) -> String {
        mask.isEmpty ? "nothing" : question.type.names(in: mask).joined(separator: " ")
    }

    /// The account in two columns: what happens before and in the first pass, and in the second.
    public var text: String {
        var lines = [
            "\(decision.isGranted ? "GRANTED" : "DENIED") \(decision.status.rawValue)  \(names(decision.granted))"
        ]
        lines.append("")
        let first = derivation.steps.filter { $0.pass != .restricted && !isVerdict($0) }.map(line)
        let second = derivation.steps.filter { $0.pass == .restricted }.map(line)
        lines += columns(
            ["PASS ONE: user and groups"] + first,
            ["PASS TWO: restricting SIDs"] + (second.isEmpty ? [secondPassIsMissing] : second))
        if let edits {
            lines.append("")
            lines.append(edits.isEmpty ? "No single edit flips the verdict." : "Single edits that flip the verdict:")
            lines += edits.prefix(5).map { "  \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var secondPassIsMissing: String {
        question.token.isRestricted ? "not reached" : "the token is not restricted"
    }

    private func isVerdict(_ step: AccessStep) -> Bool {
        if case .verdict = step.kind { true } else { false }
    }

    private func columns(_ left: [String], _ right: [String]) -> [String] {
        let wrappedLeft = left.flatMap { Self.wrap($0) }
        let wrappedRight = right.flatMap { Self.wrap($0) }
        return (0..<max(wrappedLeft.count, wrappedRight.count)).map { index in
            let first = index < wrappedLeft.count ? wrappedLeft[index] : ""
            let second = index < wrappedRight.count ? wrappedRight[index] : ""
            let padding = String(repeating: " ", count: max(0, Self.width - first.count))
            return second.isEmpty ? first : first + padding + "| " + second
        }
    }

    private static let width = 60

    private static func wrap(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + word.count + 1 > width - 2 {
                lines.append(line)
                line = "    "
            }
            line += (line.isEmpty || line == "    " ? "" : " ") + word
        }
        return lines + [line]
    }

    private func line(_ step: AccessStep) -> String {
        switch step.kind {
        case .wants(let maximum): return "wants \(names(step.bits))\(maximum ? " and all that can be had" : "")"
        case .labelLimits(let token, let object):
            return "label: token \(Self.level(token)) below object \(Self.level(object)), at most \(names(step.bits))"
        case .labelRefuses: return "label refuses \(names(step.bits))"
        case .privilegeGrants(let privilege): return "\(privilege.name) grants \(names(step.bits))"
        case .ownerGrants: return "owner gets \(names(step.bits))"
        case .ownerRightsEntrySpeaks: return "\(entry(step)): the owner gets nothing in advance"
        case .ownerIsNotRestricting: return "owner is no restricting SID: gets nothing in advance"
        case .nothingLeft: return "nothing left: no list is read"
        case .privilegeMissing(let privilege): return "\(privilege.name) is not held for \(names(step.bits))"
        case .passBegins: return step.pass == .package ? "package side begins" : "walk begins"
        case .passSkipped: return "skipped: nothing that is left is a write right"
        case .unprotected: return "no list: grants \(names(step.bits))"
        case .unprotectedGrantsNoPackage: return "no list: grants a package nothing"
        case .entryAllows: return "\(entry(step)) allows \(names(step.bits)), left \(names(step.remaining))"
        case .entryDenies: return "\(entry(step)) DENIES \(names(step.bits))"
        case .passEnds: return step.remaining.isEmpty ? "walk ends" : "walk ends WITHOUT \(names(step.remaining))"
        case .argumentRefused: return "the arguments are refused"
        case .verdict(let status): return status.rawValue
        }
    }

    private static func level(_ level: IntegrityLevel) -> String { ModelInput.name(of: level) }

    private func entry(_ step: AccessStep) -> String {
        guard let index = step.entryIndex, let entries = question.descriptor.dacl.list?.entries,
            entries.indices.contains(index)
        else { return "" }
        return "[\(index)] \(entries[index].sddl())"
    }

    /// The report as one JSON object on one line.
    public var json: String {
        let steps = derivation.steps.map { step in
            JSONValue.object([
                "kind": .string(kind(step)), "pass": .string(step.pass.rawValue),
                "entry": step.entryIndex.map { .integer($0) } ?? .null, "bits": .string(step.bits.description),
                "remaining": .string(step.remaining.description), "text": .string(line(step)),
            ])
        }
        var members: [JSONValue.Member] = [
            .init(name: "granted", value: .bool(decision.isGranted)),
            .init(name: "status", value: .string(decision.status.rawValue)),
            .init(name: "mask", value: .string(decision.granted.description)),
            .init(name: "steps", value: .array(steps)),
        ]
        if let edits {
            let list = edits.map { edit in
                JSONValue.object([
                    "text": .string(edit.description), "weight": .integer(edit.weight(in: question.descriptor)),
                ])
            }
            members.append(.init(name: "edits", value: .array(list)))
        }
        return JSONValue.object(members).description + "\n"
    }

    /// The name of the kind without what it carries.
    private func kind(_ step: AccessStep) -> String {
        String("\(step.kind)".prefix { $0 != "(" })
    }
}
