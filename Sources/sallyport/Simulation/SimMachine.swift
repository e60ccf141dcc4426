import SimulatedWindows

/// The machine of `sallyport sim`: a developer's workstation, or what a file says.
enum SimMachine {
    /// Starts a machine, or loads it.
    ///
    /// - Parameter path: the file; what it adds is added to the workstation.
    /// - Returns: the machine with the person who works on it.
    /// - Throws: `CommandFailure` with the place in the file that cannot be used.
    static func host(_ path: String?) throws(CommandFailure) -> SimulatedHost {
        let file = try path.map { path throws(CommandFailure) in try Self.file(path) }
        do throws(CallError) {
            var (machine, alice) = try SimulatedMachine.workstation()
            if let file { try machine.load(file) }
            return SimulatedHost(machine, user: alice)
        } catch {
            throw CommandFailure(.data, "\(path ?? "the machine"): \(error)")
        }
    }

    private static func file(_ path: String) throws(CommandFailure) -> MachineFile {
        let text = try InputText.contents(of: path)
        do throws(MachineFileError) {
            return try MachineFile(parsing: text)
        } catch {
            throw CommandFailure(.data, "\(path): \(error)")
        }
    }
}
