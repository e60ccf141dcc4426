/// The identifiers that every machine or domain has, by the numbers of `WELL_KNOWN_SID_TYPE` in winnt.h; MS-DTYP 2.4.2.4.
public enum WellKnownSID {
    /// What an identifier is made of.
    private enum Form {
        /// An authority and one subauthority.
        case one(UInt64, UInt32)
        /// A relative identifier below `S-1-5-32`.
        case builtin(UInt32)
        /// A relative identifier below the machine's or the domain's.
        case domain(UInt32)
        /// An authority and any subauthorities.
        case parts(UInt64, [UInt32])
    }

    private static let forms: [Int: Form] = {
        var forms: [Int: Form] = [
            0: .one(0, 0), 1: .one(1, 0), 2: .one(2, 0), 3: .one(3, 0), 4: .one(3, 1), 5: .one(3, 2), 6: .one(3, 3),
            7: .parts(5, []), 16: .one(5, 10), 17: .one(5, 11), 18: .one(5, 12), 19: .one(5, 13), 20: .one(5, 14),
            22: .one(5, 18), 23: .one(5, 19), 24: .one(5, 20), 25: .one(5, 32), 51: .parts(5, [64, 10]),
            52: .parts(5, [64, 21]), 53: .parts(5, [64, 14]), 54: .one(5, 15), 55: .one(5, 1000), 63: .one(5, 17),
            65: .one(16, 0), 66: .one(16, 0x1000), 67: .one(16, 0x2000), 68: .one(16, 0x3000), 69: .one(16, 0x4000),
            70: .one(5, 33), 71: .one(3, 4), 72: .domain(571), 73: .domain(572), 74: .one(5, 22), 75: .domain(521),
            77: .domain(498), 79: .one(16, 0x2100), 81: .one(2, 1), 82: .parts(5, [65, 1]), 84: .parts(15, [2, 1]),
            93: .parts(15, [3, 8]), 98: .parts(5, [84, 0, 0, 0, 0, 0]), 100: .domain(522), 103: .one(18, 1),
            104: .one(18, 2), 105: .one(5, 113), 106: .one(5, 114), 107: .domain(525), 108: .parts(15, [3, 11]),
            109: .parts(15, [3, 12]), 110: .domain(503), 113: .domain(526), 114: .domain(527), 115: .one(18, 4),
            116: .one(18, 5), 117: .one(18, 6), 118: .one(18, 3),
        ]
        for (number, identifier) in zip(8...15, [1, 2, 3, 4, 6, 7, 8, 9] as [UInt32]) {
            forms[number] = .one(5, identifier)
        }
        let builtin: [(Int, UInt32)] = [
            (26, 544), (27, 545), (28, 546), (29, 547), (30, 548), (31, 549), (32, 550), (33, 551), (34, 552),
            (35, 554), (36, 555), (37, 556), (56, 557), (57, 558), (58, 559), (59, 560), (60, 561), (61, 562),
            (62, 568), (64, 569), (76, 573), (78, 574), (95, 575), (96, 576), (97, 577), (99, 578), (101, 579),
            (102, 580), (111, 581), (112, 582), (119, 583),
        ]
        for (number, identifier) in builtin { forms[number] = .builtin(identifier) }
        for (number, identifier) in zip(38...40, 500...502 as ClosedRange<UInt32>) {
            forms[number] = .domain(identifier)
        }
        for (number, identifier) in zip(41...49, 512...520 as ClosedRange<UInt32>) {
            forms[number] = .domain(identifier)
        }
        forms[50] = .domain(553)
        for (number, identifier) in zip(85...91, 1...7 as ClosedRange<UInt32>) {
            forms[number] = .parts(15, [3, identifier])
        }
        forms[92] = .parts(15, [3, 9])
        forms[94] = .parts(15, [3, 10])
        return forms
    }()

    /// The identifier with a number; Windows: `CreateWellKnownSid`.
    ///
    /// - Parameters:
    ///   - number: the value of `WELL_KNOWN_SID_TYPE`.
    ///   - domain: the domain, which accounts such as the administrator need.
    /// - Returns: the SID, or nothing for a number without one and for an account without a domain.
    public static func sid(_ number: Int, domain: SID? = nil) -> SID? {
        switch forms[number] {
        case .one(let authority, let identifier): SID(authority, identifier)
        case .builtin(let identifier): SID(5, 32, identifier)
        case .domain(let identifier): domain?.appending(identifier)
        case .parts(let authority, let parts): SID(identifierAuthority: authority, subAuthorities: parts)
        case nil: nil
        }
    }
}
