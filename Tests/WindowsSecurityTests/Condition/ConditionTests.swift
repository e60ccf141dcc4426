import Testing
import WindowsSecurity

@Suite struct ConditionTests {
    private var token: AccessToken {
        var token = World.plain
        token.userClaims = [
            ClaimAttribute(name: "Title", values: .strings([Array("PM".utf16)])),
            ClaimAttribute(name: "Level", values: .integers([7])),
            ClaimAttribute(name: "Project", values: .strings([Array("Red".utf16), Array("Blue".utf16)])),
            ClaimAttribute(name: "Off", values: .booleans([0])),
        ]
        token.deviceGroups = [TokenGroup(.administrators)]
        return token
    }

    @Test(arguments: [
        ("@User.Title == \"pm\"", ConditionResult.true), ("@User.Title != \"PM\"", .false),
        ("@User.Level > 6", .true), ("@User.Level <= 0x6", .false), ("@User.Level == \"7\"", .unknown),
        ("@User.Missing == 1", .unknown), ("Exists @User.Missing", .false), ("Not_Exists @User.Missing", .true),
        ("@User.Project Contains {\"red\"}", .true), ("@User.Project Contains {\"red\", \"green\"}", .false),
        ("@User.Project Any_of {\"red\", \"green\"}", .true), ("@User.Project Not_Any_of {\"green\"}", .true),
        ("Member_of {SID(WD), SID(BU)}", .true), ("Member_of {SID(WD), SID(BA)}", .false),
        ("Member_of_Any {SID(BA), SID(WD)}", .true), ("Not_Member_of {SID(BA)}", .true),
        ("Device_Member_of {SID(BA)}", .true), ("Device_Member_of_Any {SID(WD)}", .false),
        ("@User.Level", .true), ("@User.Off", .false), ("@User.Missing", .unknown),
        ("@User.Missing && @User.Off", .false), ("@User.Missing || @User.Level", .true), ("!(@User.Missing)", .unknown),
        ("@Resource.Colour == \"blue\"", .true), ("@User.Project Contains @Resource.Colour", .true),
    ]) func evaluates(text: String, expected: ConditionResult) throws {
        let descriptor = try SecurityDescriptor(
            sddl: "O:SYG:SYD:(XA;;FA;;;WD;(\(text)))S:(RA;;;;;WD;(\"Colour\",TS,0x0,\"Blue\"))")
        let entry = try #require(descriptor.dacl.list?.entries.first)
        let condition = try #require(ConditionalExpression(binary: entry.applicationData))
        #expect(condition.evaluate(token: token, descriptor: descriptor) == expected)
        #expect(ConditionalExpression(binary: condition.binaryRepresentation) == condition)
        let request = AccessRequest(.fileReadData, mapping: World.mapping)
        #expect(AccessCheck.decide(descriptor, token: token, request: request).isGranted == (expected == .true))
        let denying = try SecurityDescriptor(
            sddl: "O:SYG:SYD:(XD;;FA;;;WD;(\(text)))(A;;FA;;;WD)S:(RA;;;;;WD;(\"Colour\",TS,0x0,\"Blue\"))")
        #expect(AccessCheck.decide(denying, token: token, request: request).isGranted == (expected == .false))
    }

    @Test func whatIsNoConditionCannotBeTold() {
        #expect(ConditionalExpression(binary: Array("artx".utf8)) == nil)
        #expect(ConditionalExpression(binary: Array("artx".utf8) + [0x80]) == nil)
        #expect(ConditionalExpression(binary: Array("artx".utf8) + [0xF9, 2, 0, 0, 0, 97, 0, 0xA0]) == nil)
        let entry = ACE(.accessAllowedCallback, mask: .fileAll, trustee: .everyone, detail: .applicationData([1, 2]))
        let request = AccessRequest(.fileReadData, mapping: World.mapping)
        #expect(!AccessCheck.decide(World.descriptor([entry]), token: World.plain, request: request).isGranted)
    }

    /// Names and values that would be read as something else carry escapes when they are printed.
    @Test(arguments: [
        "D:(XA;;FA;;;WD;(Member_of==1))", "D:(XA;;FA;;;WD;(%0031==1))", "D:(XA;;FA;;;WD;(a%002db))",
        "D:(XA;;FA;;;WD;(@User.a%0020b == \"c\"))", "S:(RA;;;;;WD;(\"a\",TS,0x0,\"%0025%0022\"))",
        "D:(XA;;FA;;;WD;(7777))", "D:(XA;;FA;;;WD;(Exists))", "D:(XA;;FA;;;WD;(\u{e9} == 1))",
        "D:(XA;;FA;;;WD;(a == 18446744073709551615))",
    ]) func printsWhatItReadsAgain(text: String) throws {
        let descriptor = try SecurityDescriptor(sddl: text)
        #expect(try SecurityDescriptor(sddl: descriptor.sddl()) == descriptor)
    }

    /// What Windows accepts and prints, and what it refuses; from the lists that were run on it.
    @Test(arguments: [
        ("member_of((sid(s-1-1-0)))", "Member_of SID(WD)"), ("a==#1#2#3##", "a == #01020300"),
        ("a==##1#2#3##", "a == #01020300"), ("a == 0xffffffffffffffff", "a == 0xffffffffffffffff"),
        ("a == @User.b", "a == @USER.b"),
    ]) func printsAsWindows(text: String, printed: String) throws {
        let descriptor = try SecurityDescriptor(sddl: "D:(XA;;FA;;;WD;(\(text)))")
        #expect(descriptor.sddl() == "D:(XA;;FA;;;WD;(\(printed)))")
        let bytes = try #require(descriptor.binaryRepresentation)
        #expect(try SecurityDescriptor(binary: bytes).sddl() == descriptor.sddl())
    }

    @Test(arguments: [
        "a == b", "a == 0x10000000000000000", "a == -0xffffffffffffffff", "a == +0xffffffffffffffff",
        "! Member_of {SID(BA)}",
        "Member_of ((SID(BA))", "1 = 1", "\"a\" == \"a\"",
    ]) func isRefusedAsOnWindows(text: String) {
        #expect(throws: ParseError.self) { try SecurityDescriptor(sddl: "D:(XA;;FA;;;WD;(\(text)))") }
    }
}
