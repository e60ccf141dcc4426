internal import WindowsSecurity

extension SimulatedMachine {
    /// The processes whose windows messages and hooks of a process reach: those on its desktop that are not trusted more.
    ///
    /// Windows: `SetWindowsHookExW`, `SendMessageW`, user interface privilege isolation.
    ///
    /// - Parameter identifier: the process.
    /// - Returns: the others, in the order of their start.
    public func windows(reachedBy identifier: ProcessIdentifier) -> [ProcessIdentifier] {
        guard let process = processes[identifier], process.isRunning else { return [] }
        return processes.values.filter {
            $0.isRunning && $0.identifier != identifier && $0.desktop == process.desktop
                && $0.token.integrityLevel <= process.token.integrityLevel
        }.map(\.identifier).sorted()
    }
}
