import SandboxModel

/// The stored properties of the documented design, and whether a mutation changes each, so that one that is added later is not forgotten.
///
/// Rules that are a structure of their own are named below; a new structure counts as one property until it is.
enum DesignProperties {
    /// The properties that mutations leave as they are in the documented design.
    ///
    /// - Parameter mutations: the mutations.
    /// - Returns: each property as a path, `setup.followsLinks`, in the order of the declarations.
    static func forgotten(by mutations: [DesignMutation]) -> [String] {
        let changed = mutations.map { Dictionary(uniqueKeysWithValues: values(of: $0.design)) }
        // A name says nothing about what is done.
        return values(of: SandboxDesign.elevatedOnWindows).filter { path, value in
            path != "name" && changed.allSatisfy { $0[path] == value }
        }.map(\.0)
    }

    /// The stored properties with their values; rules that are structures themselves are taken apart, and sets of flags into those that are set.
    private static func values(of subject: Any, at prefix: String = "") -> [(String, String)] {
        Mirror(reflecting: subject).children.flatMap { child -> [(String, String)] in
            let path = prefix + (child.label ?? "")
            switch child.value {
            case is AccessMasks, is SetupRules, is ProcessRules, is AuditRules:
                return values(of: child.value, at: path + ".")
            case let set as Set<UInt32>: return [(path, "\(set.sorted())")]
            case let rules as RootRules: return flags(UInt(rules.rawValue), at: path)
            case let rules as DenialRules: return flags(UInt(rules.rawValue), at: path)
            default: return [(path, "\(child.value)")]
            }
        }
    }

    private static func flags(_ bits: UInt, at path: String) -> [(String, String)] {
        (0..<UInt.bitWidth).filter { bits >> $0 & 1 == 1 }.map { ("\(path) (flag \($0))", "set") }
    }
}
