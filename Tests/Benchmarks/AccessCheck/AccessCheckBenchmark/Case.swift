import WindowsSecurity

/// One descriptor, one request, one token.
struct Case {
    let name: String
    let sddl: String
    let desired: AccessMask

    /// An ordinary user's token of twelve SIDs.
    static let sids = [
        "S-1-5-21-1-2-3-1001", "S-1-5-21-1-2-3-513", "S-1-1-0", "S-1-5-32-545", "S-1-5-32-559", "S-1-5-4", "S-1-2-1",
        "S-1-5-11", "S-1-5-15", "S-1-5-113", "S-1-5-5-0-123456", "S-1-5-64-10",
    ].compactMap { SID($0) }

    static let token = AccessToken(user: sids[0], groups: sids.dropFirst().map { TokenGroup($0) })

    /// The token as Samba lays it out.
    static var binaryToken: [UInt8] {
        sids.flatMap { sid in
            let bytes = sid.binaryRepresentation
            return bytes + [UInt8](repeating: 0, count: 68 - bytes.count)
        }
    }

    static let all = [
        Case(
            name: "own file, read",
            sddl:
                "O:S-1-5-21-1-2-3-1001G:S-1-5-21-1-2-3-513D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;S-1-5-21-1-2-3-1001)",
            desired: .fileGenericRead),
        Case(
            name: "system file, execute",
            sddl: "O:SYG:SYD:P(A;;FA;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)"
                + "(A;;0x1200a9;;;BA)(A;;0x1200a9;;;SY)(A;;0x1200a9;;;BU)(A;;0x1200a9;;;S-1-15-2-1)"
                + "(A;;0x1200a9;;;S-1-15-2-2)",
            desired: .fileGenericExecute),
        Case(
            name: "system file, write denied",
            sddl: "O:SYG:SYD:P(A;;FA;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)"
                + "(A;;0x1200a9;;;BA)(A;;0x1200a9;;;SY)(A;;0x1200a9;;;BU)(A;;0x1200a9;;;S-1-15-2-1)"
                + "(A;;0x1200a9;;;S-1-15-2-2)",
            desired: .fileWriteData),
        Case(
            name: "thirty strangers, then everyone",
            sddl: "O:SYG:SYD:" + (1...30).map { "(A;;FA;;;S-1-5-21-4-5-6-\($0))" }.joined() + "(A;;FR;;;WD)",
            desired: .fileReadData),
    ]
}
