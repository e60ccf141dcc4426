/// Collects the fields of a launch request and checks them against each other at the end.
struct LaunchRequestReader {
    private var isElevated: Bool?
    private var principal: AccountRole?
    private var workspaceGroup: UInt32?
    private var capabilityGroups: [UInt32] = []
    private var network: LaunchRequest.Network?
    private var temporary: LaunchRequest.Temporary?
    private var workingDirectory: [UInt8]?
    private var writableRoots: [[UInt8]] = []
    private var protectedPaths: [[UInt8]] = []
    private var deniedPaths: [[UInt8]] = []
    private var readablePaths: [[UInt8]] = []
    private var timeoutMilliseconds: UInt32?
    private var acceptedLosses: [LaunchRequest.AcceptedLoss] = []
    private var arguments: [[UInt8]] = []
    private var environment: [[UInt8]] = []

    mutating func take(_ field: ArraySlice<UInt8>, at offset: Int) throws(WireError) {
        let (key, value) = WireValues.divide(field)
        if try takeIdentity(key, value, at: offset) { return }
        if try takeGate(key, value, at: offset) { return }
        if try takePath(key, value, at: offset) { return }
        try takeCommand(key, value, at: offset)
    }

    func finish(at offset: Int) throws(WireError) -> LaunchRequest {
        guard let network, let temporary, let workingDirectory, !arguments.isEmpty else {
            throw WireError(.missingField, at: offset)
        }
        var request = LaunchRequest(
            level: try level(with: network, at: offset), network: network, temporary: temporary,
            workingDirectory: workingDirectory, arguments: arguments)
        request.writableRoots = writableRoots
        request.protectedPaths = protectedPaths
        request.deniedPaths = deniedPaths
        request.readablePaths = readablePaths
        request.timeoutMilliseconds = timeoutMilliseconds
        request.acceptedLosses = acceptedLosses
        request.environment = environment
        return request
    }

    private func level(
        with network: LaunchRequest.Network, at offset: Int
    ) throws(WireError) -> LaunchRequest.Level {
        guard let isElevated else { throw WireError(.missingField, at: offset) }
        guard isElevated else {
            guard principal == nil, workspaceGroup == nil, capabilityGroups.isEmpty, network != .firewalled else {
                throw WireError(.contradiction, at: offset)
            }
            return .unelevated
        }
        guard let principal, let workspaceGroup else { throw WireError(.missingField, at: offset) }
        guard (network == .open) == (principal == .online) else { throw WireError(.contradiction, at: offset) }
        return .elevated(
            LaunchRequest.Identity(
                principal: principal, workspaceGroup: workspaceGroup, capabilityGroups: capabilityGroups))
    }

    private mutating func takeIdentity(
        _ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, at offset: Int
    ) throws(WireError) -> Bool {
        if WireValues.matches(key, "level") {
            if WireValues.matches(value, "elevated") {
                try set(&isElevated, to: true, at: offset)
            } else if WireValues.matches(value, "unelevated") {
                try set(&isElevated, to: false, at: offset)
            } else {
                throw WireError(.word, at: offset)
            }
        } else if WireValues.matches(key, "principal") {
            guard let role = AccountRole(word: value) else { throw WireError(.word, at: offset) }
            try set(&principal, to: role, at: offset)
        } else if WireValues.matches(key, "workspace-gid") {
            try set(&workspaceGroup, to: try WireValues.identifier(value, at: offset), at: offset)
        } else if WireValues.matches(key, "capability-gid") {
            let group = try WireValues.identifier(value, at: offset)
            try append(group, to: &capabilityGroups, atMost: LaunchRequest.mostCapabilities, at: offset)
        } else {
            return false
        }
        return true
    }

    private mutating func takeGate(
        _ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, at offset: Int
    ) throws(WireError) -> Bool {
        if WireValues.matches(key, "network") {
            for network in LaunchRequest.Network.allCases where WireValues.matches(value, network.word) {
                try set(&self.network, to: network, at: offset)
                return true
            }
            throw WireError(.word, at: offset)
        } else if WireValues.matches(key, "temporary") {
            for temporary in LaunchRequest.Temporary.allCases where WireValues.matches(value, temporary.word) {
                try set(&self.temporary, to: temporary, at: offset)
                return true
            }
            throw WireError(.word, at: offset)
        } else if WireValues.matches(key, "accept-loss") {
            for loss in LaunchRequest.AcceptedLoss.allCases where WireValues.matches(value, loss.word) {
                try append(loss, to: &acceptedLosses, atMost: 8, at: offset)
                return true
            }
            throw WireError(.word, at: offset)
        } else if WireValues.matches(key, "timeout-milliseconds") {
            let milliseconds = try WireValues.number(value, atMost: UInt64(Int32.max), at: offset)
            try set(&timeoutMilliseconds, to: UInt32(truncatingIfNeeded: milliseconds), at: offset)
            return true
        }
        return false
    }

    private mutating func takePath(
        _ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, at offset: Int
    ) throws(WireError) -> Bool {
        if WireValues.matches(key, "working-directory") {
            try set(&workingDirectory, to: try WireValues.path(value, at: offset), at: offset)
        } else if WireValues.matches(key, "writable-root") {
            try append(
                try belowRoot(value, at: offset), to: &writableRoots, atMost: LaunchRequest.mostRoots, at: offset)
        } else if WireValues.matches(key, "protected") {
            try append(
                try belowRoot(value, at: offset), to: &protectedPaths, atMost: LaunchRequest.mostPaths, at: offset)
        } else if WireValues.matches(key, "denied") {
            try append(try belowRoot(value, at: offset), to: &deniedPaths, atMost: LaunchRequest.mostPaths, at: offset)
        } else if WireValues.matches(key, "readable") {
            try append(
                try belowRoot(value, at: offset), to: &readablePaths, atMost: LaunchRequest.mostRoots, at: offset)
        } else {
            return false
        }
        return true
    }

    private mutating func takeCommand(
        _ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, at offset: Int
    ) throws(WireError) {
        if WireValues.matches(key, "argument") {
            try append([UInt8](value), to: &arguments, atMost: LaunchRequest.mostArguments, at: offset)
        } else if WireValues.matches(key, "environment") {
            guard let equals = value.firstIndex(of: UInt8(ascii: "=")), equals > value.startIndex else {
                throw WireError(.name, at: offset)
            }
            try append([UInt8](value), to: &environment, atMost: LaunchRequest.mostEnvironmentEntries, at: offset)
        } else {
            throw WireError(.unknownField, at: offset)
        }
    }

    /// A path that may become a mount point: not the root directory itself.
    private func belowRoot(_ value: ArraySlice<UInt8>, at offset: Int) throws(WireError) -> [UInt8] {
        let path = try WireValues.path(value, at: offset)
        guard path.count > 1 else { throw WireError(.path, at: offset) }
        return path
    }

    private func set<Value>(_ place: inout Value?, to value: Value, at offset: Int) throws(WireError) {
        guard place == nil else { throw WireError(.repeatedField, at: offset) }
        place = value
    }

    private func append<Value>(
        _ value: Value, to list: inout [Value], atMost limit: Int, at offset: Int
    ) throws(WireError) {
        guard list.count < limit else { throw WireError(.tooLong, at: offset) }
        list.append(value)
    }
}
