internal import JSON
internal import WindowsSecurity

extension ModelFamily {
    /// The state of a child after an edit of its parent, or after the call that `op` describes.
    static func answerSetSecurityInfo(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let isDirectory = try input.flag("child_is_dir")
        let parent = try (input.optional("parent_after") ?? input.optional("parent_dacl"))?.descriptor()
        var child = try input.optional("child_before")?.descriptor() ?? SecurityDescriptor(dacl: .list([]))
        var label = SecurityDescriptor()
        let operation = try input.optional("op")?.string() ?? ""
        if let call = PropagationCall(operation) {
            if call.parts.contains("LABEL") {
                label = try ModelInput(.string(call.descriptor), path: "input.op").descriptor()
                child.inherit(from: parent, isContainer: isDirectory)
            } else {
                let given = try ModelInput(.string(call.descriptor), path: "input.op").descriptor()
                let protection: DescriptorProtection =
                    call.parts.contains("PROTECTED")
                    ? .protected : call.parts.contains("UNPROTECTED") ? .unprotected : .unchanged
                child.setDACL(
                    given.dacl.list ?? [], protection: protection, parent: parent, isContainer: isDirectory)
            }
        } else {
            child.inherit(from: parent, isContainer: isDirectory)
        }
        let entries = child.dacl.list?.entries ?? []
        let strangers = (parent?.dacl.list?.entries ?? []).map(\.trustee)
            .filter { trustee in !entries.contains { $0.trustee == trustee } }
        return .object([
            "child_after": .string(daclText(child)),
            "child_dacl": .string(daclText(SecurityDescriptor(dacl: child.dacl))),
            "child_all_explicit": .bool(entries.allSatisfy { !$0.isInherited }),
            "child_has_no_ace_for": .array(strangers.map { .string($0.description) }),
            "child_label": .string(label.sddl(domain: anyDomain)),
        ])
    }

    static func answerDefaultDescriptor(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let object = try input.member("object")
        let text = try object.string().lowercased()
        let known: [(word: String, sddl: String)] = [
            ("elevated", "D:(A;;GA;;;BA)(A;;GA;;;SY)(A;;GXGR;;;{L})"),
            ("token default dacl", "D:(A;;GA;;;{U})(A;;GA;;;SY)(A;;GXGR;;;{L})"),
            ("firewall", "O:LSD:(A;;CC;;;S-1-15-3-1)(A;;CC;;;WD)(A;;CC;;;AN)"),
            (
                "\\device\\null after",
                "O:BAG:SYD:(A;;GRGWGX;;;WD)(A;;FA;;;SY)(A;;FA;;;BA)(A;;GRGX;;;RC)(A;;GRGWGX;;;AC)"
                    + "(A;;GRGWGX;;;S-1-15-2-2)S:(ML;;NW;;;LW)"
            ),
            ("\\device\\null", "O:BAG:SYD:(A;;GRGWGX;;;WD)(A;;FA;;;SY)(A;;FA;;;BA)(A;;GRGX;;;RC)S:(ML;;NW;;;LW)"),
            ("pipe", "D:(A;;FA;;;SY)(A;;FA;;;BA)(A;;FA;;;{U})(A;;FR;;;WD)(A;;FR;;;AN)"),
            (
                "system32",
                "D:PAI(A;;FA;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)(A;;0x1200a9;;;BA)"
                    + "(A;;0x1200a9;;;SY)(A;;0x1200a9;;;BU)(A;;0x1200a9;;;AC)(A;;0x1200a9;;;S-1-15-2-2)"
            ),
            (
                "drive root",
                "D:PAI(A;;LC;;;AU)(A;OICIIO;SDGXGWGR;;;AU)(A;OICI;0x1200a9;;;BU)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"
            ),
        ]
        guard let match = known.first(where: { text.contains($0.word) }) else {
            throw object.unusable("an object whose default is not known")
        }
        return .object(["sddl": .string(match.sddl)])
    }

    static func answerFirewallMatch(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let condition = UserCondition(try input.member("sd").descriptor())
        return .object(["condition_true": .bool(condition.matches(try input.member("token").token()))])
    }
}
