internal import ArgumentParser
internal import SandboxModel

/// A design by its name, or the wish to see the names.
enum DesignName: ExpressibleByArgument, Hashable {
    /// The word `list`.
    case list
    /// A design.
    case named(SandboxDesign)

    init?(argument: String) {
        guard argument != "list" else {
            self = .list
            return
        }
        guard let design = SandboxDesign.named(argument) else { return nil }
        self = .named(design)
    }

    /// The design, unless the names are wanted.
    var design: SandboxDesign? {
        guard case .named(let design) = self else { return nil }
        return design
    }

    static var allValueStrings: [String] { ["list"] + SandboxDesign.windows.map(\.name) }
}
