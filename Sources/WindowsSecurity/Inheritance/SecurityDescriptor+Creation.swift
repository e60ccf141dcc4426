extension SecurityDescriptor {
    /// Makes the descriptor of a new object.
    ///
    /// Windows: `CreatePrivateObjectSecurityEx`, `SeAssignSecurityEx`, MS-DTYP 2.5.3.4.
    ///
    /// - Parameters:
    ///   - creation: what the descriptor is made from.
    ///   - token: who creates.
    ///   - questions: the readings of what nobody has settled.
    /// - Throws: ``CreationError`` when owner, group or SACL cannot be had.
    public init(
        creating creation: DescriptorCreation, by token: AccessToken, questions: OpenQuestions = OpenQuestions()
    ) throws(CreationError) {
        self.init()
        let flags = creation.flags
        owner = creation.creator?.owner ?? (flags.contains(.ownerFromParent) ? creation.parent?.owner : token.owner)
        group =
            creation.creator?.group
            ?? (flags.contains(.groupFromParent) ? creation.parent?.group : token.primaryGroup ?? token.user.sid)
        guard let owner else { throw CreationError(code: .invalidOwner) }
        guard group != nil else { throw CreationError(code: .invalidPrimaryGroup) }
        if creation.creator?.owner != nil, !flags.contains(.avoidOwnerCheck), !token.maySetOwner(to: owner) {
            throw CreationError(code: .invalidOwner)
        }
        if let creator = creation.creator, creator.sacl.isPresent, creator.mandatoryLabel == nil,
            !flags.contains(.avoidPrivilegeCheck), !token.holds(.security)
        {
            throw CreationError(code: .privilegeNotHeld)
        }
        assignDACL(creation, token: token, questions)
        assignSACL(creation, questions)
    }

    private func child(_ creation: DescriptorCreation, marksInherited: Bool) -> InheritingChild {
        InheritingChild(
            isContainer: creation.isContainer, owner: owner, group: group, mapping: creation.mapping,
            marksInherited: marksInherited, objectType: creation.objectType)
    }

    /// The discretionary list: what the creator gave, what is inherited, or the default; MS-DTYP 2.5.3.4.
    private mutating func assignDACL(
        _ creation: DescriptorCreation, token: AccessToken, _ questions: OpenQuestions
    ) {
        let isAuto = creation.flags.contains(.daclAutoInherit)
        let child = child(creation, marksInherited: isAuto)
        let inherited = creation.parent?.dacl.list?.inherited(by: child, questions) ?? []
        let explicit = creation.creator?.dacl ?? .absent
        let isDefaulted =
            creation.flags.contains(.defaultDescriptor)
            || creation.creator?.control.contains(.daclDefaulted) ?? false
        if isAuto, creation.creator?.control.contains(.daclProtected) ?? false {
            dacl = explicit.effective(creation.mapping)
            control.insert(.daclProtected)
            return
        }
        if isAuto { control.insert(.daclAutoInherited) }
        if explicit.isPresent, !isDefaulted {
            dacl = explicit.effective(creation.mapping)
            guard isAuto, questions.explicitListsInheritBesides, case .list(var list) = dacl else { return }
            list.entries = list.entries.filter { !$0.isInherited } + inherited
            dacl = .list(list)
        } else if !inherited.isEmpty {
            dacl = .list(ACL(inherited))
        } else if explicit.isPresent {
            dacl = explicit.effective(creation.mapping)
        } else if let list = token.defaultDACL {
            dacl = List.list(list).effective(creation.mapping)
        } else if isAuto {
            dacl = .list([])
        }
    }

    /// The same for the SACL, which has no default in the token.
    private mutating func assignSACL(_ creation: DescriptorCreation, _ questions: OpenQuestions) {
        let isAuto = creation.flags.contains(.saclAutoInherit)
        let child = child(creation, marksInherited: isAuto)
        let inherited = creation.parent?.sacl.list?.inherited(by: child, questions) ?? []
        let explicit = creation.creator?.sacl ?? .absent
        if explicit.isPresent {
            sacl = explicit.effective(creation.mapping)
            guard isAuto, questions.explicitListsInheritBesides, case .list(var list) = sacl,
                !(creation.creator?.control.contains(.saclProtected) ?? false)
            else { return }
            list.entries = list.entries.filter { !$0.isInherited } + inherited
            sacl = .list(list)
            control.insert(.saclAutoInherited)
        } else if !inherited.isEmpty {
            sacl = .list(ACL(inherited))
            if isAuto { control.insert(.saclAutoInherited) }
        }
    }
}

extension SecurityDescriptor.List {
    /// The list as it stands on an object: rights of entries that speak about it are mapped and clipped.
    fileprivate func effective(_ mapping: GenericMapping) -> Self {
        guard case .list(var list) = self else { return self }
        list.entries = list.entries.map { entry in
            guard !entry.isInheritOnly, entry.type.isAllow || entry.type.isDeny else { return entry }
            var entry = entry
            entry.mask = mapping.map(entry.mask).intersection(mapping.all)
            return entry
        }
        return .list(list)
    }
}
