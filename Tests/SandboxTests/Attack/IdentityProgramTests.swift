import KernelStage
import Testing

/// Programs that run with another identity: a command neither gains by them nor changes what others will run.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct IdentityProgramTests {
    /// Programs that alice made in a granted workspace, so that they inherited the grant, and gave an identity later.
    static let programs = """
        run -- true
        for name in plain own linked foreign unreadable group; do
            as alice sh -c "cp /usr/local/bin/sallyport-probe $name && chmod 775 $name"
        done
        as alice sh -c 'chmod 4775 own && chmod 4775 linked && ln linked other'
        chown root foreign unreadable && chmod 4775 foreign && chmod 4771 unreadable && setfacl -m m::rwx unreadable
        chgrp games group && chmod 2775 group
        stat -c '%a' own linked foreign unreadable group | cut -c1 | tr -d '\\n'; echo

        """

    /// Writing through a shared mapping keeps the set-id bits, other than write(2).
    static let overwriting = """
        import mmap, os, sys
        for name in sys.argv[1:]:
            try:
                with mmap.mmap(os.open(name, os.O_RDWR), 4) as mapped: mapped[0:4] = b"evil"
                print(name, "overwritten")
            except OSError as error: print(name, os.strerror(error.errno))
        """

    @Test func noneIsOverwritten() throws {
        let result = try Sandbox.script(
            """
            \(Self.programs)
            for times in 1 2; do
                echo '\(Self.overwriting)' | run -- python3 - plain own linked other foreign unreadable group
                run -- sh -c 'mv foreign moved && cp -l moved again; mv moved foreign' 2>/dev/null
            done
            head -qc 4 own linked foreign unreadable group | tr -d '\\177'; echo
            stat -c '%a' own linked foreign unreadable group | cut -c1 | tr -d '\\n'; echo
            """)
        #expect(result.lines.first == "44442", "\(result.standardError)")
        #expect(result.lines.suffix(3) == ["ELFELFELFELFELF", "44442", ""], "\(result.standardOutput)")
        let written = result.lines.filter { $0.hasSuffix(" overwritten") }
        #expect(written == ["plain overwritten", "plain overwritten"], "\(result.standardOutput)")
        #expect(result.lines.count == 1 + 14 + 3, "\(result.standardOutput)\(result.standardError)")
    }

    @Test(arguments: Sandbox.Level.allCases) func noneGivesItsIdentity(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            \(Self.programs.replacing("; echo", with: " >&2"))
            cp /usr/local/bin/sallyport-probe raise && chown bob raise && chmod 4755 raise
            for name in own foreign group raise; do run -- sallyport-probe raise ./$name; done
            for name in foreign group raise; do as alice sallyport-probe raise ./$name; done
            sallyport-probe raise ./own
            """, level: level)
        let answers = result.lines.compactMap { line in line.split(separator: " -> ").last }
        #expect(answers.prefix(4).allSatisfy { $0.hasPrefix("EPERM") }, "\(result.standardOutput)")
        #expect(answers.dropFirst(4).map { $0.prefix(2) } == ["ok", "ok", "ok", "ok"], "\(result.standardOutput)")
    }
}
