import WindowsSecurity

/// The mandatory label, bit by bit; step 3 of `docs/windows-model.md`.
struct NaiveLabel {
    /// The label's three bits, or nothing when it sets no limit.
    private let policy: UInt32?
    private let read: UInt32
    private let write: UInt32
    private let execute: UInt32
    private let all: UInt32
    private let mayRelabel: Bool

    init(descriptor: SecurityDescriptor, token: AccessToken, mapping: GenericMapping) {
        read = mapping.read.rawValue
        write = mapping.write.rawValue
        execute = mapping.execute.rawValue
        all = mapping.all.rawValue
        mayRelabel = token.privileges.intersection(token.enabledPrivileges).privileges.contains(.relabel)
        let label = descriptor.sacl.list?.entries.first { $0.type.rawValue == 0x11 && $0.flags.rawValue & 0x08 == 0 }
        let level = label?.trustee.relativeIdentifier ?? 0x2000
        let isEnforced = token.mandatoryPolicy.rawValue & 1 != 0 && token.integrityLevel.rawValue < level
        let isWaived = token.appContainer != nil && level <= 0x2000
        policy = isEnforced && !isWaived ? label.map { $0.mask.rawValue & 7 } ?? 1 : nil
    }

    /// Whether the label lets a bit through.
    func lets(_ bit: UInt32) -> Bool {
        guard let policy, policy != 0 else { return true }
        if mayRelabel, bit == 0x0008_0000 { return true }
        let (noWrite, noRead, noExecute) = (policy & 1 != 0, policy & 2 != 0, policy & 4 != 0)
        let start = read | execute | 0x0012_0000 | (noWrite ? 0 : all)
        guard start & bit != 0 else { return false }
        let readable = !noRead && read & bit != 0
        let writable = !noWrite && write & bit != 0
        let executable = !noExecute && execute & bit != 0
        if noWrite, (write | 0x010D_0000) & bit != 0, !readable, !executable { return false }
        if noRead, (read | 0x0002_0000) & bit != 0, !writable, !executable { return false }
        if noExecute, (execute & ~read | 0x0010_0000) & bit != 0, !writable, !readable { return false }
        return true
    }
}
