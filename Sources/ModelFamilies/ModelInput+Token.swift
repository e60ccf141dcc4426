internal import WindowsSecurity

extension ModelInput {
    private static let levels: [String: IntegrityLevel] = [
        "untrusted": .untrusted, "low": .low, "medium": .medium, "medium_plus": .mediumPlus, "high": .high,
        "system": .system,
    ]

    private static let attributes: [String: GroupAttributes] = [
        "mandatory": .mandatory, "enabled_by_default": .enabledByDefault, "enabled": .enabled, "owner": .owner,
        "deny_only": .useForDenyOnly, "logon_id": .logonSession, "integrity": .integrity,
        "integrity_enabled": .integrityEnabled, "resource": .resource,
    ]

    static func name(of level: IntegrityLevel) -> String {
        levels.first { $0.value == level }?.key ?? "0x" + String(level.rawValue, radix: 16)
    }

    func token() throws(ModelInputError) -> AccessToken {
        let user = try member("user")
        var token = AccessToken(user: try user.member("sid").sid())
        if try user.strings("attributes").contains("deny_only") { token.user.attributes = [.useForDenyOnly] }
        token.groups = try groups("groups")
        try readPrivileges(into: &token)
        if let list = optional("restricting_sids") {
            var restricting: [TokenGroup] = []
            for element in try list.elements() { restricting.append(TokenGroup(try element.sid())) }
            token.restrictingSIDs = restricting
        }
        token.isWriteRestricted = try flag("write_restricted")
        if let level = optional("integrity") {
            guard let value = Self.levels[try level.string()] else { throw level.unusable("an unknown level") }
            token.integrityLevel = value
        }
        if optional("mandatory_policy") != nil {
            let names = try strings("mandatory_policy")
            token.mandatoryPolicy = []
            if names.contains("no_write_up") { token.mandatoryPolicy.insert(.noWriteUp) }
            if names.contains("new_process_min") { token.mandatoryPolicy.insert(.newProcessMinimum) }
        }
        if let container = optional("appcontainer") {
            token.appContainer = AppContainer(
                package: try container.member("package_sid").sid(), capabilities: try container.groups("capabilities"),
                isLessPrivileged: try container.flag("lpac"))
        }
        token.kind = try kind()
        return token
    }

    private func groups(_ name: String) throws(ModelInputError) -> [TokenGroup] {
        var groups: [TokenGroup] = []
        for element in try optional(name)?.elements() ?? [] {
            var attributes: GroupAttributes = []
            for word in try element.strings("attributes") {
                guard let attribute = Self.attributes[word] else { throw element.unusable("an unknown attribute") }
                attributes.formUnion(attribute)
            }
            groups.append(TokenGroup(try element.member("sid").sid(), attributes))
        }
        return groups
    }

    private func readPrivileges(into token: inout AccessToken) throws(ModelInputError) {
        for element in try optional("privileges")?.elements() ?? [] {
            let name = try element.member("name").string()
            guard let privilege = Privilege(name: name) else { throw element.unusable("an unknown privilege") }
            token.privileges.formUnion(PrivilegeSet([privilege]))
            if try element.flag("enabled") { token.enabledPrivileges.formUnion(PrivilegeSet([privilege])) }
        }
    }

    /// A token without a type is that of a client, good enough for an access check.
    private func kind() throws(ModelInputError) -> TokenKind {
        if let type = optional("token_type"), try type.string() == "primary" { return .primary }
        guard let level = optional("impersonation_level") else { return .impersonation(.impersonation) }
        switch try level.string() {
        case "anonymous": return .impersonation(.anonymous)
        case "identification": return .impersonation(.identification)
        case "impersonation": return .impersonation(.impersonation)
        case "delegation": return .impersonation(.delegation)
        default: throw level.unusable("an unknown level")
        }
    }
}
