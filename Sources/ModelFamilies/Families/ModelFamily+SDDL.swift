internal import JSON
internal import WindowsSecurity

extension ModelFamily {
    /// The domain of aliases where a question names none: a machine without a name.
    static let anyDomain = SID("S-1-5-21-0-0-0")

    private static func descriptor(_ input: ModelInput, domain: SID?) throws(ModelInputError) -> SecurityDescriptor {
        try input.member("sddl").descriptor(domain: domain)
    }

    static func answerSDDLBytes(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let domain = try input.optional("domain_sid")?.sid()
        guard let bytes = try descriptor(input, domain: domain).binaryRepresentation else {
            throw try input.member("sddl").unusable("a list is too large for its binary form")
        }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0xF)])
        }
        return .object(["sd_hex": .string(String(decoding: text, as: UTF8.self))])
    }

    static func answerSDDLRoundtrip(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let text = try input.member("sddl").string()
        let domain = try input.optional("domain_sid")?.sid() ?? anyDomain
        do throws(ParseError) {
            let printed = try SecurityDescriptor(sddl: text, domain: domain).sddl(domain: domain)
            return .object(["ok": true, "sddl_out": .string(printed)])
        } catch {
            return .object(["ok": false, "sddl_out": .null])
        }
    }

    static func answerSDDLAcceptance(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let text = try input.member("sddl").string()
        do throws(ParseError) {
            let descriptor = try SecurityDescriptor(sddl: text, domain: anyDomain)
            let first = descriptor.dacl.list?.entries.first ?? descriptor.sacl.list?.entries.first
            return .object([
                "ok": true, "win32_error": 0, "first_ace_mask": first.map { .string($0.mask.description) } ?? .null,
            ])
        } catch {
            return .object(["ok": false, "win32_error": .integer(error.win32Code), "first_ace_mask": .null])
        }
    }

    static func answerSDDLParse(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let descriptor = try descriptor(input, domain: try input.optional("domain_sid")?.sid() ?? anyDomain)
        let control = String(descriptor.controlWord.rawValue, radix: 16)
        return .object([
            "control": .string("0x" + String(repeating: "0", count: 4 - control.count) + control),
            "owner": descriptor.owner.map { .string($0.description) } ?? .null,
            "group": descriptor.group.map { .string($0.description) } ?? .null,
            "dacl": describe(descriptor.dacl), "sacl": describe(descriptor.sacl),
        ])
    }

    private static func describe(_ list: SecurityDescriptor.List) -> JSONValue {
        switch list {
        case .absent: return "absent"
        case .null: return .null
        case .list(let list): return .array(list.entries.map(describe))
        }
    }

    private static func describe(_ entry: ACE) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init(name: "type", value: .integer(Int(entry.type.rawValue))),
            .init(name: "flags", value: .integer(Int(entry.flags.rawValue))),
            .init(name: "mask", value: .string(entry.mask.description)),
        ]
        if let type = entry.objectTypes?.objectType {
            members.append(.init(name: "object_type", value: .string(type.description)))
        }
        if let type = entry.objectTypes?.inheritedObjectType {
            members.append(.init(name: "inherited_object_type", value: .string(type.description)))
        }
        members.append(.init(name: "sid", value: .string(entry.trustee.description)))
        return .object(members)
    }
}
