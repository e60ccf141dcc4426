internal import JSON
internal import WindowsSecurity

extension ModelFamily {
    private static let creationFlags: [String: CreationFlags] = [
        "SEF_DACL_AUTO_INHERIT": .daclAutoInherit, "SEF_SACL_AUTO_INHERIT": .saclAutoInherit,
        "SEF_DEFAULT_DESCRIPTOR_FOR_OBJECT": .defaultDescriptor,
        "SEF_AVOID_PRIVILEGE_CHECK": .avoidPrivilegeCheck, "SEF_AVOID_OWNER_CHECK": .avoidOwnerCheck,
        "SEF_DEFAULT_OWNER_FROM_PARENT": .ownerFromParent, "SEF_DEFAULT_GROUP_FROM_PARENT": .groupFromParent,
    ]

    private static let controlLetters: [(String, DescriptorControl)] = [
        ("P", .daclProtected), ("AR", .daclAutoInheritRequired), ("AI", .daclAutoInherited), ("DD", .daclDefaulted),
    ]

    private static func control(_ letters: [String]) -> DescriptorControl {
        var control: DescriptorControl = []
        for (letter, flag) in controlLetters where letters.contains(letter) { control.insert(flag) }
        return control
    }

    private static func letters(_ control: DescriptorControl) -> JSONValue {
        .array(controlLetters.filter { control.contains($0.1) }.map { .string($0.0) })
    }

    static func answerInheritance(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        var token = AccessToken(user: try input.member("owner").sid())
        token.primaryGroup = try input.member("group").sid()
        token.defaultDACL = try input.optional("default_dacl")?.descriptor().dacl.list
        var parent: SecurityDescriptor?
        if let text = input.optional("parent_dacl") {
            parent = try text.descriptor()
            parent?.control.formUnion(control(try input.strings("parent_control")))
        }
        var creator: SecurityDescriptor?
        if let text = input.optional("creator_dacl") {
            creator = try text.descriptor()
            if try input.flag("creator_dacl_defaulted") { creator?.control.insert(.daclDefaulted) }
        }
        var flags: CreationFlags = []
        for name in try input.strings("auto_inherit_flags") {
            guard let flag = creationFlags[name] else { throw input.unusable("an unknown flag \(name)") }
            flags.insert(flag)
        }
        let creation = DescriptorCreation(
            parent: parent, creator: creator, isContainer: try input.flag("container"), flags: flags,
            mapping: try input.member("mapping").mapping())
        do throws(CreationError) {
            let descriptor = try SecurityDescriptor(creating: creation, by: token)
            return .object([
                "dacl": .string(daclText(descriptor)),
                "dacl_defaulted": .bool(descriptor.control.contains(.daclDefaulted)), "error": .null,
            ])
        } catch {
            return .object(["dacl": .null, "dacl_defaulted": .null, "error": .string(error.code.rawValue)])
        }
    }

    /// The `D:` part alone.
    static func daclText(_ descriptor: SecurityDescriptor) -> String {
        SecurityDescriptor(dacl: descriptor.dacl, control: descriptor.control).sddl(domain: anyDomain)
    }

    static func answerInheritanceFlags(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let text = ModelInput(.string("D:" + (try input.member("parent_ace").string())), path: "input.parent_ace")
        var parent = try text.descriptor()
        if case .list(var list) = parent.dacl, !list.entries.isEmpty {
            if try input.flag("parent_ace_has_ID") {
                list.entries[0].flags.insert(.inherited)
            } else {
                list.entries[0].flags.remove(.inherited)
            }
            parent.dacl = .list(list)
        }
        parent.control = control(try input.strings("set_parent_control")).storedByRawSet
        let isAuto = parent.control.contains(.daclAutoInherited)
        // NTFS lets a child inherit with marks when the directory's own list is automatic.
        let creation = DescriptorCreation(
            parent: parent, isContainer: false, flags: isAuto ? .daclAutoInherit : [],
            mapping: ObjectType.file.mapping)
        do throws(CreationError) {
            let child = try SecurityDescriptor(creating: creation, by: AccessToken(user: .everyone))
            return .object([
                "parent_control_read_back": letters(parent.control),
                "parent_ace_ID_read_back": .bool(parent.dacl.list?.entries.first?.isInherited ?? false),
                "child_control": letters(child.control),
                "child_ace_ID": .bool(child.dacl.list?.entries.first?.isInherited ?? false),
            ])
        } catch {
            throw input.unusable(error.description)
        }
    }

    static func answerSetEntries(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        var wishes: [ExplicitAccess] = []
        for element in try input.optional("entries")?.elements() ?? [] {
            let word = try element.member("mode")
            guard let mode = ExplicitAccess.Mode(rawValue: try word.string()) else {
                throw word.unusable("an unknown mode")
            }
            guard let bits = UInt8(exactly: try element.optional("inheritance")?.integer() ?? 0) else {
                throw element.unusable("unknown flags of inheritance")
            }
            wishes.append(
                ExplicitAccess(
                    mode, trustee: try element.member("sid").sid(), mask: try element.member("mask").mask(),
                    inheritance: EntryFlags(rawValue: bits)))
        }
        var descriptor = try input.optional("old_dacl")?.descriptor() ?? SecurityDescriptor()
        descriptor.dacl = .list((descriptor.dacl.list ?? []).setting(wishes))
        return .object(["new_dacl": .string(daclText(descriptor))])
    }
}
