internal import WindowsSecurity

/// The letters that `icacls` writes rights with.
enum FileRights {
    private static let combined: [(String, AccessMask)] = [
        ("F", .fileAll), ("M", .fileModify), ("RX", [.fileGenericRead, .fileGenericExecute]), ("R", .fileGenericRead),
        ("W", AccessMask(rawValue: 0x10_0116)), ("D", AccessMask(rawValue: 0x11_0000)),
    ]

    /// The single rights in the order in which `icacls` lists them.
    private static let single: [(String, AccessMask)] = [
        ("DE", .delete), ("Rc", .readControl), ("WDAC", .writeDACL), ("WO", .writeOwner), ("S", .synchronize),
        ("AS", .accessSystemSecurity), ("MA", .maximumAllowed), ("GR", .genericRead), ("GW", .genericWrite),
        ("GE", .genericExecute), ("GA", .genericAll), ("RD", .fileReadData), ("WD", .fileWriteData),
        ("AD", .fileAppendData), ("REA", .fileReadExtendedAttributes), ("WEA", .fileWriteExtendedAttributes),
        ("X", .fileExecute), ("DC", .fileDeleteChild), ("RA", .fileReadAttributes), ("WA", .fileWriteAttributes),
    ]

    /// The rights in letters.
    ///
    /// - Parameter mask: the rights.
    /// - Returns: for example `M` or `W,D,Rc,DC`.
    static func text(_ mask: AccessMask) -> String {
        for (name, whole) in combined.prefix(3) where mask == whole { return name }
        if mask.isEmpty { return "N" }
        var rest = mask
        var names: [String] = []
        for (name, whole) in combined.dropFirst(2).dropLast() where mask.isSuperset(of: whole) {
            if name == "R", names.contains("RX") { continue }
            names.append(name)
            rest.subtract(whole)
        }
        if rest.contains(.delete) {
            names.append("D")
            rest.subtract(.delete)
        }
        if !names.isEmpty { rest.subtract(.synchronize) }
        for (name, right) in single where rest.contains(right) { names.append(name) }
        return names.joined(separator: ",")
    }

    /// Reads what `icacls /grant` takes behind the name: `(OI)(CI)M`, `F`, `(RD,WD)`.
    ///
    /// - Parameter text: the text behind the colon.
    /// - Returns: the rights and where they are inherited; nothing for anything else.
    static func parse(_ text: String) -> (mask: AccessMask, flags: EntryFlags)? {
        var flags: EntryFlags = []
        var rest = text.uppercased()
        let named: [(String, EntryFlags)] = [
            ("(OI)", .objectInherit), ("(CI)", .containerInherit), ("(IO)", .inheritOnly), ("(NP)", .noPropagate),
            ("(I)", .inherited),
        ]
        while let found = named.first(where: { rest.hasPrefix($0.0) }) {
            flags.insert(found.1)
            rest.removeFirst(found.0.count)
        }
        if rest.hasPrefix("("), rest.hasSuffix(")") { rest = String(rest.dropFirst().dropLast()) }
        var mask: AccessMask = []
        let known = combined + single.map { ($0.0.uppercased(), $0.1) }
        for part in rest.split(separator: ",", omittingEmptySubsequences: false) {
            if part == "N" { continue }
            guard let right = known.first(where: { $0.0 == part }) else { return nil }
            mask.formUnion(right.1)
        }
        return (mask, flags)
    }
}
