internal import JSON
internal import WindowsSecurity

extension ModelFamily {
    private static let filterFlags: [String: TokenFilter.Flags] = [
        "DISABLE_MAX_PRIVILEGE": .disableMaximumPrivilege, "SANDBOX_INERT": .sandboxInert,
        "LUA_TOKEN": .limitedUser, "WRITE_RESTRICTED": .writeRestricted,
    ]

    static func answerTokenFilter(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let base = try input.member("base_token")
        let token = try base.token()
        let filter = try readFilter(try input.member("call"))
        var access = AccessMask(rawValue: 0xF_01FF)
        if let only = base.optional("source_handle_access") {
            guard let right = WindowsConstant.value(of: try only.string(), in: "token") else {
                throw only.unusable("an unknown right of tokens")
            }
            access = AccessMask(rawValue: right)
        }
        do throws(TokenFilter.Failure) {
            return describe(try token.filtered(by: filter, handleAccess: access), madeFrom: token)
        } catch {
            // Nothing is made, so the base token's members are claimed to be nothing.
            let members = describe(token, madeFrom: token).members ?? []
            return .object(
                members.map { member in
                    switch member.name {
                    case "ok": .init(name: "ok", value: false)
                    case "error": .init(name: "error", value: .string(error.code.rawValue))
                    default: .init(name: member.name, value: .null)
                    }
                })
        }
    }

    private static func readFilter(_ call: ModelInput) throws(ModelInputError) -> TokenFilter {
        var filter = TokenFilter()
        for name in try call.strings("flags") {
            guard let flag = filterFlags[name] else { throw call.unusable("an unknown flag \(name)") }
            filter.flags.insert(flag)
        }
        for element in try call.optional("disable")?.elements() ?? [] {
            // Attributes beside a SID to disable are ignored.
            let isBare = element.value.string != nil
            filter.sidsToDisable.append(try isBare ? element.sid() : element.member("sid").sid())
        }
        // Names and numbers that are no privilege of the token are ignored, so unknown ones are dropped here.
        let named = try call.strings("delete_privileges").compactMap { Privilege(name: $0) }
        filter.privilegesToDelete = PrivilegeSet(named)
        for element in try call.optional("delete_privileges_luid")?.elements() ?? [] {
            guard let number = UInt8(exactly: try element.integer()), let privilege = Privilege(rawValue: number) else {
                continue
            }
            filter.privilegesToDelete.formUnion(PrivilegeSet([privilege]))
        }
        for element in try call.optional("restrict")?.elements() ?? [] {
            if element.value.string != nil {
                filter.sidsToRestrict.append(TokenGroup(try element.sid(), []))
            } else {
                let hasAttributes = try !element.strings("attributes").isEmpty
                filter.sidsToRestrict.append(
                    TokenGroup(try element.member("sid").sid(), hasAttributes ? .enabled : []))
            }
        }
        return filter
    }

    private static func describe(_ token: AccessToken, madeFrom base: AccessToken) -> JSONValue {
        func list(_ sids: [SID]) -> JSONValue { .array(sids.map { .string($0.description) }) }
        func names(_ privileges: PrivilegeSet) -> JSONValue {
            .array(privileges.privileges.map { .string($0.name) })
        }
        let denyOnly = list(token.groups.filter(\.isDenyOnly).map(\.sid))
        let enabled = list(token.groups.filter(\.isEnabled).map(\.sid))
        let restricting = token.restrictingSIDs?.map(\.sid) ?? []
        let isPrimary = token.kind == .primary
        var level: JSONValue = .null
        if case .impersonation(let value) = token.kind { level = .string("\(value)") }
        return .object([
            "ok": true, "error": .null, "groups_deny_only": denyOnly, "groups_deny_only_set": denyOnly,
            "groups_enabled": enabled,
            "groups_enabled_set": enabled, "user_deny_only": .bool(token.user.isDenyOnly),
            "privileges": names(token.privileges), "privileges_set": names(token.privileges),
            "privileges_kept": names(token.privileges),
            "privileges_removed": names(base.privileges.subtracting(token.privileges)),
            "restricting_sids": list(restricting), "restricting_sids_set": list(restricting),
            "restricting_sids_count": .integer(restricting.count), "is_restricted": .bool(!restricting.isEmpty),
            "write_restricted": .bool(token.isWriteRestricted),
            "integrity": .string(ModelInput.name(of: token.integrityLevel)),
            "token_type": .string(isPrimary ? "primary" : "impersonation"), "impersonation_level": level,
        ])
    }
}
