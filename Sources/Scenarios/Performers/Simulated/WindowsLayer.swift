internal import SimulatedWindows
internal import WindowsSecurity

/// The layers of Windows, told from a failed call by its error and by the access check that refused.
enum WindowsLayer {
    /// The layers, in the order in which reports list them.
    static let all = [
        launch, integrity, privileges, ordinaryPass, packagePass, restrictedPass, firewall, packetFilter, proxy, logon,
        secrets, handles, environment, names, sharing, fileTools, desktop, system, unseen,
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
    /// The proxy that the policy enforces.
    static let proxy = Layer(rawValue: "proxy")
    /// Logging on.
    static let logon = Layer(rawValue: "logon")
    /// A secret that is protected for another account.
    static let secrets = Layer(rawValue: "secrets")
    /// Nothing is inherited but the standard handles.
    static let handles = Layer(rawValue: "handles")
    /// The environment is chosen, not inherited.
    static let environment = Layer(rawValue: "environment")
    /// Nothing has that name.
    static let names = Layer(rawValue: "names")
    /// Somebody else has it open.
    static let sharing = Layer(rawValue: "sharing")
    /// The windows of another desktop have no names.
    static let desktop = Layer(rawValue: "desktop")
    /// The agent's own tool refuses by itself.
    static let fileTools = Layer(rawValue: "file-tools")
    /// The call itself refuses.
    static let system = Layer(rawValue: "system")
    /// It succeeds without the effect.
    static let unseen = Layer(rawValue: "unseen")

    private static let logonErrors: Set<Win32Error> = [
        .logonFailure, .accountRestriction, .passwordExpired, .accountDisabled, .logonTypeNotGranted, .accountExpired,
        .passwordMustChange, .accountLockedOut, .noSuchLogonSession, .cancelled, .elevationRequired,
    ]
    private static let nameErrors: Set<Win32Error> = [
        .fileNotFound, .pathNotFound, .invalidName, .badNetworkPath, .badNetworkName, .hostNotFound,
        .cannotResolveFileName,
        .fileNameExceedsRange, .noneMapped,
    ]

    /// The layer that refused.
    static func deciding(_ failure: CallFailure) -> Layer {
        // Whatever error the call makes of it: a share that a filter keeps away is a network path that is not found.
        if failure.check?.object.hasPrefix("filter") == true { return packetFilter }
        if failure.error.code != .socketAccessDenied, let check = failure.check { return deciding(check.derivation) }
        return deciding(failure.error)
    }

    /// The layer that gives an error when no access check was part of it.
    static func deciding(_ error: CallError) -> Layer {
        guard error.call != SimulatedProxy.connectMethod else { return proxy }
        return switch error.code {
        case .socketAccessDenied: firewall
        case .privilegeNotHeld, .invalidOwner: privileges
        case .sharingViolation: sharing
        case .badKeyState: secrets
        case .invalidWindowHandle: desktop
        case .invalidHandle: handles
        case environmentVariableNotFound: environment
        case _ where logonErrors.contains(error.code): logon
        case _ where nameErrors.contains(error.code): names
        default: system
        }
    }

    /// Windows: `ERROR_ENVVAR_NOT_FOUND`.
    static let environmentVariableNotFound = Win32Error(rawValue: 203)

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
