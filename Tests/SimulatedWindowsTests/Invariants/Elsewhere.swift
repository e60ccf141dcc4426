import Testing

/// A claim that another test shows, because it is not about the simulated machine.
struct Elsewhere {
    /// The number in the record.
    let id: String
    /// The file, from the repository's root.
    let file: String
    /// The test or row in it.
    let place: String

    /// The lines of `Fixtures/invariants/elsewhere.rows`: number, file, test; what follows is for people.
    static func all() throws -> [Elsewhere] {
        try Fixtures.rows("invariants/elsewhere.rows").map { line in
            let fields = line.split(separator: " ").map(String.init)
            try #require(fields.count >= 3)
            return Elsewhere(id: fields[0], file: fields[1], place: fields[2])
        }
    }

    /// The lines of `Fixtures/invariants/unexpressed.rows`: number and reason.
    static func unexpressed() throws -> [String] {
        try Fixtures.rows("invariants/unexpressed.rows").map { line in
            let fields = line.split(separator: " ").map(String.init)
            try #require(fields.count >= 3, "a number without a reason")
            return fields[0]
        }
    }
}
