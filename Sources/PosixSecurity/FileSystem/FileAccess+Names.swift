extension FileAccess {
    /// Renaming: what the names of both directories, the gate and the sticky bits say.
    mutating func rename(
        _ node: FileNode, _ source: FileNode, _ target: FileNode, _ replaced: FileNode?
    ) throws(Refusal) {
        try discretionary([.execute], on: source)
        try discretionary([.execute], on: target)
        try sameMount(source, target)
        try writeMount(source)
        try reparent(
            node, source, target, at: node.kind.removeRight,
            and: node.kind.makeRight.union(replaced?.kind.removeRight ?? []))
        try removeName(node, source)
        if let replaced {
            try removeName(replaced, target)
        } else {
            try discretionary([.write, .execute], on: target)
        }
        // A directory that moves gets another `..`.
        if node.kind == .directory, source.path != target.path { try discretionary([.write], on: node) }
        try notMounted(node)
        if let replaced { try notMounted(replaced) }
    }

    /// A further name; Linux refuses it for files that the process could not write (`fs.protected_hardlinks` is 1).
    mutating func link(_ node: FileNode, _ source: FileNode, _ target: FileNode) throws(Refusal) {
        try discretionary([.execute], on: source)
        try discretionary([.execute], on: target)
        try writeMount(target)
        try sameMount(source, target)
        let isSafe =
            node.kind == .regularFile
            && node.access.allows([.read, .write], owner: node.owner, group: node.group, to: credentials)
        try own(node, credentials.user == node.owner || isSafe)
        try reparent(node, source, target, at: [], and: node.kind.makeRight)
        try discretionary([.write, .execute], on: target)
        try own(node, node.kind != .directory)
    }

    /// Removing a name needs writing in the directory, and under the sticky bit owning one of the two.
    mutating func removeName(_ node: FileNode, _ directory: FileNode) throws(Refusal) {
        try discretionary([.write, .execute], on: directory)
        guard directory.isSticky else { return }
        let allows = credentials.user == node.owner || credentials.user == directory.owner
        recorder.record(.sticky(allows: allows))
        if !allows { throw Refusal(.discretionary, .notPermitted) }
    }

    /// The gate's say when a name moves or appears.
    ///
    /// It asks for the rights of both directories, for `refer` between two of them, and that nothing becomes allowed for the
    /// file that was not allowed before. `EACCES` comes before `EXDEV`.
    mutating func reparent(
        _ node: FileNode, _ source: FileNode, _ target: FileNode, at sourceRights: WriteGateRights,
        and targetRights: WriteGateRights
    ) throws(Refusal) {
        guard let gate else { return }
        if source.path == target.path { return try pass(sourceRights.union(targetRights), at: source.path) }
        try pass(sourceRights, at: source.path)
        try pass(targetRights, at: target.path)
        let fileRights: WriteGateRights = [.execute, .writeFile, .readFile, .truncate]
        var gained = gate.rights(at: target.path).subtracting(gate.rights(at: node.path))
        if node.kind != .directory { gained.formIntersection(fileRights) }
        let allows =
            gate.allows(.refer, at: source.path) && gate.allows(.refer, at: target.path) && gained.isEmpty
        recorder.record(.writeGate(path: target.path, wanted: .refer, allows: allows))
        if !allows { throw Refusal(.writeGate, .crossDevice) }
    }
}
