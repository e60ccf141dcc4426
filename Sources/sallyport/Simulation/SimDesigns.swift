import SandboxModel

/// The designs that `sallyport sim` knows: the documented ones, their revisions, and the rejected ones.
enum SimDesigns {
    /// The list for people: the name, and since when or why not.
    static var list: String {
        var lines = ["NAME                            WHAT IT IS"]
        func add(_ design: SandboxDesign, _ text: String) {
            lines.append(
                design.name + String(repeating: " ", count: max(1, 32 - design.name.utf8.count)) + text)
        }
        add(.elevatedOnWindows, "the documented design: accounts of its own, a firewall, a runner")
        add(.unelevatedOnWindows, "the documented design without setup: the person's own token, made weaker")
        for revision in SandboxDesign.revisions.dropLast() {
            add(revision.design, "the documented design as it was from \(revision.date)")
        }
        for design in SandboxDesign.alternatives {
            add(design, "rejected: \(design.mechanism), network: \(design.networkMechanism)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
