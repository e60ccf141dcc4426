/// The registry: keys with values and descriptors.
public struct Registry: Hashable, Sendable {
    /// The keys by lower-case path, for example `hklm\software\openai`.
    public internal(set) var keys: [String: RegistryKey] = [:]
}
