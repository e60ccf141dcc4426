internal import SandboxModel

/// The nftables rules that keep the offline principal from every network (`nft(8)`).
struct FirewallRules: Hashable, Sendable {
    /// The user id of the offline principal.
    let offline: UInt32

    /// The name of the table.
    static let table = "inet sallyport"

    /// One transaction that replaces the table, whether or not it is there, without a moment between old and new.
    var transaction: String {
        """
        table \(Self.table)
        delete table \(Self.table)
        table \(Self.table) {
            chain offline {
                meta l4proto tcp counter reject with tcp reset
                counter reject with icmpx type admin-prohibited
            }
            chain output {
                type filter hook output priority filter; policy accept;
                meta skuid \(offline) goto offline
            }
        }

        """
    }

    /// One transaction after which the table is not there, whether or not it was.
    static let removal = "table \(table)\ndelete table \(table)\n"

    /// Why a listing of the table is not these rules, or nothing when it is.
    ///
    /// - Parameter listing: what `nft list table` printed, numeric or not, with or without counts.
    /// - Returns: the first chain that differs, with both sides.
    func difference(from listing: String) -> String? {
        guard let found = Self.chains(listing), let expected = Self.chains(transaction) else {
            return "the table \(Self.table) cannot be read"
        }
        for name in Set(found.keys).union(expected.keys).sorted() where found[name] != expected[name] {
            guard let rules = found[name] else { return "the chain '\(name)' is missing" }
            guard let wanted = expected[name] else { return "there is a chain '\(name)' that does not belong there" }
            return "the chain '\(name)' is '\(rules.joined(separator: " "))', not '\(wanted.joined(separator: " "))'"
        }
        return nil
    }

    /// The words of every chain of the last table in a text, in one spelling; nothing when the braces do not match.
    static func chains(_ text: String) -> [String: [String]]? {
        let spaced = text.reduce(into: "") { spaced, character in
            switch character {
            case ";": spaced.append(" ")
            case "{", "}": spaced.append(" \(character) ")
            default: spaced.append(character)
            }
        }
        var words = spaced.split { $0 == " " || $0 == "\t" || $0 == "\n" }.map(String.init)[...]
        guard let opening = words.firstIndex(of: "{") else { return nil }
        words = words[(opening + 1)...]
        var chains: [String: [String]] = [:]
        while let word = words.popFirst() {
            if word == "}" { return words.isEmpty ? chains : nil }
            guard word == "chain", let name = words.popFirst(), words.popFirst() == "{",
                let end = words.firstIndex(of: "}"), chains[name] == nil
            else { return nil }
            chains[name] = spelled(Array(words[..<end]))
            words = words[(end + 1)...]
        }
        return nil
    }

    /// Names and numbers of nft's versions in one spelling, and no counts.
    private static func spelled(_ words: [String]) -> [String] {
        var result: [String] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            let before = result.last
            index += 1
            if before == "counter", word == "packets" {
                index += 3
            } else if before == "icmpx", word == "type" {
                continue
            } else {
                switch (before, word) {
                case ("icmpx", "admin-prohibited"): result.append("3")
                case ("l4proto", "tcp"): result.append("6")
                case ("priority", "filter"): result.append("0")
                default: result.append(word)
                }
            }
        }
        return result
    }
}
