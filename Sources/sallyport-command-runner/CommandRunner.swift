import CConfinement

/// The setuid program between the caller and the sandbox: it authorizes, puts every layer in force, and executes.
///
/// Any layer that cannot be put in force ends the launch with a report on descriptor 4.
@main
struct CommandRunner {
    static func main() {
        do throws(LayerFailure) {
            try launch()
        } catch {
            exit(confinement_report_failure())
        }
    }

    /// Returns only by throwing: a started command ends the process with its own status.
    private static func launch() throws(LayerFailure) {
        try inForce(confinement_sanitise_process())
        let request = try LaunchAuthorization.readRequest()
        var confinement = try LaunchAuthorization.authorize(request)
        try inForce(confinement_check_owners(&confinement))
        if confinement.elevated {
            try inForce(confinement_verify_firewall(confinement.offline_principal))
            confinement_open_runs()
        }
        try inForce(confinement_enter_namespaces(&confinement))
        try inForce(confinement_build_view(&confinement))
        try inForce(confinement_prepare_write_gate(&confinement))
        try inForce(confinement_supervise(&confinement))
    }
}
