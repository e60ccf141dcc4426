import JSON
import ModelFamilies
import Testing

@Suite struct ExplanationTests {
    private static let token = """
        {"user":{"sid":"S-1-5-21-1-2-3-1001","attributes":[]},"groups":[{"sid":"S-1-1-0","attributes":["enabled"]}],
        "privileges":[],"restricting_sids":["S-1-5-21-9-9-9-9"],"write_restricted":true,"integrity":"medium",
        "mandatory_policy":["no_write_up"],"appcontainer":null}
        """
    private static let sddl = "O:SYG:SYD:(A;;FA;;;S-1-5-21-1-2-3-1001)"

    private func report(_ access: String, showsEdits: Bool = false) throws -> WhyReport {
        WhyReport(try WhyQuestion(sddl: Self.sddl, token: Self.token, access: access), showsEdits: showsEdits)
    }

    @Test(arguments: [
        ("FILE_READ_DATA", true), ("FR", true), ("0x1", true), ("FILE_DELETE_CHILD", true), ("FILE_WRITE_DATA", false),
        ("FR,DELETE", false), ("FILE_READ_DATA|FILE_EXECUTE", true), ("GENERIC_WRITE", false),
        ("MAXIMUM_ALLOWED", true), ("FILE_GENERIC_READ", true), ("FILE_ADD_FILE", false), ("FILE_ALL_ACCESS", false),
        ("file_list_directory", true),
    ]) func rightsAreReadInEveryNotation(access: String, isGranted: Bool) throws {
        #expect(try report(access).isGranted == isGranted)
    }

    @Test func bothPassesStandBesideEachOther() throws {
        let text = try report("FILE_WRITE_DATA", showsEdits: true).text
        #expect(text.hasPrefix("DENIED STATUS_ACCESS_DENIED"))
        #expect(text.contains("PASS ONE: user and groups"))
        #expect(text.contains("| PASS TWO: restricting SIDs"))
        #expect(text.contains("walk ends WITHOUT FILE_WRITE_DATA"))
        #expect(text.contains("add the restricting SID S-1-5-21-1-2-3-1001"))
        #expect(try report("FILE_READ_DATA").text.contains("skipped: nothing that is left is a write right"))
    }

    @Test func theStepsAreAlsoJSON() throws {
        let json = try JSONValue(parsing: try report("FILE_WRITE_DATA", showsEdits: true).json)
        #expect(json["granted"] == false)
        #expect(json["steps"]?.array?.contains { $0["pass"] == "restricted" && $0["kind"] == "passEnds" } == true)
        #expect(json["edits"]?.array?.first?["weight"] == 1)
    }

    @Test(arguments: ["FILE_NOTHING", "QQ", "0xZZ", "", " ", "KEY_READ", "SE_GROUP_OWNER", "FA;;;BA)(A;;FR", "FR;"])
    func unknownRightsAreRefused(access: String) {
        #expect(throws: ModelInputError.self) { try report(access) }
    }

    @Test func descriptorsAreSaidInWords() throws {
        let report = try DescriptorReport(
            sddl: "O:BAD:PAI(D;OICI;DC;;;BU)(XA;;FX;;;WD;(@User.Title == \"PM\"))S:(ML;;NW;;;ME)")
        let words = try report.words()
        #expect(words.contains("owner: BUILTIN\\Administrators (S-1-5-32-544)"))
        #expect(words.contains("[0] denies BUILTIN\\Users (S-1-5-32-545): FILE_WRITE_DATA"))
        #expect(words.contains("if (@USER.Title == \"PM\")"))
        #expect(words.contains("those below may not write"))
        let digits = try #require(report.hexadecimal)
        #expect(try DescriptorReport(hexadecimal: digits).sddl == report.sddl)
        #expect(throws: ModelInputError.self) { try DescriptorReport(hexadecimal: "0g") }
        #expect(throws: ModelInputError.self) { try DescriptorReport(hexadecimal: "010") }
    }

    @Test func aLineThatCannotBeReadIsAnsweredAllTheSame() throws {
        for line in ["", "{", "{\"id\":\"x\"}", "{\"id\":\"x\",\"input\":{}}", "[1,2]", "{\"id\":\"x\",\"input\":7}"] {
            let answer = try JSONValue(parsing: ModelFamily.accessCheck.answer(line: line))
            #expect(answer["error"]?["code"]?.string != nil)
            #expect(answer["result"] == nil)
        }
    }

    @Test(arguments: [
        "1 2", "01", "1.", "1e", "+1", ".5", "--1", "1.2.3", "{\"a\":}", "[1,]", "\"\\q\"", "\"\\u12\"", "tru", "-",
        "{\"a\" 1}", "\"open", "\u{1}",
    ]) func malformedJSONIsRefused(text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    }

    @Test func jsonPrintsAndReadsAsItself() throws {
        let text = "{\"a\":[1,-2,1.5e3,true,false,null],\"b\":\"\\u0001\\\"\\\\ü😀\",\"c\":{}}"
        let value = try JSONValue(parsing: text)
        #expect(value.description == text)
        #expect(try JSONValue(parsing: "\"\\ud83d\\ude00\\n\"") == "😀\n")
        #expect(throws: JSONError.self) { try JSONValue(parsing: String(repeating: "[", count: 100_000)) }
    }
}
