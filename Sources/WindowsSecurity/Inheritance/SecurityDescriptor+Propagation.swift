extension SecurityDescriptor {
    /// Sets the explicit entries and recomputes the inherited ones.
    ///
    /// Windows: `SetNamedSecurityInfoW` for one object; descendants follow with ``inherit(from:isContainer:mapping:questions:)``.
    ///
    /// - Parameters:
    ///   - list: the new entries; in a protected list all of them become explicit.
    ///   - protection: whether the parent's entries are kept away.
    ///   - parent: the descriptor of the container.
    ///   - isContainer: whether the object holds children of its own.
    ///   - mapping: what the generic rights mean for the object.
    ///   - questions: the readings of what nobody has settled.
    public mutating func setDACL(
        _ list: ACL, protection: DescriptorProtection = .unchanged, parent: SecurityDescriptor?, isContainer: Bool,
        mapping: GenericMapping = ObjectType.file.mapping, questions: OpenQuestions = OpenQuestions()
    ) {
        switch protection {
        case .unchanged: break
        case .protected: control.insert(.daclProtected)
        case .unprotected: control.remove(.daclProtected)
        }
        var list = list
        if control.contains(.daclProtected) {
            for index in list.entries.indices { list.entries[index].flags.remove(.inherited) }
        }
        dacl = .list(list)
        inherit(from: parent, isContainer: isContainer, mapping: mapping, questions: questions)
    }

    /// Recomputes the inherited entries, unless the DACL is protected; explicit ones stay in front.
    ///
    /// - Parameters:
    ///   - parent: the descriptor of the container.
    ///   - isContainer: whether the object holds children of its own.
    ///   - mapping: what the generic rights mean for the object.
    ///   - questions: the readings of what nobody has settled.
    public mutating func inherit(
        from parent: SecurityDescriptor?, isContainer: Bool, mapping: GenericMapping = ObjectType.file.mapping,
        questions: OpenQuestions = OpenQuestions()
    ) {
        guard !control.contains(.daclProtected) else { return }
        let child = InheritingChild(
            isContainer: isContainer, owner: owner, group: group, mapping: mapping, marksInherited: true)
        let inherited = parent?.dacl.list?.inherited(by: child, questions) ?? []
        let explicit = dacl.list?.entries.filter { !$0.isInherited } ?? []
        dacl = .list(ACL(explicit + inherited))
        control.insert(.daclAutoInherited)
    }
}

extension DescriptorControl {
    /// What a raw set stores of the flags that a caller passes.
    ///
    /// Auto-inherited is stored only together with the request for it, and the request never. Windows:
    /// `NtSetSecurityObject`, `SetFileSecurityW`.
    public var storedByRawSet: DescriptorControl {
        var stored = self
        if !contains(.daclAutoInheritRequired) { stored.remove(.daclAutoInherited) }
        if !contains(.saclAutoInheritRequired) { stored.remove(.saclAutoInherited) }
        stored.subtract([.daclAutoInheritRequired, .saclAutoInheritRequired])
        return stored
    }
}
