import KernelStage
import Testing

/// The caller exchanges a directory for a link while the runner, as root, makes mount points below it.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct MountPointRaceTests {
    /// Launches until the runner met an exchanged directory at the moment in which it made the mount point; a hundred at most.
    @Test func nothingOfRootsIsLeftBehind() throws {
        let rows = try CommandRunnerTests.run(
            """
            cat >/tmp/exchange.py <<'PYTHON'
            import os
            os.chdir("/tmp/raced")
            names = [f"d{number}" for number in range(48)]
            while not os.path.exists("stop"):
                for name in names:
                    os.rename(name, name + ".away")
                    os.symlink("/srv/roots", name)
                    os.unlink(name)
                    os.rename(name + ".away", name)
            PYTHON
            mkdir /srv/roots
            as alice mkdir /tmp/raced
            setfacl -m g:65536:rwx /tmp/raced
            fields=("${offline[@]}" 'writable-root /tmp/raced')
            for number in $(seq 0 47); do
                as alice mkdir -p /tmp/raced/d$number/inner
                fields+=("readable /tmp/raced/d$number/inner")
            done
            request "${fields[@]}" -- true
            row 'at rest'
            as alice python3 /tmp/exchange.py &
            exchange=$!
            for ((tries = 0; tries < 100; tries++)); do
                outcome=$(launch alice 2>&1)
                case $outcome in *'make a mount point'*) met=$((met + 1)); [ $met -lt 3 ] || break ;; esac
            done
            as alice touch /tmp/raced/stop; wait $exchange
            echo "met in the act: $((met > 0))"
            echo "made as root: $(find /tmp/raced /srv/roots -mindepth 1 -user root | wc -l)"
            """)
        CommandRunnerTests.expect(rows, ["at rest": "exited 0", "met in the act": "1", "made as root": "0"])
    }
}
