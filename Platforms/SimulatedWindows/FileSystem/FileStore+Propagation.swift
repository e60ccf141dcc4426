internal import WindowsSecurity

/// Carries the inheritable entries of a directory down to everything below it.
///
/// Windows: `SetNamedSecurityInfo` after the object itself. Objects whose descriptor, parent and kind are alike get the same
/// outcome, so it is worked out once for each such triple and looked up for the rest.
struct Propagation {
    private struct Key: Hashable {
        let parent: UInt32
        let child: UInt32
        let isDirectory: Bool
    }

    /// The readings of what nobody has settled.
    let questions: OpenQuestions
    private var outcomes: [Key: UInt32?] = [:]
    /// How many objects were looked at.
    private(set) var visited = 0
    /// How many were left as they are because the caller may not change them.
    private(set) var refused = 0

    init(questions: OpenQuestions) { self.questions = questions }

    /// Recomputes the inherited entries of every descendant that does not refuse them.
    ///
    /// - Parameters:
    ///   - directory: the directory whose list has changed.
    ///   - store: the volumes.
    ///   - mayChange: whether the caller has `WRITE_DAC` on an object with a descriptor in a directory with another one.
    mutating func run(
        from directory: FileReference, in store: inout FileStore,
        mayChange: (_ object: SecurityDescriptor, _ parent: SecurityDescriptor) -> Bool
    ) {
        let volume = Int(directory.volume)
        var open: [UInt32] = [directory.record]
        while let parent = open.popLast() {
            let parentDescriptor = store.volumes[volume].records[Int(parent)].descriptor
            var cursor = store.volumes[volume].records[Int(parent)].firstChild
            while cursor != FileRecord.none {
                let link = store.volumes[volume].links[Int(cursor)]
                cursor = link.next
                let record = store.volumes[volume].records[Int(link.record)]
                visited += 1
                let key = Key(parent: parentDescriptor, child: record.descriptor, isDirectory: record.isDirectory)
                let outcome: UInt32?
                if let known = outcomes[key] {
                    outcome = known
                } else {
                    outcome = self.outcome(key, in: &store, mayChange: mayChange)
                    outcomes[key] = .some(outcome)
                }
                guard let outcome else {
                    refused += 1
                    continue
                }
                if outcome != record.descriptor {
                    store.volumes[volume].records[Int(link.record)].descriptor = outcome
                }
                let isLink = record.attributes.contains(.reparsePoint)
                if record.isDirectory, !isLink, record.firstChild != FileRecord.none { open.append(link.record) }
            }
        }
    }

    /// The descriptor an object gets; nothing when the caller may not write it.
    private func outcome(
        _ key: Key, in store: inout FileStore,
        mayChange: (_ object: SecurityDescriptor, _ parent: SecurityDescriptor) -> Bool
    ) -> UInt32? {
        let parent = store.descriptors[key.parent]
        var descriptor = store.descriptors[key.child]
        guard mayChange(descriptor, parent) else { return nil }
        descriptor.inherit(from: parent, isContainer: key.isDirectory, questions: questions)
        return store.descriptors.intern(descriptor)
    }
}
