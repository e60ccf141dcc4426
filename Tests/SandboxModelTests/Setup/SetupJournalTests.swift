import SandboxModel
import Testing

@Suite struct SetupJournalTests {
    static let users = [("alice", 1000), ("bob.b", 4_294_967_294), ("c-d@example", 7)].compactMap {
        RealUser(name: $0.0, identifier: UInt32($0.1))
    }

    static let effects: [Effect] =
        SetupDirectory.allCases.map(Effect.lockDirectory) + SandboxGroup.allCases.map(Effect.createGroup)
        + Principal.allCases.map(Effect.createPrincipal) + JobScheduler.allCases.map(Effect.denyScheduledJobs)
        + [.createRegistry, .persistFirewall, .installFirewall, .installRunner, .commitMarker]
        + users.map(Effect.reserveBlock)
        + users.flatMap { user in SandboxGroup.allCases.map { Effect.addMember(user, $0) } }

    static let images: [BeforeImage] = [.absent, .existing, .content([]), .content(Array(0...255))]

    static func bytes(_ records: [JournalRecord]) -> [UInt8] {
        Array((JournalRecord.header + records.map(\.line).joined()).utf8)
    }

    @Test func effectsRoundTrip() {
        #expect(Self.users.count == 3)
        for effect in Self.effects {
            #expect(Effect(words: effect.words[...]) == effect)
            #expect(Effect(words: "\(effect.words) "[...]) == nil)
            #expect(Effect(words: effect.words.dropLast()) == nil || effect.user != nil)
        }
        #expect(Set(Self.effects.map(\.words)).count == Self.effects.count)
        for text in [
            "", " ", "add-member users 0 root", "reserve-block 01 alice", "reserve-block 5 7", "install-runner x",
        ] {
            #expect(Effect(words: text[...]) == nil, "\(text)")
        }
    }

    @Test func journalsRoundTrip() throws {
        for image in Self.images {
            let begun = try Journal(parsing: Self.bytes(Self.effects.map { .begin($0, image) }))
            #expect(begun.entries.map(\.effect) == Self.effects)
            #expect(begun.entries.allSatisfy { $0.image == image && $0.progress == .begun })
        }
        let records: [JournalRecord] = [
            .begin(.createRegistry, .absent), .done(.createRegistry), .begin(.installRunner, .existing),
            .undo(.createRegistry), .undone(.createRegistry), .begin(.createRegistry, .existing),
        ]
        let journal = try Journal(parsing: Self.bytes(records))
        #expect(journal.entries.map(\.effect) == [.installRunner, .createRegistry])
        #expect(journal.reverted.map(\.effect) == [.createRegistry])
        #expect(journal.reverted.map(\.image) == [.absent])
    }

    /// A journal cut at any byte is a shorter journal; nothing that was acknowledged is lost, nothing is invented.
    @Test func tornTailsDoNotCount() throws {
        let records = Self.effects.prefix(6).flatMap { [JournalRecord.begin($0, .content([1, 10, 255])), .done($0)] }
        let whole = Self.bytes(Array(records))
        for length in 0...whole.count {
            let journal = try Journal(parsing: Array(whole.prefix(length)))
            let lines = whole.prefix(length).filter { $0 == UInt8(ascii: "\n") }.count
            let expected = try Journal(parsing: lines == 0 ? [] : Self.bytes(Array(records.prefix(lines - 1))))
            #expect(journal == expected)
        }
    }

    /// One changed bit anywhere before the last line feed is found, with its line.
    @Test func everyChangedBitIsFound() {
        let whole = Self.bytes([
            .begin(.createGroup(.users), .absent), .done(.createGroup(.users)),
            .begin(.denyScheduledJobs(.cron), .content([65, 10])), .undo(.denyScheduledJobs(.cron)),
        ])
        for index in 0..<(whole.count - 1) {
            for bit in 0..<8 {
                var damaged = whole
                damaged[index] ^= 1 << bit
                let line = whole.prefix(index).filter { $0 == UInt8(ascii: "\n") }.count + 1
                let error = #expect(throws: JournalError.self) { try Journal(parsing: damaged) }
                #expect(error?.line == line, "byte \(index) bit \(bit)")
            }
        }
    }

    static let disorders: [[JournalRecord]] = [
        [.done(.createRegistry)],
        [.undo(.createRegistry)],
        [.undone(.createRegistry)],
        [.begin(.createRegistry, .absent), .begin(.createRegistry, .absent)],
        [.begin(.createRegistry, .absent), .undone(.createRegistry)],
        [.begin(.createRegistry, .absent), .done(.createRegistry), .done(.createRegistry)],
        [.begin(.createRegistry, .absent), .undo(.createRegistry), .done(.createRegistry)],
        [.begin(.createRegistry, .absent), .undo(.createRegistry), .undo(.createRegistry)],
    ]

    @Test(arguments: disorders) func disorderIsAnError(_ records: [JournalRecord]) {
        let error = #expect(throws: JournalError.self) { try Journal(parsing: Self.bytes(records)) }
        #expect(error?.reason == .order)
        #expect(error?.line == records.count + 1)
    }

    @Test func otherFilesAreNotJournals() {
        for text in [
            "x", "\n", "sallyport-journal 2\n", "sallyport-registry 1\nend\n", "sallyport-journal 1 \n", "sallyporX",
        ] {
            let error = #expect(throws: JournalError.self, "\(text)") { try Journal(parsing: Array(text.utf8)) }
            #expect(error?.reason == .header)
        }
        let error = #expect(throws: JournalError.self) {
            try Journal(parsing: Array(JournalRecord.header.utf8) + [0xFF, UInt8(ascii: "\n")])
        }
        #expect(error?.reason == .encoding)
    }

    @Test func corruptJournalsStopTheEngine() throws {
        let machine = SetupMachine()
        machine.journal = Array("sallyport-journal 1\n00000000 done create-registry\n".utf8)
        let error = #expect(throws: SetupError.self) { _ = try machine.engine() }
        #expect(error?.code == .corruptJournal)
        #expect(error?.description.contains("line 2 (offset 20)") == true)
    }
}
