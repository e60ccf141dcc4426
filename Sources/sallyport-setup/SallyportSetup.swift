internal import ArgumentParser
internal import CSetup
internal import SandboxModel

/// The setup binary: what only root can do, asked for by name, undone by name.
@main struct SallyportSetup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sallyport-setup",
        abstract: "Install or remove what only root can: accounts, registry, firewall rules, command runner.",
        discussion: """
            Every change is written to a journal before it is made, with what was there before. A run that was stopped at \
            any point is finished by running it again, or undone by 'uninstall'. No user's file is ever touched.

            EXAMPLES:
              sudo sallyport-setup install --for-user alice --dry-run
              sudo sallyport-setup install --for-user alice
              sudo sallyport-setup status --json
              sudo sallyport-setup repair
              sudo sallyport-setup uninstall

            EXIT STATUS (sysexits.h):
              0   done; 'status': everything is in force
              1   'status': something is not in force
              64  wrong usage
              65  damaged journal or registry
              67  unknown user
              69  something is missing
              71  a system call or tool failed
              73  something else stands there
              74  the output cannot be written
              75  busy
              77  not root
            """,
        version: "sallyport-setup \(PackageVersion.current)",
        subcommands: [Install.self, Status.self, Repair.self, Uninstall.self])

    /// What stands before a message about the command line, as before every other.
    static var _errorLabel: String { "sallyport-setup" }

    static func main() {
        sallyport_setup_early()
        main(nil)
    }
}
