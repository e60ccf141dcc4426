/// The two-letter names that SDDL has for identifiers; MS-DTYP 2.5.1.1.
enum SDDLAliases {
    /// What an alias stands for: a fixed identifier, or a relative identifier of the machine's domain.
    enum Meaning {
        /// The same identifier everywhere.
        case fixed(SID)
        /// A relative identifier below the domain's.
        case domain(UInt32)
    }

    private static let table: [(word: TwoLetters, value: Meaning)] = [
        ("WD", .fixed(SID(1, 0))), ("CO", .fixed(SID(3, 0))), ("CG", .fixed(SID(3, 1))), ("OW", .fixed(SID(3, 4))),
        ("NU", .fixed(SID(5, 2))), ("IU", .fixed(SID(5, 4))), ("SU", .fixed(SID(5, 6))), ("AN", .fixed(SID(5, 7))),
        ("ED", .fixed(SID(5, 9))), ("PS", .fixed(SID(5, 10))), ("AU", .fixed(SID(5, 11))),
        ("RC", .fixed(SID(5, 12))), ("SY", .fixed(SID(5, 18))), ("LS", .fixed(SID(5, 19))),
        ("NS", .fixed(SID(5, 20))), ("WR", .fixed(SID(5, 33))), ("BA", .fixed(SID(5, 32, 544))),
        ("BU", .fixed(SID(5, 32, 545))), ("BG", .fixed(SID(5, 32, 546))), ("PU", .fixed(SID(5, 32, 547))),
        ("AO", .fixed(SID(5, 32, 548))), ("SO", .fixed(SID(5, 32, 549))), ("PO", .fixed(SID(5, 32, 550))),
        ("BO", .fixed(SID(5, 32, 551))), ("RE", .fixed(SID(5, 32, 552))), ("RU", .fixed(SID(5, 32, 554))),
        ("RD", .fixed(SID(5, 32, 555))), ("NO", .fixed(SID(5, 32, 556))), ("MU", .fixed(SID(5, 32, 558))),
        ("LU", .fixed(SID(5, 32, 559))), ("IS", .fixed(SID(5, 32, 568))), ("CY", .fixed(SID(5, 32, 569))),
        ("ER", .fixed(SID(5, 32, 573))), ("CD", .fixed(SID(5, 32, 574))), ("RA", .fixed(SID(5, 32, 575))),
        ("ES", .fixed(SID(5, 32, 576))), ("MS", .fixed(SID(5, 32, 577))), ("HA", .fixed(SID(5, 32, 578))),
        ("AA", .fixed(SID(5, 32, 579))), ("RM", .fixed(SID(5, 32, 580))), ("HO", .fixed(SID(5, 32, 584))),
        ("UD", .fixed(userModeDrivers)), ("AC", .fixed(SID(15, 2, 1))), ("LW", .fixed(SID(16, 4096))),
        ("ME", .fixed(SID(16, 8192))), ("MP", .fixed(SID(16, 8448))), ("HI", .fixed(SID(16, 12288))),
        ("SI", .fixed(SID(16, 16384))), ("AS", .fixed(SID(18, 1))), ("SS", .fixed(SID(18, 2))),
        ("RO", .domain(498)), ("LA", .domain(500)), ("LG", .domain(501)), ("DA", .domain(512)),
        ("DU", .domain(513)), ("DG", .domain(514)), ("DC", .domain(515)), ("DD", .domain(516)),
        ("CA", .domain(517)), ("SA", .domain(518)), ("EA", .domain(519)), ("PA", .domain(520)),
        ("CN", .domain(522)), ("AP", .domain(525)), ("KA", .domain(526)), ("EK", .domain(527)),
        ("RS", .domain(553)),
    ]

    private static var userModeDrivers: SID {
        var storage = InlineArray<15, UInt32>(repeating: 0)
        storage[0] = 84
        return SID(authority: 5, storage: storage, count: 6)
    }

    /// The meanings by both letters.
    private static let meanings = TwoLetters.table(table)

    /// The fixed identifiers by 256 places that their headers choose; one that finds its place taken has the next.
    ///
    /// The headers stand apart, so that a stranger is told by one word.
    private static let places: (headers: [UInt64], sids: [SID], names: [TwoLetters?]) = {
        var headers = [UInt64](repeating: 0, count: 256)
        var sids = [SID](repeating: SID(0, 0), count: 256)
        var names = [TwoLetters?](repeating: nil, count: 256)
        for (name, meaning) in table {
            guard case .fixed(let sid) = meaning else { continue }
            var place = place(of: sid)
            while names[place] != nil { place = (place + 1) & 0xFF }
            (headers[place], sids[place], names[place]) = (sid.header, sid, name)
        }
        return (headers, sids, names)
    }()

    @inline(__always)
    private static func place(of sid: SID) -> Int {
        Int(truncatingIfNeeded: (sid.header &* 0x9E37_79B9_7F4A_7C15) >> 56)
    }

    @inline(__always)
    private static func fixedName(of sid: SID) -> TwoLetters? {
        var place = place(of: sid)
        // No identifier of the table has the header zero, which a free place has.
        while places.headers[place] != 0 {
            if places.headers[place] == sid.header, places.sids[place] == sid { return places.names[place] }
            place = (place + 1) & 0xFF
        }
        return nil
    }

    private static let firstDomainIdentifier: UInt32 = 498

    /// The names of relative identifiers of a domain, from the first one on.
    private static let domainNames: [TwoLetters?] = {
        var names = [TwoLetters?](repeating: nil, count: 56)
        for (name, meaning) in table {
            if case .domain(let identifier) = meaning { names[Int(identifier - firstDomainIdentifier)] = name }
        }
        return names
    }()

    /// The identifier that two letters of either case stand for; accounts of a domain have none without it.
    static func sid(_ first: UInt8, _ second: UInt8, domain: SID?) -> SID? {
        guard let index = TwoLetters(first, second).index, let meaning = meanings[index] else { return nil }
        switch meaning {
        case .fixed(let sid): return sid
        case .domain(let identifier): return domain?.appending(identifier)
        }
    }

    /// Whether two letters of either case stand for an account of a domain.
    static func needsDomain(_ first: UInt8, _ second: UInt8) -> Bool {
        guard let index = TwoLetters(first, second).index, case .domain = meanings[index] else { return false }
        return true
    }

    private static func name(of sid: SID, domain: SID?) -> TwoLetters? {
        // Every fixed identifier has one or two parts, or begins with 84.
        if sid.subAuthorityCount <= 2 || sid.storage[0] == 84 {
            if let name = fixedName(of: sid) { return name }
        }
        guard let domain, let identifier = sid.relativeIdentifier, identifier >= firstDomainIdentifier,
            identifier - firstDomainIdentifier < UInt32(domainNames.count),
            sid.subAuthorityCount == domain.subAuthorityCount + 1, sid.hasPrefix(domain)
        else { return nil }
        return domainNames[Int(identifier - firstDomainIdentifier)]
    }

    /// Appends the alias of a SID, or its string form when it has none.
    static func write(_ sid: SID, domain: SID?, to output: inout [UInt8]) {
        output.append(addingCapacity: sid.textLimit) { (room: inout OutputSpan<UInt8>) in
            write(sid, domain: domain, to: &room)
        }
    }

    /// Appends the alias of a SID, or its string form when it has none.
    static func write(_ sid: SID, domain: SID?, to room: inout OutputSpan<UInt8>) {
        if let name = name(of: sid, domain: domain) { name.write(to: &room) } else { sid.write(to: &room) }
    }
}
