import Testing

/// The comments of the public symbols, read from the sources.
@Suite struct DocumentationTests {
    private static let symbols = Result { try PublicSymbol.all() }

    @Test func everyPublicSymbolHasAComment() throws {
        let symbols = try Self.symbols.get()
        #expect(symbols.count > 500)
        #expect(symbols.filter { $0.comment.isEmpty }.map(\.place) == [])
    }

    /// The comment of a type speaks for its members, which may say more.
    @Test func everyTypeNamesWhatItIsOnWindowsAndWhere() throws {
        let types = try Self.symbols.get().filter { $0.isType && $0.indentation == 0 }
        #expect(types.count > 50)
        #expect(types.filter { !$0.namesWindowsSymbol }.map(\.place) == [])
        #expect(types.filter { !$0.namesDocument }.map(\.place) == [])
    }

    /// Parameters and results are told apart from what a function does, and so is what it throws.
    @Test func everyFunctionTellsItsParametersAndErrors() throws {
        let functions = try Self.symbols.get().filter(\.isFunction)
        #expect(functions.count > 100)
        for function in functions {
            let told = function.parameters.filter { function.comment.contains(" \($0): ") }
            #expect(told == function.parameters, "\(function.place)")
            #expect(
                !function.declaration.contains(" throws") || function.comment.contains("Throws: "), "\(function.place)")
        }
    }

    @Test(arguments: [
        ("/// What it is.\npublic struct Thing {", false, false),
        ("/// Windows: `SID_AND_ATTRIBUTES`.\npublic struct Thing {", true, false),
        ("/// As in MS-DTYP 2.4.2.\npublic struct Thing {", false, true),
        ("/// Windows: `SID` in winnt.h.\n@frozen\npublic struct Thing {", true, true),
        ("public struct Thing {", false, false),
    ]) func theCheckCanFail(source: String, hasSymbol: Bool, hasDocument: Bool) throws {
        let symbol = try #require(PublicSymbol.all(in: source, of: "Thing.swift").first)
        #expect(symbol.namesWindowsSymbol == hasSymbol)
        #expect(symbol.namesDocument == hasDocument)
    }

    @Test func parametersAreFound() throws {
        let source =
            "    /// Adds.\n    public func add(\n        _ one: Int, to two: [(a: Int, b: Int)] = []\n    ) throws -> Int {"
        let symbol = try #require(PublicSymbol.all(in: source, of: "Thing.swift").first)
        #expect(symbol.parameters == ["one", "two"])
        #expect(symbol.declaration.contains(" throws"))
    }
}
