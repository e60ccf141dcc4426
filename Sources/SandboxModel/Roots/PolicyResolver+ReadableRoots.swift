extension PolicyResolver {
    /// Finds the roots for reading: the platform's directories, and everything in the profile but what is private.
    ///
    /// A grant is not a denial: what everybody may read stays readable whatever is left out here.
    mutating func findReadableRoots(_ policy: SandboxPolicy) {
        guard rules.contains(.grantsReading) else { return }
        switch policy.reads {
        case .listed(let withPlatform):
            if withPlatform { readableRoots.formUnion(facts.platformDirectories) }
        case .everything:
            readableRoots.formUnion(facts.platformDirectories)
            if keyDirectories.isEmpty { findKeyDirectories() }
            for home in facts.homeDirectories {
                for name in facts.names(in: home) ?? [] {
                    guard let path = try? home.appending(name), let child = facts.canonical(path), child != home,
                        rules.contains(.grantsPrivate) || privatePlace(of: child, home: home) == nil,
                        !keyDirectories.contains(where: child.isWithin)
                    else { continue }
                    readableRoots.insert(child)
                }
            }
        }
    }
}
