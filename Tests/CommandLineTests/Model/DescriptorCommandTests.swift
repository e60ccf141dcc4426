import Foundation
import KernelStage
import Testing

/// `sallyport sddl` and `sallyport why` as processes.
@Suite struct DescriptorCommandTests {
    private static let sddl = "O:BAG:SYD:PAI(D;OICI;DC;;;BU)(XA;;FX;;;WD;(@User.Title == \"PM\"))S:(ML;;NW;;;ME)"
    private static let printed =
        "O:BAG:SYD:PAI(D;OICI;DC;;;BU)(XA;;FX;;;WD;(@USER.Title == \"PM\"))S:(ML;;NW;;;ME)"
    private static let token = #"""
        {"user":{"sid":"S-1-5-21-1-2-3-1001","attributes":[]},
         "groups":[{"sid":"S-1-1-0","attributes":["mandatory","enabled_by_default","enabled"]}],"privileges":[],
         "restricting_sids":["S-1-5-21-9-9-9-9"],"write_restricted":true,"integrity":"medium",
         "mandatory_policy":["no_write_up"],"appcontainer":null}
        """#

    @Test func parsesAndPrints() throws {
        #expect(try Tool.run("sddl", Self.sddl).text == Self.printed)
        #expect(try Tool.run("sddl", "-", input: Data("\(Self.sddl)\r\n".utf8)).text == Self.printed)
        #expect(try Tool.run("sddl", "D:(A;;FA;;;DA)", "--domain", "S-1-5-21-1-2-3").text == "D:(A;;FA;;;DA)")
        #expect(try Tool.run("sddl", "").text == "")
    }

    @Test func encodesAndDecodes() throws {
        let digits = try Tool.run("sddl", "--encode", Self.sddl)
        #expect(digits.status == 0)
        #expect(try Tool.run("sddl", "--decode", String(digits.text)).text == Self.printed)
        #expect(try Tool.run("sddl", "--decode", "-", input: digits.output).text == Self.printed)
        #expect(
            try Tool.run("sddl", "--encode", "O:BA").text
                == "010000801400000000000000000000000000000001020000000000052000000020020000")
    }

    @Test func explains() throws {
        let words = try Tool.run("sddl", "--explain", Self.sddl).text
        for part in [
            "owner: BUILTIN\\Administrators (S-1-5-32-544)", "2 entries, protected from the parent's entries",
            "[0] denies BUILTIN\\Users (S-1-5-32-545): FILE_WRITE_DATA", "if (@USER.Title == \"PM\")",
            "those below may not write",
        ] { #expect(words.contains(part), "\(words)") }
        #expect(try Tool.run("sddl", "--explain", "--type", "Key", "D:(A;;0x1;;;WD)").text.contains("KEY_QUERY_VALUE"))
    }

    @Test(arguments: [
        (["D:(A;;XX;;;WD)"], 65, "rights at byte 6"), (["D:(A;;FA;;;DA)"], 65, "domain-missing at byte 11"),
        (["D:(A;;FA;;;WD"], 65, "truncated at byte 13"), (["--decode", "0g"], 65, "no hexadecimal digit"),
        (["--decode", "010"], 65, "odd"), (["--decode", "0100"], 65, "truncated at byte 2"),
        (["--decode", "ff" + String(repeating: "00", count: 19)], 65, "revision at byte 0"),
        (["--domain", "x", "D:"], 65, "--domain"), (["--explain", "--type", "Nothing", "D:"], 65, "Nothing"),
        ([], 64, "no descriptor"), (["D:", "D:"], 64, "--help"), (["--frobnicate", "D:"], 64, "--frobnicate"),
        (["--encode=x", "D:"], 64, "takes no value"),
    ]) func refusesWithTheReason(words: [String], status: Int32, reason: String) throws {
        let outcome = try Tool.run(["sddl"] + words)
        #expect(outcome.status == status)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    }

    /// A list at the limit of its 16-bit size is printed, one beyond is refused.
    @Test func theLargestList() throws {
        let entry = "(A;;FA;;;WD)"
        let most = (65535 - 8) / 20
        let largest = "D:" + String(repeating: entry, count: most)
        let input = Data(largest.utf8)
        #expect(try Tool.run("sddl", "-", input: input).text == largest)
        let digits = try Tool.run("sddl", "--encode", "-", input: input)
        #expect(try Tool.run("sddl", "--decode", "-", input: digits.output).text == largest)
        #expect(try Tool.run("sddl", "-", input: input + Data(entry.utf8)).status == 65)
    }

    @Test func saysWhyInTwoColumns() throws {
        let full = "O:SYG:SYD:(A;;FA;;;S-1-5-21-1-2-3-1001)"
        let input = Data(Self.token.utf8)
        let denied = try Tool.run(
            "why", "--sddl", full, "--token", "-", "--access", "FILE_WRITE_DATA", "--how-to-flip", input: input)
        #expect(denied.status == 1)
        #expect(denied.lines.first == "DENIED STATUS_ACCESS_DENIED  nothing")
        #expect(denied.text.contains("PASS ONE: user and groups"))
        #expect(denied.text.contains("| PASS TWO: restricting SIDs"))
        #expect(denied.text.contains("  add the restricting SID S-1-5-21-1-2-3-1001"))
        let granted = try Tool.run("why", "--sddl", full, "--token", "-", "--access", "FR", input: input)
        #expect(granted.status == 0)
        #expect(granted.text.contains("skipped: nothing that is left is a write right"))
        #expect(!granted.text.contains("Single edits"))
    }

    @Test func saysWhyInJSON() throws {
        let outcome = try Tool.run(
            "why", "--sddl", "O:SYG:SYD:(A;;FA;;;S-1-5-21-1-2-3-1001)", "--token", "-", "--access", "FW,DELETE",
            "--json", "--how-to-flip", input: Data(Self.token.utf8))
        #expect(outcome.status == 1)
        #expect(outcome.lines.count == 1)
        let object = try Tool.object(outcome.text)
        #expect(object["granted"] as? Bool == false)
        #expect(object["status"] as? String == "STATUS_ACCESS_DENIED")
        let steps = try #require(object["steps"] as? [[String: Any]])
        #expect(steps.last?["kind"] as? String == "verdict")
        #expect(steps.contains { $0["pass"] as? String == "restricted" })
        let edits = try #require(object["edits"] as? [[String: Any]])
        #expect(edits.first?["weight"] as? Int == 1)
    }

    @Test(arguments: [
        (["--sddl", "D:", "--token", "-"], "", 64, "--access is missing"),
        (["--token", "-", "--access", "FR"], "", 64, "--sddl is missing"),
        (["--sddl", "D:", "--access", "FR"], "", 64, "--token is missing"),
        (["--sddl", "D:", "--token", "/none", "--access", "FR"], "", 66, "/none"),
        (["--sddl", "D:", "--token", "/", "--access", "FR"], "", 74, "/"),
        (["--sddl", "D:", "--token", "-", "--access", "FR"], "", 64, "JSON"),
        (["--sddl", "D:", "--token", "-", "--access", "FR"], "{}", 64, "token.user"),
        (["--sddl", "D:", "--token", "-", "--access", "FR"], "[1]", 64, "token.user"),
        (["--sddl", "D:", "--token", "-", "--access", "FR"], #"{"user":{"sid":7}}"#, 64, "token.user.sid"),
        (["--sddl", "D:", "--token", "-", "--access", "FR"], #"{"user":{"sid":"S-1-1-0"},"groups":{}}"#, 64, "groups"),
        (
            ["--sddl", "D:", "--token", "-", "--access", "FR"],
            #"{"user":{"sid":"S-1-1-0"},"privileges":[{"name":"SeNothing"}]}"#, 64, "privilege"
        ),
        (["--sddl", "Q:", "--token", "-", "--access", "FR"], #"{"user":{"sid":"S-1-1-0"}}"#, 64, "byte 0"),
        (["--sddl", "D:", "--token", "-", "--access", "NOTHING"], #"{"user":{"sid":"S-1-1-0"}}"#, 64, "NOTHING"),
        (["--sddl", "D:", "--token", "-", "--access", ""], #"{"user":{"sid":"S-1-1-0"}}"#, 64, "no right"),
        (
            ["--sddl", "D:", "--token", "-", "--access", "FR", "--type", "Nothing"], #"{"user":{"sid":"S-1-1-0"}}"#, 64,
            "Nothing"
        ),
        (["--frobnicate"], "", 64, "--frobnicate"), (["operand"], "", 64, "operand"),
    ]) func refusesQuestions(words: [String], input: String, status: Int32, reason: String) throws {
        let outcome = try Tool.run(["why"] + words, input: Data(input.utf8))
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    }

    /// The examples of the help texts do what they show.
    @Test func theExamplesHold() throws {
        for command in ["model", "sddl", "why"] {
            let help = try Tool.run(command, "--help")
            #expect(help.status == 0)
            #expect(help.text.contains("$ "))
        }
        #expect(try Tool.run("sddl", "O:S-1-5-32-544D:(A;;0x1f01ff;;;S-1-1-0)").text == "O:BAD:(A;;FA;;;WD)")
        let explained = try Tool.run("sddl", "--explain", "D:(D;OI;DT;;;WD)").text
        for line in explained.split(separator: "\n") {
            #expect(try Tool.run("sddl", "--help").lines.contains("  " + line))
        }
    }
}
