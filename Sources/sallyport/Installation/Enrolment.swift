import Glibc
import LinuxPlatform
import SandboxModel

/// What setup gave to the user: the accounts, and a block of group ids.
struct Enrolment {
    /// The registry.
    let registry: Registry
    /// The user's block.
    let block: Registry.Block

    /// The ids that entries on the user's files name.
    var identities: GrantLedger.Identities { registry.identities(of: block) }

    /// Looks the user up, and whether this session may use the runner.
    ///
    /// - Throws: `CommandFailure` that names what is missing and the command that mends it.
    static func require() throws(CommandFailure) -> Enrolment {
        let registry = try readRegistry()
        guard let block = registry.block(of: getuid()) else {
            throw CommandFailure(
                .unavailable,
                "\(AccountName.current ?? "user \(getuid())") is not enrolled in \(InstallationPaths.registry)",
                remedy: CommandFailure.setupRemedy)
        }
        guard CallerSession.belongs(to: registry.launch.identifier) else {
            let group = String(decoding: registry.launch.name, as: UTF8.self)
            throw CommandFailure(
                .unavailable, "this session is not in the group \(group), which setup added you to",
                remedy: CommandFailure.sessionRemedy)
        }
        guard getgid() != registry.launch.identifier, getegid() != registry.launch.identifier else {
            throw CommandFailure(
                .permission,
                "the launch group is the primary group of this session: what the command makes would be the group's",
                remedy: CommandFailure.sessionRemedy)
        }
        guard !CallerSession.hasNoNewPrivileges else {
            throw CommandFailure(
                .unavailable,
                "this session may not gain privileges (no_new_privs), so the runner could not change accounts",
                remedy: "start it from an ordinary session, or use: sallyport run --level unelevated -- ...")
        }
        return Enrolment(registry: registry, block: block)
    }

    /// The ids of this installation, when there is one that knows the user.
    static var installedIdentities: GrantLedger.Identities? {
        guard case .found(let registry) = InstalledRegistry.read() else { return nil }
        return registry.block(of: getuid()).map(registry.identities)
    }

    /// Reads the registry, which must be root's and of the agreed form.
    static func readRegistry() throws(CommandFailure) -> Registry {
        let path = InstallationPaths.registry
        switch InstalledRegistry.read() {
        case .found(let registry): return registry
        case .missing:
            throw CommandFailure(
                .unavailable, "setup has not been run on this machine: there is no \(path)",
                remedy: CommandFailure.setupRemedy)
        case .unreadable(let reason):
            throw CommandFailure(
                .permission, "read \(path): \(SystemReason.text(reason))", remedy: CommandFailure.repairRemedy)
        case .untrusted:
            throw CommandFailure(
                .data, "\(path) is not a file that only root can write, so it authorizes nobody",
                remedy: CommandFailure.repairRemedy)
        case .corrupt(let error):
            throw CommandFailure(
                .data, "\(path) is corrupt: \(error.explanation) at byte \(error.offset)",
                remedy: CommandFailure.repairRemedy)
        }
    }
}

extension Registry {
    /// The ids that entries on a user's files name.
    fileprivate func identities(of block: Block) -> GrantLedger.Identities {
        GrantLedger.Identities(offline: offline.identifier, online: online.identifier, readers: block.readers)
    }
}
