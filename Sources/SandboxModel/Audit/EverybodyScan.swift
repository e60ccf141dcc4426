/// Looks for directories that everybody may write.
///
/// Everyone has to be in the restricting list, so whatever everybody may write stays open to every command unless it is denied. The documented
/// scan is a look with small limits: what lies deeper, or appears later, it does not see. That it also ends after two seconds is left out, since how
/// far it comes in them is the machine's.
public struct EverybodyScan<Facts: HostFacts> {
    /// The most names looked at in one directory.
    public static var maximumEntries: Int { 1000 }
    /// The most directories looked at altogether.
    public static var maximumChecks: Int { 50_000 }

    private static var skippedSuffixes: [String] { ["/windows/installer", "/windows/registration", "/programdata"] }

    private let facts: Facts
    private var seen: Set<HostPath> = []
    private var checks = 0
    private var found: [HostPath] = []

    private init(facts: Facts) { self.facts = facts }

    /// Scans a host.
    ///
    /// The directories right below the working directory come first; then the working directory and what the environment and the platform name,
    /// each with one level of children.
    ///
    /// - Parameters:
    ///   - facts: the host.
    ///   - workingDirectory: where the command is to start.
    ///   - environment: the command's variables.
    /// - Returns: the directories found, in the order in which they were looked at.
    public static func run(
        facts: Facts, workingDirectory: HostPath, environment: [EnvironmentVariable]
    ) -> [HostPath] {
        var scan = EverybodyScan(facts: facts)
        scan.lookBelow(workingDirectory)
        for candidate in [workingDirectory] + scan.named(by: environment) + facts.platformDirectories.prefix(1) {
            guard let canonical = facts.canonical(candidate) else { continue }
            scan.look(canonical)
            scan.lookBelow(canonical)
        }
        return scan.found
    }

    /// What the environment names, and the root of the volume of the platform.
    private func named(by environment: [EnvironmentVariable]) -> [HostPath] {
        func values(_ name: String) -> [[UInt8]] {
            environment.filter { String(decoding: $0.name, as: UTF8.self).lowercased() == name }.map(\.value)
        }
        let single = ["temp", "tmp", "userprofile", "public"].flatMap(values)
        let listed = values("path").flatMap { $0.split(separator: UInt8(ascii: ";")).map(Array.init) }
        let volume = facts.platformDirectories.first.flatMap { platform in
            ([platform] + platform.ancestors).first(where: facts.isVolume)
        }
        return (single + listed).compactMap(facts.absolutePath) + [volume].compactMap(\.self)
    }

    private mutating func lookBelow(_ directory: HostPath) {
        guard !isSkipped(directory) else { return }
        for name in (facts.names(in: directory) ?? []).prefix(Self.maximumEntries) {
            guard let child = try? directory.appending(name), facts.kind(of: child) == .directory else { continue }
            look(child)
        }
    }

    private mutating func look(_ directory: HostPath) {
        guard checks < Self.maximumChecks, !isSkipped(directory), seen.insert(directory).inserted else { return }
        checks += 1
        if facts.everybodyMayWrite(directory) == true { found.append(directory) }
    }

    private func isSkipped(_ directory: HostPath) -> Bool {
        let text = directory.text.lowercased()
        return Self.skippedSuffixes.contains(where: text.hasSuffix)
    }
}
