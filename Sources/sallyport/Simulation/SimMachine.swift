import SimulatedWindows

/// The machine of `sallyport sim`: a developer's workstation, or what a file says.
enum SimMachine {
    /// Starts a machine, or loads it.
    ///
    /// - Parameter path: the file: a whole machine, or what is added to the workstation.
    /// - Returns: the machine with the person who works on it.
    /// - Throws: `CommandFailure` with the place in the file that cannot be used.
    static func host(_ path: String?) throws(CommandFailure) -> SimulatedHost {
        guard let path else {
            do throws(CallError) {
                let (machine, alice) = try SimulatedMachine.workstation()
                return SimulatedHost(machine, user: alice)
            } catch {
                throw CommandFailure(.data, "the machine: \(error)")
            }
        }
        let bytes = try InputText.bytes(of: path)
        do throws(MachineFileError) {
            let saved = try SavedMachine(parsing: bytes)
            return SimulatedHost(saved.machine, user: saved.user)
        } catch {
            throw CommandFailure(.data, "\(path): \(error)")
        }
    }

    /// Saves a machine.
    ///
    /// - Parameters:
    ///   - host: the machine with the person who works on it.
    ///   - path: the file, or nothing when it is not to be saved.
    /// - Throws: `CommandFailure` when the file cannot be written.
    static func save(_ host: SimulatedHost, to path: String?) throws(CommandFailure) {
        guard let path else { return }
        try OutputFile.write(SavedMachine(host.machine, user: host.user).bytes, to: path)
    }
}
