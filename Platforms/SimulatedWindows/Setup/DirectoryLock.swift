internal import SandboxModel
internal import WindowsSecurity

/// The lists of the sandbox's own directories.
///
/// They replace every explicit entry; what the directory above gives still comes in, as documented.
enum DirectoryLock {
    private static let inherited: EntryFlags = [.objectInherit, .containerInherit]
    /// Reading and writing without deleting, 0x1201BF.
    private static let withoutDeletion = AccessMask(rawValue: 0x12_01BF)

    /// The list of a directory.
    ///
    /// - Parameters:
    ///   - directory: which one.
    ///   - group: the group of the principals.
    ///   - user: the person whose commands are sandboxed.
    /// - Returns: the explicit entries.
    static func list(of directory: SetupDirectory, group: SID, user: SID) -> ACL {
        switch directory {
        case .configuration:
            ACL([
                .allow(.fileModify, to: group, flags: inherited),
                .allow(.fileModify, to: .localSystem, flags: inherited),
                .allow(.fileModify, to: .administrators, flags: inherited),
                .allow(withoutDeletion, to: user, flags: inherited),
            ])
        case .programs:
            ACL([
                .allow([.fileGenericRead, .fileGenericExecute], to: group, flags: inherited),
                .allow(.fileModify, to: .localSystem, flags: inherited),
                .allow(.fileModify, to: .administrators, flags: inherited),
                .allow(.fileModify, to: user, flags: inherited),
            ])
        }
    }

    /// The descriptor of a directory.
    ///
    /// - Parameters:
    ///   - directory: which one.
    ///   - group: the group of the principals.
    ///   - user: the person whose commands are sandboxed.
    ///   - rules: how far the directory of the runner is closed.
    /// - Returns: the explicit entries, and whether nothing comes in from above.
    static func descriptor(
        of directory: SetupDirectory, group: SID, user: SID, _ rules: SetupRules
    ) -> SecurityDescriptor {
        var list = list(of: directory, group: group, user: user)
        guard directory == .programs, rules.programsLock != .inherits else {
            return SecurityDescriptor(dacl: .list(list))
        }
        if rules.programsLock == .protected, let last = list.entries.popLast() {
            list.entries.append(.allow(last.mask.union(.writeDACL), to: last.trustee, flags: last.flags))
        }
        return SecurityDescriptor(dacl: .list(list), control: .daclProtected)
    }

    /// The list of the directory of the protected passwords.
    static func secrets(group: SID, user: SID) -> ACL {
        ACL([
            .deny(.fileModify, to: group, flags: inherited), .allow(.fileModify, to: .localSystem, flags: inherited),
            .allow(.fileModify, to: .administrators, flags: inherited),
            .allow(withoutDeletion, to: user, flags: inherited),
        ])
    }

    /// The descriptor of the marker, which nobody of the sandbox can read or replace: `D:P(A;;GA;;;SY)(A;;GA;;;BA)(A;;GA;;;user)`.
    static func marker(user: SID) -> SecurityDescriptor {
        SecurityDescriptor(
            dacl: .list([
                .allow(.genericAll, to: .localSystem), .allow(.genericAll, to: .administrators),
                .allow(.genericAll, to: user),
            ]), control: .daclProtected)
    }
}
