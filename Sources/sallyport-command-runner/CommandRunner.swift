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
        var caller = try admit()
        var confinement = caller.confinement
        if confinement.elevated { confinement_open_runs() }
        try inForce(confinement_enter_namespaces(&confinement))
        // The caller may still be preparing it; what was done until here is the same for every request.
        var wasLate = false
        let request = try LaunchAuthorization.readRequest(wasLate: &wasLate)
        if wasLate {
            caller = try admit()
            confinement = caller.confinement
        }
        try LaunchAuthorization.authorize(request, of: caller, in: &confinement)
        try inForce(confinement_take_view(&confinement))
        try inForce(confinement_supervise(&confinement))
    }

    /// Verifies what may change from outside: who the caller is to the registry, and the firewall.
    private static func admit() throws(LayerFailure) -> Caller {
        let caller = try Caller()
        var confinement = caller.confinement
        try inForce(confinement_check_owners(&confinement))
        if confinement.elevated { try inForce(confinement_verify_firewall(confinement.offline_principal)) }
        return caller
    }
}
