/// Which of the two sandbox accounts a record speaks of.
public enum AccountRole: UInt8, CaseIterable, Equatable, Sendable {
    /// The account that the firewall keeps from every network.
    case offline
    /// The account without network rules.
    case online

    /// The word in the registry and in a launch request.
    public var word: StaticString {
        switch self {
        case .offline: "offline"
        case .online: "online"
        }
    }

    init?(word: ArraySlice<UInt8>) {
        for role in AccountRole.allCases where WireValues.matches(word, role.word) {
            self = role
            return
        }
        return nil
    }
}
