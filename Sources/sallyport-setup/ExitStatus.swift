internal import SandboxModel

extension SetupError {
    /// The exit status of the program (`sysexits.h`).
    var exitStatus: Int32 {
        switch code {
        case .corruptJournal, .corruptRegistry, .corruptImage: 65
        case .unknownUser: 67
        case .toolMissing, .unsupported, .exhausted, .notInstalled: 69
        case .systemCall, .toolFailed, .notInForce: 71
        case .conflict, .unsafeFile: 73
        case .busy, .interrupted: 75
        case .notPermitted: 77
        }
    }
}
