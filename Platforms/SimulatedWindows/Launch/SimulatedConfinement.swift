public import SandboxModel
public import WindowsSecurity

/// A launch plan in the simulated machine's terms.
public struct SimulatedConfinement: Hashable, Sendable {
    /// The plan.
    public var plan: LaunchPlan
    /// What the token's filter takes away; Windows: the flags 0xD of the documented design.
    public var flags: TokenFilter.Flags
    /// The edits of lists that the person makes before every command, in order.
    public var edits: [ListEdit]
    /// The directories made before the edits, so that there is something to deny.
    public var guards: [HostPath]

    /// The edits for one purpose, in order.
    func edits(for purpose: ListEdit.Purpose) -> [ListEdit] { edits.filter { $0.purpose == purpose } }

    /// One edit of the list of a path.
    public struct ListEdit: Hashable, Sendable {
        /// What the edit is for.
        public enum Purpose: String, CaseIterable, Hashable, Sendable {
            /// A root may be written.
            case writeGrant = "write-grant"
            /// A root may be read.
            case readGrant = "read-grant"
            /// A path stays as it is.
            case writeDeny = "write-deny"
            /// A path may not be read.
            case readDeny = "read-deny"
        }

        /// What it is for.
        public var purpose: Purpose
        /// The path.
        public var path: HostPath
        /// Whom the entry speaks about.
        public var trustee: SID
        /// The rights.
        public var mask: AccessMask
    }
}
