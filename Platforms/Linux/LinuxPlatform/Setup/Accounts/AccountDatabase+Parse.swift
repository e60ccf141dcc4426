extension AccountDatabase.User {
    /// Reads the fields of a line of `passwd(5)`.
    init?(fields: [String]) {
        guard fields.count == 7, let identifier = UInt32(fields[2]), let group = UInt32(fields[3]) else { return nil }
        self.init(
            name: fields[0], password: fields[1], identifier: identifier, group: group, home: fields[5],
            shell: fields[6])
    }

    /// Reads one line as `getent passwd` prints it.
    init?(line: some StringProtocol) {
        self.init(fields: line.split(separator: ":", omittingEmptySubsequences: false).map { String($0) })
    }
}

extension AccountDatabase.Group {
    /// Reads the fields of a line of `group(5)`.
    init?(fields: [String]) {
        guard fields.count == 4, let identifier = UInt32(fields[2]) else { return nil }
        self.init(name: fields[0], identifier: identifier, members: fields[3].split(separator: ",").map(String.init))
    }

    /// Reads one line as `getent group` prints it.
    init?(line: some StringProtocol) {
        self.init(fields: line.split(separator: ":", omittingEmptySubsequences: false).map { String($0) })
    }
}

extension AccountDatabase.Range {
    /// Reads the fields of a line of `subuid(5)`.
    init?(fields: [String]) {
        // The kernel knows no ids beyond 32 bits, and neither sum may overflow.
        guard fields.count == 3, let first = UInt64(fields[1]), let count = UInt64(fields[2]),
            first <= UInt32.max, count <= 1 << 32
        else { return nil }
        self.init(owner: fields[0], first: first, count: count)
    }
}
