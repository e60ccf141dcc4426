import Testing
import WindowsSecurity

@Suite struct ObjectTypeListTests {
    private static let guids = (0...9).compactMap { GUID("0000000\($0)-0000-0000-0000-000000000000") }

    private static func guid(_ digit: Int) -> GUID { guids[digit] }

    /// A class with two property sets, the first of two properties.
    private var request: AccessRequest {
        var request = AccessRequest(.fileReadData, mapping: World.mapping)
        request.objectTypes = [
            ObjectTypeNode(level: 0, type: Self.guid(1)), ObjectTypeNode(level: 1, type: Self.guid(2)),
            ObjectTypeNode(level: 2, type: Self.guid(3)), ObjectTypeNode(level: 2, type: Self.guid(4)),
            ObjectTypeNode(level: 1, type: Self.guid(5)),
        ]
        return request
    }

    private func entry(_ type: EntryType, on digit: Int?) -> ACE {
        let types = ACE.ObjectTypes(objectType: digit.map(Self.guid))
        return ACE(type, mask: .fileReadData, trustee: .everyone, detail: .object(types, applicationData: []))
    }

    private func each(_ entries: [ACE]) -> [Bool] {
        AccessCheck.decideEach(World.descriptor(entries), token: World.plain, request: request).map(\.isGranted)
    }

    private func whole(_ entries: [ACE]) -> Bool {
        AccessCheck.decide(World.descriptor(entries), token: World.plain, request: request).isGranted
    }

    @Test func anEntryWithoutTypeSpeaksAboutAllNodes() {
        #expect(each([entry(.accessAllowedObject, on: nil)]) == [true, true, true, true, true])
        #expect(whole([.allow(.fileReadData, to: .everyone)]))
    }

    @Test func aTypedGrantReachesItsSubtree() {
        #expect(each([entry(.accessAllowedObject, on: 2)]) == [false, true, true, true, false])
        #expect(!whole([entry(.accessAllowedObject, on: 2)]))
        #expect(each([entry(.accessAllowedObject, on: 9)]) == [false, false, false, false, false])
    }

    @Test func whatAllChildrenHaveTheParentHas() {
        let entries = [entry(.accessAllowedObject, on: 3), entry(.accessAllowedObject, on: 4)]
        #expect(each(entries) == [false, true, true, true, false])
        #expect(whole(entries + [entry(.accessAllowedObject, on: 5)]))
    }

    @Test func aTypedDenyBitesWhereItSpeaks() {
        let all = entry(.accessAllowedObject, on: nil)
        #expect(!whole([entry(.accessDeniedObject, on: 4), all]))
        #expect(each([entry(.accessDeniedObject, on: 4), all]) == [false, false, true, false, true])
        #expect(whole([all, entry(.accessDeniedObject, on: 4)]))
    }

    @Test func withoutAListATypedEntryIsSilent() {
        let request = AccessRequest(.fileReadData, mapping: World.mapping)
        let allow = World.descriptor([entry(.accessAllowedObject, on: 1)])
        #expect(!AccessCheck.decide(allow, token: World.plain, request: request).isGranted)
        let deny = World.descriptor([entry(.accessDeniedObject, on: 1), .allow(.fileAll, to: .everyone)])
        #expect(AccessCheck.decide(deny, token: World.plain, request: request).isGranted)
        var strict = request
        strict.questions.typedDenyCoversObjectWithoutList = true
        #expect(!AccessCheck.decide(deny, token: World.plain, request: strict).isGranted)
    }

    /// Every three entries on every node, against a check that counts leaves: a node has what all leaves below it have.
    @Test func everyThreeEntriesOnEveryNode() {
        let nodes = request.objectTypes
        func leaves(_ index: Int) -> Set<Int> {
            let below = nodes[(index + 1)...].prefix { $0.level > nodes[index].level }.indices
            let ends = below.filter { $0 + 1 == nodes.count || nodes[$0 + 1].level <= nodes[$0].level }
            return ends.isEmpty ? [index] : Set(ends)
        }
        func naive(_ entries: [ACE], _ asked: Set<Int>) -> Bool {
            var left = asked
            for entry in entries where !left.isEmpty {
                let type = entry.objectTypes?.objectType
                let index = nodes.firstIndex { $0.type == type }
                guard type == nil || index != nil else { continue }
                let reached = index.map(leaves) ?? asked
                if entry.type == .accessDeniedObject {
                    if !reached.isDisjoint(with: left) { return false }
                } else {
                    left.subtract(reached)
                }
            }
            return left.isEmpty
        }
        let places: [Int?] = [nil, 1, 2, 3, 4, 5, 9]
        let entries = places.flatMap { [entry(.accessAllowedObject, on: $0), entry(.accessDeniedObject, on: $0)] }
        for first in entries {
            for second in entries {
                for third in entries {
                    let list = [first, second, third]
                    let each = each(list)
                    if whole(list) != naive(list, leaves(0)) { Issue.record("\(World.descriptor(list)) as a whole") }
                    for index in nodes.indices where each[index] != naive(list, leaves(index)) {
                        Issue.record("\(World.descriptor(list)) at node \(index)")
                    }
                }
            }
        }
    }
}
