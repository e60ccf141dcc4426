import CConfinement

/// A layer that is not in force; what and why is in the record of `CConfinement`.
struct LayerFailure: Error {
    /// Records a failure that was found here.
    init(_ layer: confinement_layer, error: Int32, _ text: StaticString) {
        _ = confinement_fail_bytes(layer, error, text.utf8Start, text.utf8CodeUnitCount)
    }

    /// Records bytes that are not what the contract says.
    init(_ layer: confinement_layer, _ error: WireError) {
        var text = WireValues.text(error.explanation)
        text += WireValues.text(" at byte ")
        WireValues.append(UInt64(error.offset), to: &text)
        _ = confinement_fail_bytes(layer, EBADMSG, text, text.count)
    }

    /// Stands for a failure that C has recorded.
    fileprivate init() {}
}

/// Turns the result of a C function into a throw.
func inForce(_ result: Int32) throws(LayerFailure) {
    if result != 0 { throw LayerFailure() }
}
