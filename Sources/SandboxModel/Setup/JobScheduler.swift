/// A service that runs jobs later, outside every sandbox, as the user who left them.
public enum JobScheduler: String, CaseIterable, Hashable, Sendable {
    /// Repeated jobs: `crontab(1)`.
    case cron
    /// Jobs at one time: `at(1)`.
    case at
}
