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

    /// The accounts are everybody's: what alice's command made is the command's own for bob's too, wherever it lies.
    @Test func anotherUsersCommandsFileIsNoStandardStream() throws {
        let result = try Sandbox.script(
            """
            sallyport-setup install --for-user bob >/dev/null
            install -d -o alice -m 755 /srv/shared /srv/shared/bobs && chown bob /srv/shared/bobs && cd /srv/shared
            run -- sh -c 'umask 022; echo original >made; exec sleep 4805' &
            await test -s made; stat -c %U made
            cd bobs; as bob sh -c 'sallyport run -- chmod 666 /proc/self/fd/0 <../made'; echo $?; stat -c %a ../made
            echo mine >/home/bob/mine; chown bob /home/bob/mine; as bob sh -c 'sallyport run -- cat </home/bob/mine'
            pkill -f '^sleep 4805'; wait $!
            """)
        #expect(
            result.standardOutput == "CodexSandboxOffline\n71\n664\nmine\n",
            "\(result.standardOutput)\(result.standardError)")
        #expect(result.standardError.contains("belongs to a sandbox account"))
    }
}
