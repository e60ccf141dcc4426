internal import SimulatedWindows
internal import WindowsSecurity

/// The layers of Windows, told from a failed call by its error and by the access check that refused.
enum WindowsLayer {
    /// The layers with what each is.
    static let all = [
        launch, integrity, privileges, ordinaryPass, packagePass, restrictedPass, firewall, packetFilter, logon, names,
        sharing, system,
    ]

    /// The command was not started.
    static let launch = Layer(rawValue: "launch")
    /// The integrity level.
    static let integrity = Layer(rawValue: "integrity")
    /// A privilege that is not held.
    static let privileges = Layer(rawValue: "privileges")
    /// The access check with user and groups.
    static let ordinaryPass = Layer(rawValue: "ordinary-pass")
    /// The access check with the package and its capabilities.
    static let packagePass = Layer(rawValue: "package-pass")
    /// The access check with the restricting SIDs.
    static let restrictedPass = Layer(rawValue: "restricted-pass")
    /// A rule of the firewall.
    static let firewall = Layer(rawValue: "firewall")
    /// A filter of the filtering platform.
    static let packetFilter = Layer(rawValue: "packet-filter")
    /// Logging on.
    static let logon = Layer(rawValue: "logon")
    /// Nothing has that name.
    static let names = Layer(rawValue: "names")
    /// Somebody else has it open.
    static let sharing = Layer(rawValue: "sharing")
    /// The call itself refuses.
    static let system = Layer(rawValue: "system")

    private static let logonErrors: Set<Win32Error> = [
        .logonFailure, .accountRestriction, .passwordExpired, .accountDisabled, .logonTypeNotGranted, .accountExpired,
        .passwordMustChange, .accountLockedOut, .noSuchLogonSession, .cancelled, .elevationRequired,
    ]
    private static let nameErrors: Set<Win32Error> = [
        .fileNotFound, .pathNotFound, .invalidName, .badNetworkPath, .hostNotFound, .cannotResolveFileName,
        .fileNameExceedsRange, .noneMapped,
    ]

    /// The layer that refused.
    static func deciding(_ failure: CallFailure) -> Layer {
        if failure.error.code == .socketAccessDenied {
            return failure.check?.object.hasPrefix("filter") == true ? packetFilter : firewall
        }
        if let check = failure.check { return deciding(check.derivation) }
        switch failure.error.code {
        case .privilegeNotHeld, .invalidOwner: return privileges
        case .sharingViolation: return sharing
        case let code where logonErrors.contains(code): return logon
        case let code where nameErrors.contains(code): return names
        default: return system
        }
    }

    /// The pass of an access check that left something wanted.
    private static func deciding(_ derivation: Derivation) -> Layer {
        var layer = ordinaryPass
        for step in derivation.steps {
            switch step.kind {
            case .labelRefuses: return integrity
            case .privilegeMissing: return privileges
            case .entryDenies, .passEnds, .unprotectedGrantsNoPackage:
                switch step.pass {
                case .before, .ordinary: layer = ordinaryPass
                case .package: layer = packagePass
                case .restricted: layer = restrictedPass
                }
                if step.kind != .passEnds { return layer }
                if !step.remaining.isEmpty { return layer }
            default: break
            }
        }
        return layer
    }
}
