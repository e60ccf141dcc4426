internal import SandboxModel
internal import WindowsSecurity

extension SimulatedSandbox {
    /// Makes the edits of a confinement, as the person and before every command; what is there already stays.
    ///
    /// Every edit that fails is tried and kept; the first failure then stops the command, as documented.
    func refresh(_ confinement: SimulatedConfinement) throws(SandboxFailure) {
        var failure: SandboxFailure?
        let keepsWriteDenials = design.denials.contains(.keepsWriteDenials)
        for directory in confinement.guards {
            do throws(CallError) {
                try host.machine.makeDirectory(directory.windows, by: host.user)
            } catch {
                if error.code != .alreadyExists { failure = failure ?? SandboxFailure(.grants, error) }
            }
        }
        if let failure { throw failure }
        if design.level == .elevated {
            try deny(confinement.edits(for: .readDeny), recordedIn: host.installation.deniedReads)
            try startReadGrants(confinement.edits(for: .readGrant))
        }
        for edit in confinement.edits(for: .writeGrant) + (keepsWriteDenials ? confinement.edits(for: .writeDeny) : [])
        {
            do throws(CallError) {
                try apply(edit)
            } catch {
                failure = failure ?? SandboxFailure(.grants, error)
            }
        }
        if !keepsWriteDenials {
            try deny(confinement.edits(for: .writeDeny), recordedIn: host.installation.deniedWrites)
        }
        if let failure { throw failure }
    }

    /// Makes an edit unless what it asks for is there.
    ///
    /// - Returns: whether the list was changed.
    @discardableResult
    func apply(
        _ edit: SimulatedConfinement.ListEdit, by process: ProcessIdentifier? = nil
    ) throws(CallError) -> Bool {
        let path = edit.path.windows
        let process = process ?? host.user
        let present = try host.machine.descriptor(of: path, by: process).dacl.list?.entries ?? []
        let own = present.filter { $0.trustee == edit.trustee && !$0.isInheritOnly }
        let mapped = ObjectType.file.mapping.map(edit.mask)
        let mode: ExplicitAccess.Mode
        if edit.purpose != .readDeny, edit.purpose != .writeDeny, !design.denials.contains(.grantsOverDenials),
            present.contains(where: { $0.type.isDeny && !$0.mask.isDisjoint(with: mapped) })
        {
            return false
        }
        switch edit.purpose {
        case .writeGrant:
            // An explicit right to delete children would open what is protected below; it is taken back.
            let isStale = own.contains {
                $0.type.isAllow && !$0.isInherited && $0.mask.contains(.fileDeleteChild)
                    && !mapped.contains(.fileDeleteChild)
            }
            let isEnough = own.contains { $0.type.isAllow && $0.mask.isSuperset(of: mapped) }
            guard isStale || !isEnough else { return false }
            mode = .set
        case .readGrant:
            let readers: [SID] = [edit.trustee, .users, .authenticatedUsers, .everyone]
            let isReadable = present.contains {
                $0.type.isAllow && !$0.isInheritOnly && readers.contains($0.trustee) && $0.mask.isSuperset(of: mapped)
            }
            guard !isReadable else { return false }
            mode = .set
        case .writeDeny, .readDeny:
            guard !own.contains(where: { $0.type.isDeny && !$0.mask.isDisjoint(with: mapped) }) else {
                return false
            }
            mode = .deny
        }
        let wish = ExplicitAccess(
            mode, trustee: edit.trustee, mask: edit.mask, inheritance: [.objectInherit, .containerInherit])
        try host.machine.edit(path, [wish], by: process)
        return true
    }
}
