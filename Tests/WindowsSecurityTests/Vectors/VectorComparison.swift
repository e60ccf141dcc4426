import JSON
import ModelFamilies
import WindowsSecurity

/// Compares answers with expectations as `Fixtures/vectors/README.md` says.
enum VectorComparison {
    /// What differs, or nothing when the answer is as expected.
    static func difference(_ family: ModelFamily, result: JSONValue, expect: JSONValue) -> String? {
        if let alternative = expect["alternative"], difference(family, result: result, expect: alternative) == nil {
            return nil
        }
        for member in expect.members ?? [] where member.name != "alternative" {
            let found = result[member.name] ?? .null
            if member.name == "granted", expect["status"] != nil, expect["status"]?.string != "STATUS_SUCCESS",
                found == "0x00000000"
            {
                continue
            }
            if !agree(family, member.name, found: found, wanted: member.value) {
                return "\(member.name): expected \(member.value), found \(found)"
            }
        }
        return nil
    }

    private static func agree(_ family: ModelFamily, _ name: String, found: JSONValue, wanted: JSONValue) -> Bool {
        switch name {
        case "status", "error": return normalized(found) == normalized(wanted)
        case "sid": return found.string?.lowercased() == wanted.string?.lowercased()
        case "groups_deny_only", "groups_enabled", "privileges", "parent_control_read_back", "child_control":
            return set(found) == set(wanted)
        case "privileges_removed", "privileges_kept": return set(found).isSuperset(of: set(wanted))
        case "dacl" where family == .inheritance: return entries(found) != nil && entries(found) == entries(wanted)
        case "new_dacl", "child_dacl": return entries(found) == entries(wanted)
        case "child_after": return descriptor(found) != nil && descriptor(found) == descriptor(wanted)
        case _ where name.hasSuffix("_set"): return set(found) == set(wanted)
        default: return found == wanted
        }
    }

    /// The part of a status behind the prefix, without a comment in parentheses.
    private static func normalized(_ value: JSONValue) -> String? {
        guard let text = value.string else { return nil }
        let status = text.split(separator: " ").first ?? ""
        return status.split(separator: "_", maxSplits: 1).last.map(String.init)
    }

    private static func set(_ value: JSONValue) -> Set<JSONValue> { Set(value.array ?? []) }

    private static func descriptor(_ value: JSONValue) -> SecurityDescriptor? {
        value.string.flatMap { try? SecurityDescriptor(sddl: $0) }
    }

    /// The entries of a list by meaning; control letters do not count, but a NULL list does.
    private static func entries(_ value: JSONValue) -> SecurityDescriptor.List? {
        guard let descriptor = descriptor(value) else { return nil }
        guard case .list(let list) = descriptor.dacl else { return descriptor.dacl }
        return .list(ACL(list.entries))
    }
}
