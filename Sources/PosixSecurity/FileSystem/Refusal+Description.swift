extension Refusal: CustomStringConvertible {
    /// Who says no, and how, for a person.
    public var description: String { "\(layer.explanation) (\(error.rawValue))" }
}

extension Refusal.Layer {
    /// The layer in words.
    public var explanation: String {
        switch self {
        case .discretionary: "mode and access control list"
        case .writeGate: "write gate"
        case .readOnlyMount: "read-only mount"
        case .mountPoint: "mount point"
        }
    }
}
