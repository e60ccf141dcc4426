import KernelStage
import Testing

/// The accounts are everybody's, and a user can link or move into a directory of theirs what another user's command opened.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct StolenFileTests {
    @Test func whatAnotherUsersCommandMadeIsNotGiven() throws {
        let result = try Sandbox.script(
            """
            sallyport-setup install --for-user bob >/dev/null
            install -d -o alice -m 755 /srv/open /srv/open/mine && install -d -o bob -m 755 /srv/open/bobs && cd /srv/open/bobs
            as bob sallyport run -- sh -c '
                mkdir -m 777 wide; chmod 777 wide; for name in linked wide/moved wide/inner; do echo 1 >$name; chmod 666 $name; done
                mkdir wide/directory; chmod 777 wide/directory; mv wide/inner wide/directory; touch made
                until [ -e over ]; do sleep 0.05; done' &
            await test -e made
            cd ../mine; as alice ln ../bobs/linked linked; as alice mv ../bobs/wide/moved ../bobs/wide/directory .
            as alice mkdir group; run -- true; chgrp games group; chmod g+s group
            run -- sh -c 'touch own; ln own other; touch group/own; ln group/own group/other'
            stat -c '%U %n' linked moved directory/inner own other group/own; stat -c '%a %n' directory
            as bob touch ../bobs/over; wait $!; stat -c '%U %n' linked
            """)
        #expect(
            result.lines == [
                "CodexSandboxOffline linked", "CodexSandboxOffline moved", "CodexSandboxOffline directory/inner",
                "alice own", "alice other", "alice group/own", "777 directory", "bob linked", "",
            ], "\(result.standardOutput)\(result.standardError)")
    }
}
