import JSON
import ModelFamilies
import Testing

/// Every vector of every family, answered by the same code as `sallyport model`.
@Suite struct VectorTests {
    @Test(arguments: ModelFamily.allCases)
    func everyVectorIsAnswered(family: ModelFamily) throws {
        let rows = try Fixtures.rows(of: family)
        #expect(!rows.isEmpty)
        var failures: [String] = []
        for row in rows {
            let id = row["id"]?.string ?? "?"
            let input = try #require(row["input"])
            let expect = try #require(row["expect"])
            let difference: String?
            do throws(ModelInputError) {
                difference = VectorComparison.difference(family, result: try family.answer(input), expect: expect)
            } catch {
                difference = error.description
            }
            guard let difference, row["confidence"]?.string != "low", !Fixtures.disputed.contains(id) else { continue }
            failures.append("\(id) \(difference)")
        }
        guard let first = failures.first else { return }
        Issue.record(
            "\(failures.count) of \(rows.count) differ: \(first); then \(failures.dropFirst().prefix(40).map { $0.prefix(48) })"
        )
    }

    @Test func theFilesAreWhole() throws {
        var count = 0
        for family in ModelFamily.allCases { count += try Fixtures.rows(of: family).count }
        #expect(count == 14136)
    }

    /// The comparison itself must be able to fail: every expectation, changed a little, is contradicted.
    @Test(arguments: ModelFamily.allCases)
    func aChangedExpectationIsContradicted(family: ModelFamily) throws {
        for row in try Fixtures.rows(of: family).prefix(200) {
            guard let input = row["input"], let members = row["expect"]?.members, row["confidence"] != "low" else {
                continue
            }
            let result = try family.answer(input)
            for member in members where member.name != "alternative" && member.name != "win32_error" {
                let changed = JSONValue.object([.init(name: member.name, value: Self.changed(member.value))])
                #expect(VectorComparison.difference(family, result: result, expect: changed) != nil)
            }
        }
    }

    private static func changed(_ value: JSONValue) -> JSONValue {
        switch value {
        case .bool(let flag): .bool(!flag)
        case .integer(let number): .integer(number + 1)
        case .string(let text) where text.hasPrefix("D:"): .string("D:(A;;0xabcde;;;S-1-9-9)")
        case .string: "STATUS_OTHER"
        case .array(let elements): .array(elements + ["S-1-9-9"])
        case .null, .number, .object: "something"
        }
    }
}
