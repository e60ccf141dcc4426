/// At which step a runner failed.
public enum RunnerStage: String, CaseIterable, Hashable, Sendable {
    /// Reading the request.
    case readSpawnRequest = "read_spawn_request"
    /// Building the token and starting the command.
    case spawnChild = "spawn_child"
    /// Telling that it started.
    case writeSpawnReady = "write_spawn_ready"
}
