internal import ArgumentParser
internal import SandboxModel

/// A design by its name, or the wish to see the names.
enum DesignName: Hashable {
    /// The word `list`.
    case list
    /// A design.
    case named(SandboxDesign)

    /// Reads a name.
    ///
    /// - Parameter argument: the value of an option.
    /// - Throws: `ValidationError` that says how to see the names; there are too many for a message, and for a help text.
    init(reading argument: String) throws {
        guard argument != "list" else {
            self = .list
            return
        }
        guard let design = SandboxDesign.named(argument) else {
            throw ValidationError("there is no such design; 'list' shows those there are")
        }
        self = .named(design)
    }

    /// The design, unless the names are wanted.
    var design: SandboxDesign? {
        guard case .named(let design) = self else { return nil }
        return design
    }
}
