import KernelStage
import Testing

/// A session that began before the user was enrolled: setup and the refused launch name one remedy, and it works.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct SessionGroupTests {
    @Test func theRemedyOfAnOldSessionWorks() throws {
        let result = try Stage(programs: ["sallyport", "sallyport-command-runner", "sallyport-setup"]).run(
            """
            remedy="sg CodexSandboxLaunch -c newgrp"
            sallyport-setup install --for-user alice | grep -cF "open a shell with '$remedy'"
            old() { setpriv --reuid=alice --regid=alice --groups=$(id -g alice) env HOME=/home/alice USER=alice "$@"; }
            old mkdir /home/alice/work && cd /home/alice/work
            old sallyport run -- true 2>&1 | grep -cF "open a shell with: $remedy"
            old $remedy <<<'sallyport run -- touch made; echo $?; stat -c "%U %G" made'
            old sg CodexSandboxLaunch -c 'sallyport run -- touch other' 2>&1 | grep -cF "open a shell with: $remedy"
            ls
            """)
        #expect(result.lines == ["1", "1", "0", "alice alice", "1", "made", ""], "\(result)")
    }
}
