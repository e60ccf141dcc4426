extension DACLWalk {
    /// The walk for a list of object types: a typed entry speaks about its node and the nodes below.
    ///
    /// What is granted on all children of a node is granted on the node; the request is granted when the first node has
    /// all that is wanted. A deny that bites on any node ends the walk. MS-DTYP 2.5.3.2, `AccessCheckByType`.
    @inline(never)
    func walkTree<Recorder: AccessRecorder>(
        _ wanted: AccessMask, _ entries: [ACE], with membership: Membership, pass: AccessStep.Pass,
        recorder: inout Recorder
    ) -> Bool {
        let nodes = request.objectTypes
        var remaining = [AccessMask](repeating: wanted, count: nodes.count)
        for (index, entry) in entries.enumerated() where !entry.isInheritOnly {
            if remaining[0].isEmpty { break }
            guard applies(entry, with: membership, pass: pass) else { continue }
            let start: Int
            if let type = entry.objectTypes?.objectType {
                guard let node = nodes.firstIndex(where: { $0.type == type || $0.ancestors.contains(type) }) else {
                    continue
                }
                start = node
            } else {
                start = 0
            }
            let mask = request.mapping.map(entry.mask)
            let bits = mask.intersection(remaining[start])
            if entry.type.isDeny {
                guard !bits.isEmpty else { continue }
                AccessCheck.note(
                    &recorder, .entryDenies, pass: pass, entry: index, bits: bits, remaining: remaining[0])
                return false
            }
            let before = remaining[0]
            for node in start..<Self.end(of: start, in: nodes) { remaining[node].subtract(mask) }
            Self.liftGrants(&remaining, nodes)
            let settled = before.subtracting(remaining[0])
            guard !settled.isEmpty else { continue }
            AccessCheck.note(
                &recorder, .entryAllows, pass: pass, entry: index, bits: settled, remaining: remaining[0])
        }
        AccessCheck.note(
            &recorder, .passEnds, pass: pass, bits: wanted.subtracting(remaining[0]), remaining: remaining[0])
        return remaining[0].isEmpty
    }

    /// Whether an entry speaks about the first node, and so about the object as a whole.
    func speaksAboutWhole(_ entry: ACE) -> Bool {
        guard let typed = entry.objectTypes?.objectType, let whole = request.objectTypes.first else { return true }
        return whole.type == typed || whole.ancestors.contains(typed)
    }

    /// The index behind the last node below a node.
    private static func end(of start: Int, in nodes: [ObjectTypeNode]) -> Int {
        var end = start + 1
        while end < nodes.count, nodes[end].level > nodes[start].level { end += 1 }
        return end
    }

    /// Takes off a node what none of its children still wants.
    private static func liftGrants(_ remaining: inout [AccessMask], _ nodes: [ObjectTypeNode]) {
        for node in nodes.indices.reversed() {
            var wantedBelow: AccessMask?
            for child in node + 1..<max(node + 1, end(of: node, in: nodes))
            where nodes[child].level == nodes[node].level + 1 {
                wantedBelow = (wantedBelow ?? []).union(remaining[child])
            }
            if let wantedBelow { remaining[node].formIntersection(wantedBelow) }
        }
    }
}
