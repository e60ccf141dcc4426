public import WindowsSecurity

extension SimulatedMachine {
    /// What has changed since another state of this machine, apart from processes and what ends with them.
    ///
    /// - Parameter before: the other state.
    /// - Returns: what differs.
    public func difference(since before: SimulatedMachine) -> MachineDifference {
        var items: [MachineDifference.Item] = []
        func add<Value: Equatable>(_ kind: MachineDifference.Kind, _ old: [String: Value], _ new: [String: Value]) {
            let names = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
            items += names.sorted().map { MachineDifference.Item(kind: kind, subject: $0) }
        }
        add(
            .accounts, Self.named(before.accounts.users, \.name) { $0.sid },
            Self.named(accounts.users, \.name) { $0.sid })
        add(.groups, Self.named(before.accounts.groups, \.name) { $0 }, Self.named(accounts.groups, \.name) { $0 })
        add(.logonRights, before.accounts.rightsByName, accounts.rightsByName)
        let (old, new) = (before.filesByPath, filesByPath)
        for (kind, names) in [
            (MachineDifference.Kind.filesMade, new.keys.filter { old[$0] == nil }),
            (.filesRemoved, old.keys.filter { new[$0] == nil }),
        ] { items += names.sorted().map { MachineDifference.Item(kind: kind, subject: $0) } }
        let common = old.keys.filter { new[$0] != nil }
        func changes<Value: Equatable>(
            _ kind: MachineDifference.Kind, _ value: (SimulatedMachine, FileReference) -> Value
        ) {
            let names = common.filter { path in
                guard let one = old[path], let other = new[path] else { return false }
                return value(before, one) != value(self, other)
            }
            items += names.sorted().map { MachineDifference.Item(kind: kind, subject: $0) }
        }
        changes(.contents) { $0.files.content(of: $1) }
        changes(.lists) { $0.files.descriptor(of: $1).dacl }
        changes(.labels) { $0.files.descriptor(of: $1).mandatoryLabel }
        changes(.owners) { $0.files.descriptor(of: $1).owner }
        add(
            .registryKeys, Self.named(Array(before.registry.keys.values), \.path) { $0 },
            Self.named(Array(registry.keys.values), \.path) { $0 })
        add(.firewallRules, Self.named(before.firewall.rules, \.name) { $0 }, Self.named(firewall.rules, \.name) { $0 })
        add(
            .packetFilters, Self.named(before.firewall.filters, \.name) { $0 },
            Self.named(firewall.filters, \.name) { $0 })
        add(.services, Self.named(before.services, \.name) { $0.account }, Self.named(services, \.name) { $0.account })
        return MachineDifference(items: items)
    }

    /// The files that a token may use in a way now, and could not in another state of this machine; files made since do not count.
    ///
    /// - Parameters:
    ///   - access: the rights.
    ///   - token: the token.
    ///   - before: the other state.
    /// - Returns: the paths in order.
    public func filesOpened(
        for access: AccessMask, to token: AccessToken, since before: SimulatedMachine
    ) -> [String] {
        let old = before.filesByPath
        return filesByPath.filter { path, file in
            guard let earlier = old[path] else { return false }
            return grants(access, on: file, to: token) && !before.grants(access, on: earlier, to: token)
        }.keys.sorted()
    }

    private func grants(_ access: AccessMask, on file: FileReference, to token: AccessToken) -> Bool {
        AccessCheck.decide(
            files.descriptor(of: file), token: token,
            request: AccessRequest(access, mapping: ObjectType.file.mapping, questions: questions)
        ).isGranted
    }

    /// Every name of every file on every drive, links not followed.
    private var filesByPath: [String: FileReference] {
        var result: [String: FileReference] = [:]
        for (index, volume) in files.volumes.enumerated() where volume.format != .devices {
            let root = FileReference(volume: UInt8(truncatingIfNeeded: index), record: Volume.root)
            collect(root, at: FilePath(root: .drive(volume.letter), components: []), into: &result)
        }
        return result
    }

    private func collect(_ file: FileReference, at path: FilePath, into result: inout [String: FileReference]) {
        result[path.description] = file
        guard files[file].isDirectory, !files[file].attributes.contains(.reparsePoint) else { return }
        for entry in files.entries(of: file) { collect(entry.file, at: path.appending(entry.name), into: &result) }
    }

    private static func named<Element, Value>(
        _ elements: [Element], _ name: (Element) -> String, _ value: (Element) -> Value
    ) -> [String: Value] {
        Dictionary(elements.map { (name($0), value($0)) }) { first, _ in first }
    }
}

extension SecurityAccounts {
    /// Who holds which logon right.
    fileprivate var rightsByName: [String: Set<SID>] {
        Dictionary(uniqueKeysWithValues: rights.filter { !$0.value.isEmpty }.map { ($0.key.rawValue, $0.value) })
    }
}
