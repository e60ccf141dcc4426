public import SandboxModel

extension SandboxGroup {
    /// The command that opens a shell in which the group counts, for whom it was given to after the session began; sg(1), newgrp(1).
    ///
    /// `sg` alone, or `newgrp` with the group, would make it the primary group: new files would be the group's, and so open
    /// to all its members. The second program goes back to the user's own and keeps the group.
    public var shellCommand: String { "sg \(groupName) -c newgrp" }
}
