import Testing

/// The filter's verdicts, computed without a kernel and compared with libseccomp's program for the same rules.
@Suite struct SystemCallFilterTests {
    static let kill: UInt32 = 0x8000_0000
    static let allow: UInt32 = 0x7fff_0000
    static let pretence: UInt32 = 0x0005_0000
    static let permission: UInt32 = 0x0005_0001
    static let noSuchCall: UInt32 = 0x0005_0026
    static let noSuchFamily: UInt32 = 0x0005_0061

    /// The values at which some rule changes its mind, and their neighbours.
    static let interesting: [UInt64] = {
        var values: Set<UInt64> = [
            0, 1, 2, 3, 10, 15, 16, 17, 40, 0x5411, 0x5412, 0x541c, 0o755, 0o4755, 0o2755, 0o6000,
        ]
        for bit in 0..<33 { values.insert(1 << UInt64(bit)) }
        for value in values { values.insert(value | 1 << 32) }
        return values.sorted()
    }()

    /// The calls whose arguments some rule looks at, by their x86-64 numbers.
    static let examined: [UInt32] = [2, 16, 41, 53, 56, 85, 90, 91, 133, 160, 257, 259, 268, 302, 452]

    @Test func everyCallAgreesWithLibseccomp() throws {
        let ours = FilterProgram.ours
        let oracle = try #require(FilterProgram.oracle)
        for number in UInt32(0)..<1024 {
            for value: UInt64 in [0, 1, 0o2755, .max] {
                let call = FilterProgram.Call(number: number, arguments: [UInt64](repeating: value, count: 6))
                #expect(ours.action(for: call) == oracle.action(for: call), "call \(number), arguments \(value)")
            }
        }
    }

    @Test(arguments: examined)
    func everyInterestingArgumentAgreesWithLibseccomp(_ number: UInt32) throws {
        let ours = FilterProgram.ours
        let oracle = try #require(FilterProgram.oracle)
        for argument in 0..<4 {
            for value in Self.interesting {
                for other: UInt64 in [0, 4, 0o100, 0o2755, 16] {
                    var call = FilterProgram.Call(number: number, arguments: [other, other, other, other, 0, 0])
                    call.arguments[argument] = value
                    guard ours.action(for: call) != oracle.action(for: call) else { continue }
                    Issue.record("the programs disagree about \(call)")
                }
            }
        }
    }

    @Test func foreignArchitecturesAreKilled() {
        let ours = FilterProgram.ours
        for architecture: UInt32 in [0x4000_0003, 0xc000_00b7, 0] {
            let call = FilterProgram.Call(
                architecture: architecture, number: 39, arguments: [UInt64](repeating: 0, count: 6))
            #expect(ours.action(for: call) == Self.kill)
        }
        for number: UInt32 in [0x4000_0000, 0x4000_0027, .max] {
            let call = FilterProgram.Call(number: number, arguments: [UInt64](repeating: 0, count: 6))
            #expect(ours.action(for: call) == Self.kill)
        }
    }

    /// Escapes by name; the numbers are x86-64's.
    @Test(arguments: [
        ("TIOCSTI", UInt32(16), [0, 0x5412, 0] as [UInt64], permission),
        ("TIOCSTI behind high bits", 16, [0, 0x1_0000_5412, 0], permission),
        ("TCGETS", 16, [0, 0x5401, 0], allow),
        ("vsock", 41, [40, 1, 0], noSuchFamily),
        ("vsock behind high bits", 41, [0x1_0000_0028, 1, 0], noSuchFamily),
        ("IPv4", 41, [2, 1, 0], allow),
        ("netlink route", 41, [16, 3, 0], allow),
        ("netlink netfilter", 41, [16, 3, 12], permission),
        ("Unix pair", 53, [1, 1, 0], allow),
        ("TIPC pair", 53, [30, 1, 0], noSuchFamily),
        ("user namespace", 56, [0x1000_0011, 0, 0], permission),
        ("thread", 56, [0x3d_0f00, 0, 0], allow),
        ("chmod u+s", 90, [0, 0o4755, 0], permission),
        ("chmod 755", 90, [0, 0o755, 0], allow),
        ("open without O_CREAT", 2, [0, 0, 0o6777], allow),
        ("open setgid", 2, [0, 0o101, 0o2755], permission),
        ("io_uring_setup", 425, [0, 0, 0], noSuchCall),
        ("ptrace", 101, [0, 0, 0], permission),
        ("limit on core files", 160, [4, 0x7fff_0000, 0], pretence),
        ("limit on open files", 160, [7, 0x7fff_0000, 0], allow),
        ("limit on core files of a process", 302, [0, 4, 0x7fff_0000_0000, 0], pretence),
        ("limit on core files behind high bits", 302, [0, 0x1_0000_0004, 0x7fff_0000, 0], pretence),
        ("limit on core files for the old one", 302, [0, 4, 0x7fff_0000, 0x7fff_0000], permission),
        ("look at the limit on core files", 302, [0, 4, 0, 0x7fff_0000], allow),
        ("keyctl", 250, [0, 0, 0], permission),
    ])
    func escapesAreRefused(name: String, number: UInt32, arguments: [UInt64], action: UInt32) {
        let call = FilterProgram.Call(number: number, arguments: arguments + [0, 0, 0])
        #expect(FilterProgram.ours.action(for: call) == action, "\(name)")
    }
}
