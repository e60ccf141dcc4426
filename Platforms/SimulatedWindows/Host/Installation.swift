public import SandboxModel

/// Where the sandbox keeps its files on the machine; Windows: `CODEX_HOME`.
public struct Installation: Hashable, Sendable {
    /// The directory that holds everything, for example `C:\Users\alice\.codex`.
    public let home: String

    /// Makes the places under a directory.
    ///
    /// - Parameter home: the directory.
    public init(home: String) { self.home = home }

    /// Logs, the marker, the report of the last failure, the state of denied reads.
    public var configuration: String { home + #"\.sandbox"# }
    /// Copies of the runner.
    public var programs: String { home + #"\.sandbox-bin"# }
    /// The protected passwords.
    public var secrets: String { home + #"\.sandbox-secrets"# }
    /// The record that setup ran to its end.
    public var marker: String { configuration + #"\setup_marker.json"# }
    /// The report of the last failure of setup.
    public var report: String { configuration + #"\setup_error.json"# }
    /// The names and protected passwords of the principals.
    public var users: String { secrets + #"\sandbox_users.json"# }
    /// The record of what may not be read.
    public var deniedReads: String { configuration + #"\deny_read_acl_state.json"# }
    /// The record of what may not be written, for designs that take such denials back.
    public var deniedWrites: String { configuration + #"\deny_write_acl_state.json"# }
    /// Which capability stands for which root.
    public var capabilities: String { home + #"\cap_sid"# }
    /// The command runner.
    public var runner: String { programs + #"\codex-command-runner.exe"# }

    /// The path of a directory that setup locks.
    ///
    /// - Parameter directory: the directory.
    /// - Returns: its path.
    public func path(of directory: SetupDirectory) -> String {
        switch directory {
        case .configuration: configuration
        case .programs: programs
        }
    }
}
