extension ACE {
    /// What a child inherits of the entry: nothing, one entry, or an effective one and one for its own children.
    ///
    /// Windows: MS-DTYP 2.5.3.4.
    ///
    /// - Parameter child: the child.
    /// - Returns: at most two entries, the effective one first.
    public func inherited(by child: InheritingChild) -> [ACE] {
        let reachesObjects = flags.contains(.objectInherit)
        let reachesContainers = flags.contains(.containerInherit)
        guard reachesObjects || reachesContainers else { return [] }
        if !child.isContainer {
            guard reachesObjects, isMeant(for: child) else { return [] }
            return [effective(on: child, keeping: [])]
        }
        let isForChildrenOnly = !reachesContainers || !isMeant(for: child)
        if flags.contains(.noPropagate) { return isForChildrenOnly ? [] : [effective(on: child, keeping: [])] }
        var passedOn = marked(self, child)
        passedOn.flags.insert(.inheritOnly)
        if isForChildrenOnly { return [passedOn] }
        let kept = flags.intersection([.objectInherit, .containerInherit])
        let effective = effective(on: child, keeping: kept)
        guard effective.mask != mask || effective.trustee != trustee else { return [effective] }
        var alone = effective
        alone.flags.subtract(.inheritance)
        return [alone, passedOn]
    }

    /// The entry as it speaks about the child itself: rights mapped and clipped, placeholders replaced.
    private func effective(on child: InheritingChild, keeping kept: EntryFlags) -> ACE {
        var entry = marked(self, child)
        entry.flags = entry.flags.subtracting(.inheritance).union(kept)
        if !Self.keepsMask.contains(type) { entry.mask = child.mapping.map(mask).intersection(child.mapping.all) }
        if trustee == .creatorOwner, let owner = child.owner { entry.trustee = owner }
        if trustee == .creatorGroup, let group = child.group { entry.trustee = group }
        return entry
    }

    /// The types whose mask holds no access rights.
    private static let keepsMask: Set<EntryType> = [
        .mandatoryLabel, .resourceAttribute, .scopedPolicy, .processTrustLabel, .accessFilter,
    ]

    private func marked(_ entry: ACE, _ child: InheritingChild) -> ACE {
        var entry = entry
        entry.flags.remove(.inherited)
        if child.marksInherited { entry.flags.insert(.inherited) }
        return entry
    }

    /// Whether an object entry is meant for the class of the child; every other entry is.
    private func isMeant(for child: InheritingChild) -> Bool {
        guard let wanted = objectTypes?.inheritedObjectType else { return true }
        return wanted == child.objectType
    }
}

extension ACL {
    /// What a child inherits of all entries, in their order.
    func inherited(by child: InheritingChild, _ questions: OpenQuestions) -> [ACE] {
        let inherited = entries.flatMap { $0.inherited(by: child) }
        guard questions.inheritanceDropsDuplicates else { return inherited }
        var seen: Set<ACE> = []
        return inherited.filter { seen.insert($0).inserted }
    }
}
