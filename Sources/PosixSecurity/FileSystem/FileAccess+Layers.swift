extension FileAccess {
    /// Mode and access control list.
    mutating func discretionary(_ wanted: Permissions, on node: FileNode) throws(Refusal) {
        guard
            node.access.allows(wanted, owner: node.owner, group: node.group, to: credentials, recorder: &recorder)
        else { throw Refusal(.discretionary, .accessDenied) }
    }

    /// What only an owner or a privileged process may do.
    mutating func own(_ node: FileNode, _ allows: Bool) throws(Refusal) {
        recorder.record(.ownership(allows: allows))
        if !allows { throw Refusal(.discretionary, .notPermitted) }
    }

    /// The mount must take writes.
    mutating func writeMount(_ node: FileNode) throws(Refusal) {
        recorder.record(.mount(readOnly: node.mount.isReadOnly))
        if node.mount.isReadOnly { throw Refusal(.readOnlyMount, .readOnlyFileSystem) }
    }

    /// Both directories must be reached through one mount.
    mutating func sameMount(_ source: FileNode, _ target: FileNode) throws(Refusal) {
        if source.mount.identifier != target.mount.identifier { throw Refusal(.mountPoint, .crossDevice) }
    }

    /// Nothing may be mounted on the name.
    mutating func notMounted(_ node: FileNode) throws(Refusal) {
        if node.isMountPoint { throw Refusal(.mountPoint, .busy) }
    }

    /// The write gate must allow the rights that it handles.
    mutating func pass(_ wanted: WriteGateRights, at path: String) throws(Refusal) {
        guard let gate else { return }
        let allows = gate.allows(wanted, at: path)
        recorder.record(.writeGate(path: path, wanted: wanted, allows: allows))
        if !allows { throw Refusal(.writeGate, .accessDenied) }
    }
}
