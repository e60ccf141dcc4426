import Foundation
import KernelStage
import Testing

/// `sallyport model` as a process: every family, and every kind of line that is no question.
@Suite struct ModelCommandTests {
    static let families = [
        "access_check", "file_open_check", "ntfs_op", "token_filter", "inheritance", "inheritance_flags",
        "set_entries", "set_security_info", "sddl_bytes", "sddl_roundtrip", "sddl_parse", "sddl_invalid",
        "sddl_accept", "sid_string", "sid_alias", "sid_name", "well_known_sid", "derive_sid", "constants",
        "generic_mapping", "map_generic", "default_sd", "firewall_match",
    ]

    private static func rows(_ family: String) throws -> [Data] {
        let folder = Stage.repository.appending(path: "Fixtures/vectors")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        return try names.filter { $0.hasPrefix(family + ".") && $0.hasSuffix(".jsonl") }.flatMap { name in
            try Data(contentsOf: folder.appending(path: name)).split(separator: 10).map { Data($0) }
        }
    }

    @Test func everyFamilyOfTheFilesIsHere() throws {
        let folder = Stage.repository.appending(path: "Fixtures/vectors")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".jsonl") }
        #expect(Set(names.map { String($0.prefix { $0 != "." }) }) == Set(Self.families))
        let help = try Tool.run("model", "--help")
        #expect(help.status == 0)
        for family in Self.families { #expect(help.text.contains(family)) }
    }

    /// One line for each row, in its order, with its id, and with every member that an expectation of the family uses.
    @Test(arguments: families) func everyRowIsAnsweredInFull(family: String) throws {
        let rows = try Self.rows(family)
        let outcome = try Tool.run("model", family, input: Data(rows.joined(separator: [10])))
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == rows.count)
        var used: Set<String> = []
        var ids: [String] = []
        for row in rows {
            let object = try Tool.object(Substring(decoding: row, as: UTF8.self))
            let expect = try #require(object["expect"] as? [String: Any])
            // Another defensible answer, and no member of its own.
            used.formUnion(expect.keys.filter { $0 != "alternative" })
            ids.append(try #require(object["id"] as? String))
        }
        for (line, id) in zip(outcome.lines, ids) {
            let answer = try Tool.object(line)
            #expect(answer["id"] as? String == id)
            let result = try #require(answer["result"] as? [String: Any], "\(line.prefix(300))")
            // A decoded descriptor has members that belong to its entries only.
            #expect(used.subtracting(result.keys).isEmpty, "\(line.prefix(300))")
        }
    }

    private static let good = #"{"id":"good","input":{"text":"S-1-5-32-544"}}"#

    @Test(arguments: [
        ("{", "json"), ("[1,2]", "input-missing"), ("7", "input-missing"), (#"{"id":"x"}"#, "input-missing"),
        (#"{"id":"x","input":7}"#, "member-missing"), (#"{"id":"x","input":{}}"#, "member-missing"),
        (#"{"id":"x","input":{"text":7}}"#, "value-unusable"), (#"{"id":"x","input":{"text":"S-1"}"#, "json"),
        ("\u{1}", "json"), ("nonsense", "json"), (#"{"id":"x","input":{"text":"S-1"}} trailing"#, "json"),
        (String(repeating: "[", count: 100_000), "json"), (#"{"id":"x","input":{"text":"\ud800"}}"#, ""),
    ]) func theRunGoesOnAfterABadLine(line: String, code: String) throws {
        let outcome = try Tool.run("model", "sid_string", input: Data("\(line)\n\(Self.good)\n".utf8))
        #expect(outcome.status == 0)
        // A control character alone is no line to answer.
        let lines = outcome.lines.suffix(2)
        let last = try Tool.object(try #require(lines.last))
        #expect((last["result"] as? [String: Any])?["sid"] as? String == "S-1-5-32-544")
        guard line.unicodeScalars.contains(where: { $0.value > 0x20 }) else { return }
        let first = try Tool.object(try #require(lines.first))
        guard !code.isEmpty else { return #expect(first["result"] != nil) }
        #expect((first["error"] as? [String: Any])?["code"] as? String == code)
        #expect(first["result"] == nil)
        if line.hasPrefix(#"{"id":"x""#), code != "json" { #expect(first["id"] as? String == "x") }
    }

    @Test func whatIsNotUTF8IsRefused() throws {
        var input = Data(#"{"id":"x","input":{"text":""#.utf8)
        input.append(contentsOf: [0xFF, 0xC3])
        input.append(Data("\"}}\n\(Self.good)\n".utf8))
        let lines = try Tool.run("model", "sid_string", input: input).lines
        #expect(lines.count == 2)
        #expect((try Tool.object(lines[0])["error"] as? [String: Any])?["code"] as? String == "encoding")
        #expect(try Tool.object(lines[1])["result"] != nil)
    }

    @Test func endsOfLinesAndEmptyInput() throws {
        #expect(try Tool.run("model", "sid_string").output.isEmpty)
        #expect(try Tool.run("model", "sid_string").status == 0)
        #expect(try Tool.run("model", "sid_string", input: Data("\n\r\n  \n".utf8)).output.isEmpty)
        // A carriage return, an empty line, a zero byte alone, and no line feed at the end.
        let input = Data("\(Self.good)\r\n\n\u{0}\n\(Self.good)".utf8)
        let outcome = try Tool.run("model", "sid_string", input: input)
        #expect(outcome.lines.count == 2)
        #expect(outcome.lines.first == outcome.lines.last)
    }

    @Test func aVeryLongLineIsALine() throws {
        let long =
            #"{"id":"long","input":{"text":"S-1-5"#
            + String(repeating: "-1", count: 4_000_000) + "\"}}\n\(Self.good)\n"
        let lines = try Tool.run("model", "sid_string", input: Data(long.utf8)).lines
        #expect(lines == [#"{"id":"long","result":{"sid":null}}"#, #"{"id":"good","result":{"sid":"S-1-5-32-544"}}"#])
    }

    @Test func idsAreGivenBackAsTheyAre() throws {
        let ids = ["7", "null", #""""#, #""a\"b\u0001""#, "[1,{\"b\":true}]", "1.50", "9223372036854775808", "false"]
        let rows = ids.map { #"{"id":\#($0),"input":{"text":"S-1-1-0"}}"# } + [#"{"input":{"text":"S-1-1-0"}}"#]
        let lines = try Tool.run("model", "sid_string", input: Data((rows + rows).joined(separator: "\n").utf8)).lines
        let expected = (ids + ["null"]).map { #"{"id":\#($0),"result":{"sid":"S-1-1-0"}}"# }
        #expect(lines.map(String.init) == expected + expected)
    }

    /// A question is answered before the next one is asked.
    @Test func answersDoNotWaitForTheEnd() throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = Stage.products.appending(path: "sallyport")
        process.arguments = ["model", "sid_string"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for _ in 0..<3 {
            try input.fileHandleForWriting.write(contentsOf: Data("\(Self.good)\n".utf8))
            #expect(output.fileHandleForReading.availableData.last == 10)
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func unknownFamiliesAreRefused() throws {
        for words in [["model"], ["model", "sid"], ["model", "sid_string", "sid_name"], ["model", "--frobnicate"]] {
            let outcome = try Tool.run(words)
            #expect(outcome.status == 64)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("sallyport model --help"))
        }
    }
}
