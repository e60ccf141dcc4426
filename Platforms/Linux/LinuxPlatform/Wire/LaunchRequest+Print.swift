extension LaunchRequest {
    /// The request as the bytes that the runner reads.
    public var encoded: [UInt8] {
        var fields = LaunchRequestWriter()
        fields.add("sallyport-launch 1")
        switch level {
        case .unelevated:
            fields.add("level unelevated")
        case .elevated(let identity):
            fields.add("level elevated")
            fields.add("principal ", WireValues.text(identity.principal.word))
            fields.add("workspace-gid ", UInt64(identity.workspaceGroup))
            for group in identity.capabilityGroups { fields.add("capability-gid ", UInt64(group)) }
        }
        fields.add("network ", WireValues.text(network.word))
        fields.add("temporary ", WireValues.text(temporary.word))
        fields.add("working-directory ", workingDirectory)
        for path in writableRoots { fields.add("writable-root ", path) }
        for path in protectedPaths { fields.add("protected ", path) }
        for path in deniedPaths { fields.add("denied ", path) }
        for path in readablePaths { fields.add("readable ", path) }
        if let timeoutMilliseconds { fields.add("timeout-milliseconds ", UInt64(timeoutMilliseconds)) }
        for loss in acceptedLosses { fields.add("accept-loss ", WireValues.text(loss.word)) }
        for argument in arguments { fields.add("argument ", argument) }
        for entry in environment { fields.add("environment ", entry) }
        fields.add("end")
        return fields.bytes
    }
}

private struct LaunchRequestWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ key: StaticString, _ value: [UInt8] = []) {
        bytes += WireValues.text(key)
        bytes += value
        bytes.append(0)
    }

    mutating func add(_ key: StaticString, _ value: UInt64) {
        bytes += WireValues.text(key)
        WireValues.append(value, to: &bytes)
        bytes.append(0)
    }
}
