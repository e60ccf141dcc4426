import KernelStage
import Testing

/// A descriptor is a capability: what the caller holds open must not get inside.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct DescriptorTests {
    /// How the caller opens something, the attempt on it inside, and the attempt that shows outside that it works.
    static let inherited = [
        ("exec 7<>/dev/tcp/10.77.0.2/80", "send-descriptor 7"),
        ("exec 7<>/dev/udp/10.77.0.2/443", "send-descriptor 7"),
        ("exec 7</home/alice", "open-below 7 secret"),
        ("exec 7<>/home/alice/secret", "reopen 7"),
    ]

    @Test(arguments: inherited, Sandbox.Level.allCases)
    func inheritedDescriptorsAreClosed(_ descriptor: (open: String, attempt: String), _ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            \(descriptor.open)
            run -- sallyport-probe \(descriptor.attempt)
            sallyport-probe \(descriptor.attempt)
            """, level: level)
        let answers = result.lines.compactMap { line in line.split(separator: " -> ").last }
        #expect(["EBADF", "ENOENT"].contains(answers.first), "\(result.standardOutput)\(result.standardError)")
        #expect(answers.last == "ok", "the control")
    }

    /// As a standard stream it stops the launch.
    @Test(arguments: inherited.prefix(3).map(\.0), Sandbox.Level.allCases)
    func socketsAndDirectoriesAreNoStandardStreams(_ open: String, _ level: Sandbox.Level) throws {
        let result = try Sandbox.script("\(open); run -- echo ran <&7; echo $?", level: level)
        #expect(result.standardOutput == "71\n", "\(result.standardError)")
        #expect(result.standardError.contains("descriptors"))
    }
}
