import SandboxModel

/// What the design makes of the roots of a policy.
extension DesignMutation {
    /// Every rule about roots: those of the documented design taken away, the others added.
    static let roots = [
        DesignMutation("missing-roots-refused", told: "root-that-is-missing") { $0.roots.remove(.dropsMissing) },
        DesignMutation("a-profile-as-one-root", told: "root-is-the-home") { $0.roots.remove(.expandsHome) },
        DesignMutation("private-roots-refused", told: "workspace-is-the-home") { $0.roots.remove(.dropsPrivate) },
        DesignMutation("private-places-as-roots", told: "listing-of-keys") { $0.roots.insert(.grantsPrivate) },
        DesignMutation("own-directories-refused", told: "root-in-the-sandboxs-files") {
            $0.roots.remove(.dropsReserved)
        },
        DesignMutation("own-directories-as-roots", told: "root-in-what-setup-made") {
            $0.roots.insert(.allowsReserved)
        },
        DesignMutation("whole-drives-refused", told: "root-is-a-drive") { $0.roots.remove(.allowsWholeFileSystems) },
        DesignMutation("drives-without-lists-refused", told: "root-on-a-drive-without-lists") {
            $0.roots.remove(.allowsUnlistedVolumes)
        },
        DesignMutation("no-files-of-the-system", told: "hive-in-a-home-as-root") {
            $0.roots.remove(.expandsToSystemFiles)
        },
        DesignMutation("temporary-files-of-their-own", told: "temporary-files-of-another-sandbox") {
            $0.roots.remove(.followsEnvironment)
        },
        DesignMutation("directories-of-keys-as-roots", told: "root-that-keys-are-in") {
            $0.roots.remove(.dropsKeyDirectories)
        },
        DesignMutation("nothing-granted-for-reading", told: "stricter-list-of-a-public-file") {
            $0.roots.remove(.grantsReading)
        },
        DesignMutation("no-denial-above-a-root", told: "denial-above-the-workspace") {
            $0.roots.remove(.deniesAboveRoots)
        },
        DesignMutation("no-guard-for-a-missing-name", told: "name-that-was-denied-while-missing") {
            $0.roots.remove(.deniesByName)
        },
    ]
}
