extension DerivationStep: CustomStringConvertible {
    /// The step in one line, for a person.
    public var description: String {
        switch self {
        case .entry(let entry, let wanted, let allows): "\(entry) \(Self.verb(allows)) \(wanted)"
        case .mask(let mask, let wanted, let allows): "mask \(mask) \(Self.verb(allows)) \(wanted)"
        case .entriesIgnored: "the mask is empty, so named entries are not consulted"
        case .mount(let readOnly): readOnly ? "the mount is read-only" : "the mount takes writes"
        case .writeGate(let path, _, let allows): "the write gate \(Self.verb(allows)) it at \(path)"
        case .sticky(let allows): "the sticky bit \(Self.verb(allows)) it"
        case .ownership(let allows): allows ? "the process may do what owners may" : "only an owner may do it"
        }
    }

    private static func verb(_ allows: Bool) -> String { allows ? "allows" : "refuses" }
}
