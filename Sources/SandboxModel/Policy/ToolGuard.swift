/// The look at a path that the agent's own tools take before they edit it, whatever the operating system would say.
public enum ToolGuard {
    /// The protected name that an edit would touch.
    ///
    /// - Parameters:
    ///   - path: what is to be edited, existing or not.
    ///   - policy: the resolved policy.
    ///   - ignoresCase: whether names that differ in the case of letters are one name.
    /// - Returns: the name right below a writable root at or above the path; nothing when there is none, or the policy names it as writable.
    public static func refusal(
        of path: HostPath, under policy: ResolvedPolicy, ignoresCase: Bool = false
    ) -> ProtectedName? {
        for root in policy.writableRoots where path != root && path.isWithin(root) {
            let component = String(decoding: path.components[root.depth], as: UTF8.self)
            let name = ProtectedName.allCases.first {
                ignoresCase ? component.lowercased() == $0.rawValue : component == $0.rawValue
            }
            guard let name else { continue }
            let isReopened = policy.writableRoots.contains { $0 != root && path.isWithin($0) && $0.isWithin(root) }
            if !isReopened { return name }
        }
        return nil
    }
}
