/// What all workers of a pass share and never change.
struct PassPlan: Sendable {
    /// The rules of the pass.
    let rules: GrantRules
    /// The purpose of the root and, but for protected names, of everything below it.
    let purpose: EntryPurpose
    /// The absolute path of the root, as bytes without a slash at the end.
    let root: [UInt8]
    /// The names that are protected wherever they stand; empty in passes without protection.
    let protectedNames: [[UInt8]]
    /// Further protected names, by the path of their directory relative to the root.
    let extraNames: [[UInt8]: [[UInt8]]]
    /// The groups of the process, which keep their set-group-id bits.
    let ownGroups: Set<UInt32>
    /// The device of the root (`st_dev`).
    let device: UInt

    /// The absolute path of an entry, as bytes.
    ///
    /// - Parameters:
    ///   - directory: the path of the directory relative to the root; empty for the root.
    ///   - name: the name in it; empty for the directory itself.
    /// - Returns: the path without a slash at the end.
    func path(_ directory: [UInt8], _ name: [UInt8] = []) -> [UInt8] {
        var path = root
        for part in [directory, name] where !part.isEmpty {
            path.append(UInt8(ascii: "/"))
            path += part
        }
        return path
    }
}
