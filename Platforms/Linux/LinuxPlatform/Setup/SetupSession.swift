public import SandboxModel

/// Setup on this machine: the lock, the journal and the platform.
public enum SetupSession {
    /// Takes the lock and reads the journal.
    ///
    /// - Parameter createsState: whether to make the state directory when it is missing; without it nothing can be begun.
    /// - Returns: the engine; the lock lasts as long as it does.
    /// - Throws: `.busy`, `.corruptJournal`, or the step that failed.
    public static func open(
        createsState: Bool
    ) throws(SetupError) -> SetupEngine<LinuxSetupPlatform, LinuxJournalStore> {
        let source = try RunnerSource.besideThisProgram()
        let lock = try SetupLock.take(creates: createsState)
        let tools = ToolRunner(kept: lock?.directory.descriptor ?? -1)
        return try SetupEngine(
            platform: LinuxSetupPlatform(context: SetupContext(tools: tools, runnerSource: source)),
            store: LinuxJournalStore(lock: lock))
    }

    /// Reads the authorization record, to refuse a damaged one before anything is changed.
    ///
    /// - Throws: `.corruptRegistry` when there is one that cannot be parsed.
    public static func checkRegistry() throws(SetupError) {
        _ = try RegistryFile.read()
    }
}
