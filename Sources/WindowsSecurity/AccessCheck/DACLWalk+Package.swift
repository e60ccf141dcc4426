extension DACLWalk {
    /// Step 8 of `docs/windows-model.md`: one walk for the user side and the package side; both must be granted in full.
    func walkWithPackage<Recorder: AccessRecorder>(
        _ wanted: AccessMask, packageWants: AccessMask, recorder: inout Recorder
    ) -> Bool {
        AccessCheck.note(&recorder, .passBegins, pass: .ordinary, remaining: wanted)
        AccessCheck.note(&recorder, .passBegins, pass: .package, remaining: packageWants)
        guard case .list(let list) = descriptor.dacl else {
            AccessCheck.note(&recorder, .unprotectedGrantsNoPackage, pass: .package, remaining: packageWants)
            return false
        }
        var left = wanted
        var packageLeft = packageWants
        let entries = list.entries.span
        for index in entries.indices {
            if left.isEmpty, packageLeft.isEmpty { break }
            guard !entries[index].flags.contains(.inheritOnly) else { continue }
            let mask = request.mapping.map(entries[index].mask)
            let entry = entries[index]
            guard speaksAboutWhole(entry) else { continue }
            if entry.type.isDeny {
                let bits = mask.intersection(left)
                guard !bits.isEmpty, applies(entry, with: token.ordinaryMembership, pass: .ordinary) else { continue }
                AccessCheck.note(&recorder, .entryDenies, pass: .ordinary, entry: index, bits: bits, remaining: left)
                return false
            }
            if applies(entry, with: token.ordinaryMembership, pass: .ordinary) {
                let bits = mask.intersection(left)
                guard !bits.isEmpty else { continue }
                left.subtract(bits)
                AccessCheck.note(&recorder, .entryAllows, pass: .ordinary, entry: index, bits: bits, remaining: left)
            } else if applies(entry, with: token.packageMembership, pass: .package) {
                let bits = mask.intersection(packageLeft)
                guard !bits.isEmpty else { continue }
                packageLeft.subtract(bits)
                AccessCheck.note(
                    &recorder, .entryAllows, pass: .package, entry: index, bits: bits, remaining: packageLeft)
            }
        }
        AccessCheck.note(
            &recorder, .passEnds, pass: .ordinary, bits: wanted.subtracting(left), remaining: left)
        AccessCheck.note(
            &recorder, .passEnds, pass: .package, bits: packageWants.subtracting(packageLeft), remaining: packageLeft)
        return left.isEmpty && packageLeft.isEmpty
    }
}
