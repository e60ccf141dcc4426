internal import SimulatedWindows
internal import WindowsSecurity

/// A failed call in words: the steps of the check that refused, as the check itself recorded them.
enum WindowsDerivation {
    static func lines(_ failure: CallFailure) -> [String] {
        guard let check = failure.check else { return ["\(failure.error)", "no access check was part of it"] }
        let entries = check.descriptor.dacl.list?.entries ?? []
        return ["\(failure.error)", "\(check.object): \(check.descriptor.sddl())"]
            + check.derivation.steps.map { step in
                var line = "\(step.pass.rawValue): \(step.kind)"
                if let index = step.entryIndex, entries.indices.contains(index) {
                    line += " [\(index)] \(entries[index].sddl())"
                }
                return line + ", bits \(step.bits), left \(step.remaining)"
            }
    }
}
