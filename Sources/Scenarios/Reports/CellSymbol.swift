/// A cell as one letter, the same in every report: small as expected, capital when not.
public enum CellSymbol {
    /// The letter of a cell.
    ///
    /// - Parameters:
    ///   - verdict: what was observed.
    ///   - outcome: how that compares with what was expected.
    /// - Returns: the letter.
    public static func letter(_ verdict: Verdict, _ outcome: Cell.Outcome) -> Character {
        switch outcome {
        case .agrees, .observed: small(verdict)
        case .otherLayer: "L"
        case .invalid: "C"
        case .differs:
            switch verdict {
            case .allowed: "A"
            case .denied: "D"
            case .bounded: "B"
            case .notApplicable: "N"
            }
        }
    }

    private static func small(_ verdict: Verdict) -> Character {
        switch verdict {
        case .allowed: "a"
        case .denied: "d"
        case .bounded: "b"
        case .notApplicable: "-"
        }
    }
}

extension Mode {
    /// The mode as one letter at the head of a narrow column.
    public var letter: Character {
        switch self {
        case .readOnly: "r"
        case .offline: "o"
        case .online: "n"
        case .fullAccess: "f"
        }
    }
}
