import Testing
import WindowsSecurity

@Suite struct QueryTests {
    private func query(_ sddl: String, _ desired: AccessMask) throws -> AccessQuery {
        AccessQuery(try SecurityDescriptor(sddl: sddl), request: AccessRequest(desired, mapping: World.mapping))
    }

    @Test func minimalSetsNameEveryWayIn() throws {
        let query = try query(
            "O:SYG:SYD:(A;;FR;;;BU)(A;;FW;;;AU)(A;;FA;;;BA)(D;;FA;;;BG)", [.fileReadData, .fileWriteData])
        #expect(
            Set(query.minimalGrantees().map { Set($0) })
                == [[.administrators], [.users, .authenticatedUsers]])
    }

    @Test func nobodyIsAskedWhereThereIsNoList() throws {
        #expect(try query("O:SYG:SYD:NO_ACCESS_CONTROL", .fileReadData).minimalGrantees() == [[]])
        #expect(try query("O:SYG:SYD:", .fileReadData).minimalGrantees() == [])
        #expect(try query("O:SYG:SYD:", .writeDACL).minimalGrantees() == [[.localSystem]])
    }

    @Test func restrictingSetsAreThoseThatThePassAsksFor() throws {
        let query = try query(
            "O:SYG:SYD:(A;;FA;;;\(World.user))(A;;FR;;;WD)(A;;FW;;;\(World.synthetic))",
            [.fileReadData, .fileWriteData])
        let sets = Set(query.minimalRestrictingSIDs(for: World.plain).map { Set($0) })
        #expect(sets == [[World.user], [.everyone, World.synthetic]])
    }

    @Test func theSmallestEditIsTheOneThatChangesLeast() throws {
        let token = World.restricted([World.synthetic], writesOnly: true)
        let write = try query("O:SYG:SYD:(A;;FA;;;\(World.user))", .fileWriteData)
        #expect(write.smallestFlippingEdit(for: token) == .addRestrictingSID(World.user))
        let order = try query("O:SYG:SYD:(D;;FR;;;WD)(A;;FR;;;BU)", .fileReadData)
        #expect(order.smallestFlippingEdit(for: World.plain) == .moveEntry(from: 0, to: 1))
        let single = try query("O:SYG:SYD:(A;;FA;;;WD)", [.fileReadData, .fileWriteData])
        let added = single.smallestFlippingEdit(for: World.plain)
        #expect(added?.weight(in: single.descriptor) == 1)
        #expect(added == .addEntry(.deny(.fileWriteData, to: World.user), at: 0))
        let owner = try query("O:\(World.user)G:SYD:NO_ACCESS_CONTROL", .writeDACL)
        #expect(owner.smallestFlippingEdit(for: World.plain) == nil)
        // An owner's rights cannot be denied, but an entry for OWNER RIGHTS takes their place.
        let owned = try query("O:\(World.user)G:SYD:", .writeDACL)
        #expect(
            owned.smallestFlippingEdit(for: World.plain) == .addEntry(.deny(.writeDACL, to: .ownerRights), at: 0))
    }
}
