internal import JSON
internal import WindowsSecurity

extension ModelFamily {
    private static func result(_ sid: SID?) -> JSONValue {
        .object(["sid": sid.map { .string($0.description) } ?? .null])
    }

    static func answerSIDString(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let text = try input.member("text").string()
        do throws(ParseError) { return result(try SID(sddl: text)) } catch { return result(nil) }
    }

    static func answerSIDAlias(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let alias = try input.member("alias").string()
        let domain = try input.optional("domain_sid")?.sid()
        do throws(ParseError) { return result(try SID(sddl: alias, domain: domain)) } catch { return result(nil) }
    }

    static func answerSIDName(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let name = try input.member("sid").sid().accountName
        return .object(["account": name.map { .string($0) } ?? .null])
    }

    static func answerWellKnownSID(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let number = try input.member("well_known_sid_type").integer()
        return result(WellKnownSID.sid(number, domain: try input.optional("domain_sid")?.sid()))
    }

    static func answerDeriveSID(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let name = try input.member("name").string()
        let kind = try input.member("kind")
        switch try kind.string() {
        case "package": return result(SID.package(name))
        case "service": return result(SID.service(name))
        case "capability": return result(SID.capability(name))
        case "capability-group": return result(SID.capabilityGroup(name))
        default: throw kind.unusable("an unknown kind")
        }
    }
}
