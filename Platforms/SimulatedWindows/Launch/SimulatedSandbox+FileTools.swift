public import SandboxModel

/// The tools by which the agent itself edits files.
extension SimulatedSandbox {
    /// Writes a file as the agent's own tools do under a plan.
    ///
    /// - Parameters:
    ///   - bytes: what the file is to hold.
    ///   - path: the path.
    ///   - plan: what is in force for the commands of the same turn.
    /// - Throws: a failure at `tools` for a protected name, before anything is asked of the machine; at `start` what the machine says.
    public func write(_ bytes: [UInt8], to path: String, under plan: LaunchPlan) throws(SandboxFailure) {
        if let file = try? FilePath(path), let target = try? HostPath(windows: file),
            let name = ToolGuard.refusal(of: target, under: plan.policy, ignoresCase: true)
        {
            throw SandboxFailure(.tools, detail: "\(path) is protected as \(name.rawValue)")
        }
        guard design.processes.confinesFileTools else { return try write(bytes, to: path, by: host.user) }
        var tool = plan
        tool.arguments = [Array("codex.exe".utf8), Array("--codex-run-as-fs-helper".utf8)]
        let command = try start(tool)
        defer { try? end(command) }
        try write(bytes, to: path, by: command.process)
    }

    private func write(_ bytes: [UInt8], to path: String, by process: ProcessIdentifier) throws(SandboxFailure) {
        do throws(CallError) {
            try host.machine.writeFile(path, bytes, by: process)
        } catch {
            throw SandboxFailure(.start, error)
        }
    }
}
