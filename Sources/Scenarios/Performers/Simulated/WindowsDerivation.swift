internal import SimulatedWindows
internal import WindowsSecurity

/// A failed call in words: the steps of the check that refused, as the check itself recorded them.
enum WindowsDerivation {
    /// What decided when no list was asked.
    static let noCheck = "no access check was part of it"

    static func lines(_ failure: CallFailure) -> [String] {
        guard let check = failure.check else { return ["\(failure.error)", noCheck] }
        return ["\(failure.error)"] + lines(check.object, check.descriptor, check.derivation)
    }

    /// An access check in words.
    static func lines(_ object: String, _ descriptor: SecurityDescriptor, _ derivation: Derivation) -> [String] {
        let entries = descriptor.dacl.list?.entries ?? []
        return ["\(object): \(descriptor.sddl())"]
            + derivation.steps.map { step in
                var line = "\(step.pass.rawValue): \(step.kind)"
                if let index = step.entryIndex, entries.indices.contains(index) {
                    line += " [\(index)] \(entries[index].sddl())"
                }
                return line + ", bits \(step.bits), left \(step.remaining)"
            }
    }
}
