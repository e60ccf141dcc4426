import Testing

@testable import LinuxPlatform

/// The table as nft prints it, in all of its spellings, and everything that is not the table.
@Suite struct FirewallRulesTests {
    static let rules = FirewallRules(offline: 991)

    static let spellings: [String] = [
        // nft 1.0.6, list --stateless --numeric
        """
        table inet sallyport {
        \tchain offline {
        \t\tmeta l4proto 6 counter reject with tcp reset
        \t\tcounter reject with icmpx 3
        \t}

        \tchain output {
        \t\ttype filter hook output priority 0; policy accept;
        \t\tmeta skuid 991 goto offline
        \t}
        }
        """,
        // nft 1.0.6, list
        """
        table inet sallyport {
        \tchain offline {
        \t\tmeta l4proto tcp counter packets 12 bytes 3456 reject with tcp reset
        \t\tcounter packets 0 bytes 0 reject with icmpx admin-prohibited
        \t}

        \tchain output {
        \t\ttype filter hook output priority filter; policy accept;
        \t\tmeta skuid 991 goto offline
        \t}
        }
        """,
        // nft 0.9: the type of the refusal is named, the chains come in another order
        """
        table inet sallyport {
        \tchain output {
        \t\ttype filter hook output priority filter; policy accept;
        \t\tmeta skuid 991 goto offline
        \t}
        \tchain offline {
        \t\tmeta l4proto tcp counter packets 0 bytes 0 reject with tcp reset
        \t\tcounter packets 0 bytes 0 reject with icmpx type admin-prohibited
        \t}
        }
        """,
    ]

    @Test(arguments: spellings) func allSpellingsAreTheRules(_ listing: String) {
        #expect(Self.rules.difference(from: listing) == nil)
        #expect(FirewallRules(offline: 990).difference(from: listing) != nil)
    }

    @Test func transactionIsWhatIsExpected() {
        #expect(Self.rules.difference(from: Self.rules.transaction) == nil)
    }

    /// Leaving out any word, or doubling it, makes other rules.
    @Test(arguments: spellings) func everyWordCounts(_ listing: String) throws {
        let words = listing.split { " \t\n".contains($0) }.map(String.init)
        let start = try #require(words.firstIndex(of: "{"))
        var seen = 0
        for index in (start + 1)..<(words.count - 1) {
            // The counts are not part of the rules, and older versions leave this one word out.
            if ["packets", "bytes", "counter"].contains(words[index - 1])
                || ["packets", "bytes"].contains(words[index])
                || (words[index] == "type" && words[index - 1] == "icmpx")
            {
                continue
            }
            var shorter = words
            shorter.remove(at: index)
            #expect(Self.rules.difference(from: shorter.joined(separator: " ")) != nil, "without '\(words[index])'")
            var longer = words
            longer.insert("accept", at: index)
            #expect(
                Self.rules.difference(from: longer.joined(separator: " ")) != nil, "accept before '\(words[index])'")
            seen += 1
        }
        #expect(seen > 30)
    }

    @Test func damagedListingsAreNotTheRules() {
        for listing in [
            "", "{", "}", "table inet sallyport", "table inet sallyport {", "table inet sallyport { chain }",
        ] {
            #expect(Self.rules.difference(from: listing) != nil)
        }
        for listing in Self.spellings {
            for length in 0..<(listing.count - 1) {
                #expect(Self.rules.difference(from: String(listing.prefix(length))) != nil)
            }
        }
    }
}
