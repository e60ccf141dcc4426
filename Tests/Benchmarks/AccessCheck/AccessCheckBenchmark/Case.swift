import WindowsSecurity

/// One descriptor, one request, one token.
struct Case {
    let name: String
    let sddl: String
    let desired: AccessMask
    let token: AccessToken
    let descriptor: SecurityDescriptor
    let binary: [UInt8]

    init(_ name: String, _ sddl: String, _ desired: AccessMask, token: AccessToken = Case.ordinary) throws {
        self.name = name
        self.sddl = sddl
        self.desired = desired
        self.token = token
        descriptor = try SecurityDescriptor(sddl: sddl)
        binary = descriptor.binaryRepresentation ?? []
    }

    var request: AccessRequest { AccessRequest(desired, mapping: ObjectType.file.mapping) }

    /// The domain that aliases in texts belong to.
    static let domain = SID("S-1-5-21-1-2-3")

    /// An ordinary user's token of twelve SIDs.
    static let sids = [
        "S-1-5-21-1-2-3-1001", "S-1-5-21-1-2-3-513", "S-1-1-0", "S-1-5-32-545", "S-1-5-32-559", "S-1-5-4", "S-1-2-1",
        "S-1-5-11", "S-1-5-15", "S-1-5-113", "S-1-5-5-0-123456", "S-1-5-64-10",
    ].compactMap { SID($0) }

    static let ordinary = AccessToken(user: sids[0], groups: sids.dropFirst().map { TokenGroup($0) })

    /// The same with one restricting SID, which is asked for writes only.
    static let writeRestricted = {
        var token = ordinary
        token.restrictingSIDs = [TokenGroup(sids[0])]
        token.isWriteRestricted = true
        return token
    }()

    /// The ordinary token as Samba lays it out.
    static let binaryToken = sids.flatMap { sid in
        let bytes = sid.binaryRepresentation
        return bytes + [UInt8](repeating: 0, count: 68 - bytes.count)
    }

    static func all() throws -> [Case] {
        let own =
            "O:S-1-5-21-1-2-3-1001G:S-1-5-21-1-2-3-513D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;S-1-5-21-1-2-3-1001)"
        let system =
            "O:SYG:SYD:P(A;;FA;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)(A;;0x1200a9;;;BA)"
            + "(A;;0x1200a9;;;SY)(A;;0x1200a9;;;BU)(A;;0x1200a9;;;S-1-15-2-1)(A;;0x1200a9;;;S-1-15-2-2)"
        let long = "O:SYG:SYD:" + (1...30).map { "(A;;FA;;;S-1-5-21-4-5-6-\($0))" }.joined() + "(A;;FR;;;WD)"
        return [
            try Case("own file, read", own, .fileGenericRead),
            try Case("system file, execute", system, .fileGenericExecute),
            try Case("system file, write denied", system, .fileWriteData),
            try Case("thirty strangers, then everyone", long, .fileReadData),
            try Case("own file, all that can be had", own, .maximumAllowed),
            try Case("own file, write, write-restricted", own, .fileGenericWrite, token: writeRestricted),
        ]
    }
}
