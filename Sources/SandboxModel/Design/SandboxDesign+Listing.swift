extension SandboxDesign {
    /// Every design of Windows for people, in lines of at most 80 columns.
    ///
    /// Those that the same thing confines stand below it: the name, since when or why not, how far a capability reaches.
    public static let listing: String = {
        let designs =
            (revisions + unelevatedRevisions).map { ($0.design, "since \($0.date)") }
            + mistakes.map { ($0, "a mistake") } + alternatives.map { ($0, "rejected") }
        let width = designs.map(\.0.name.utf8.count).max() ?? 0
        func line(_ name: String, _ origin: String, _ scope: String) -> String {
            padded(name, width) + "  " + padded(origin, 16) + "  " + scope + "\n"
        }
        var text = line("DESIGN", "DOCUMENTED", "A CAPABILITY FOR EACH")
        var confinements: [String] = []
        for (design, _) in designs where !confinements.contains(design.confinement) {
            confinements.append(design.confinement)
        }
        for confinement in confinements {
            text += "\n\(confinement)\n"
            for (design, origin) in designs where design.confinement == confinement {
                text += line(design.name, origin, design.capabilityScope.rawValue)
            }
        }
        return text
    }()

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.utf8.count))
    }
}
