import SandboxModel

/// What the design denies beside its grants, and how long.
extension DesignMutation {
    /// Every rule about what is denied, turned the wrong way.
    static let denials = [
        DesignMutation("denied-reads-refused", told: "move-a-directory-out-of-its-denial") {
            $0.acceptsDeniedReads = false
        },
        DesignMutation("listed-reads-refused", told: "list-of-what-may-be-read") { $0.acceptsListedReads = false },
        DesignMutation("a-record-that-recovers", told: "record-of-denials-that-cannot-be-read") {
            $0.denials.remove(.stopsAtCorruptRecord)
        },
        DesignMutation("a-record-that-forgets-nothing", told: "denial-that-could-not-be-lifted") {
            $0.denials.remove(.forgetsFailedRevocations)
        },
        DesignMutation("denials-taken-back-alone", told: "grant-that-goes-with-a-denial") {
            $0.denials.remove(.revokesGrantsToo)
        },
        DesignMutation("denied-writes-recorded", told: "record-of-denied-writes") {
            $0.denials.remove(.keepsWriteDenials)
        },
        DesignMutation("no-grant-over-a-denial", told: "denied-file-in-home") { $0.denials.remove(.grantsOverDenials) },
        DesignMutation("no-look-at-public-directories", told: "create-in-a-public-directory-from-the-screen") {
            $0.audit.occasion = .never
        },
        DesignMutation("a-look-before-every-command", told: "race-of-links") { $0.audit.occasion = .always },
        DesignMutation("public-directories-in-roots-denied", told: "public-directory-in-the-workspace") {
            $0.audit.deniesInsideRoots = true
        },
    ]
}
