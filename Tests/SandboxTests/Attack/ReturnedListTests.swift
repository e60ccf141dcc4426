import KernelStage
import Testing

/// A command decides about the modes and access lists of what it made; what is given back to the user is open to nobody else.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct ReturnedListTests {
    /// What a command does in a workspace that everybody may read, to open it to bob.
    static let opening = """
        umask 0
        echo x >mode && chmod 666 mode
        mkdir -m 777 directory && echo x >directory/inner && chmod 666 directory/inner
        echo x >named && setfacl -m u:bob:rw named
        echo x >many && setfacl -m "$(seq -f u:%g:rw -s, 20000 20300),u:bob:rw" many
        echo x >group && setfacl -m g:5002:rw group
        echo x >masked && setfacl -m u:bob:rw,m::rw masked
        echo x >bare && setfacl -b bare && chmod 666 bare
        mkdir inheriting && setfacl -m d:u:bob:rwx,d:g:5002:rwx,d:o::rwx,u:bob:rwx inheriting && echo x >inheriting/inner
        mkdir closed && echo x >closed/inner && chmod 666 closed/inner && setfacl -m u:bob:rwx closed
        mkdir -p repository/.git && setfacl -m u:bob:rwx repository/.git && echo x >repository/.git/config && chmod 666 repository/.git/config
        """
    static let files = [
        "mode", "directory/inner", "named", "many", "group", "masked", "bare", "inheriting/inner", "closed/inner",
        "repository/.git/config",
    ]
    static let directories = ["directory", "inheriting", "closed", "repository/.git"]

    @Test(arguments: Stage.HomeFileSystem.allCases, ["", "--network"])
    func onlyTheUserHasItInTheEnd(_ home: Stage.HomeFileSystem, _ option: String) throws {
        let result = try Sandbox.script(
            """
            install -d -o alice -m 755 /home/open && cd /home/open
            attempt() {
                for name in \(Self.files.joined(separator: " ")); do (echo x >>$name) 2>/dev/null && echo "wrote $name"; done
                for name in \(Self.directories.joined(separator: " ")); do mkdir $name/new 2>/dev/null && rmdir $name/new && echo "made in $name"; done
            }
            export -f attempt
            cat >/run/opening <<'OPENING'
            \(Self.opening)
            touch ready; while [ ! -e go ]; do sleep 0.02; done
            # The own right to read is no condition either.
            chmod 0 closed; chmod 066 mode
            OPENING
            chmod 644 /run/opening
            run \(option) -- bash -s </run/opening &
            runner=$!
            await test -e ready
            as bob bash -c "$(declare -f attempt); attempt"; echo during
            touch go; wait $runner; echo $?
            as bob bash -c "$(declare -f attempt); attempt"; echo afterwards
            as alice sh -c 'cd inheriting && echo secret >later && mkdir below && echo secret >below/later'
            as bob sh -c 'for name in inheriting/later inheriting/below/later; do echo x >>$name; done; mkdir inheriting/below/x' 2>/dev/null
            getfacl -nRcp . 2>/dev/null | grep -E '5002|:20[0-9]{3}:' | sort | uniq -c; echo named
            run -- bash -c "$(declare -f attempt); attempt" 2>/dev/null | grep -vc '[.]git'
            as alice bash -c "$(declare -f attempt); attempt" | grep -vc '[.]git'
            """, home: home)
        let parts = result.standardOutput.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = Self.files.map { "wrote \($0)" } + Self.directories.map { "made in \($0)" }
        #expect(
            parts.map(String.init) == expected + ["during", "0", "afterwards", "named", "12", "12", ""],
            "\(result.standardOutput)\(result.standardError)")
    }

    /// Nobody may wait at the user's end of a pipe or a socket that the command left.
    @Test func pipesAndSocketsAreClosedToo() throws {
        let result = try Sandbox.script(
            """
            install -d -o alice -m 755 /home/open && cd /home/open
            echo "import socket; socket.socket(socket.AF_UNIX).bind('socket')" >/run/bind; chmod 644 /run/bind
            attempt() { for name in pipe socket; do test -w $name && echo "$1 $name"; done; true; }
            run -- sh -c 'umask 0; mkfifo pipe; python3 -; chmod 777 pipe socket; setfacl -m u:bob:rwx,g:5002:rwx pipe socket
                touch ready; while [ ! -e go ]; do sleep 0.02; done' </run/bind &
            runner=$!
            await test -e ready
            as bob bash -c "$(declare -f attempt); attempt during"
            touch go; wait $runner
            as bob bash -c "$(declare -f attempt); attempt after"
            as alice bash -c "$(declare -f attempt); attempt own"
            """)
        #expect(
            result.standardOutput == "during pipe\nduring socket\nown pipe\nown socket\n",
            "\(result.standardOutput)\(result.standardError)")
    }

    /// A run with the other account, whose return was postponed, leaves nothing open either.
    @Test func whatTheOtherAccountMadeIsSettledToo() throws {
        let result = try Sandbox.script(
            """
            install -d -o alice -m 755 /srv/open && cd /srv/open
            run -- sh -c 'touch first; exec sleep 4806' &
            runner=$!
            await test -e first
            run --network -- sh -c 'echo x >online && setfacl -m u:bob:rw online && chmod 600 online'
            stat -c %U online
            pkill -f '^sleep 4806'; wait $runner
            stat -c %U online; getfacl -cp online | grep -c bob; as bob sh -c 'echo x >>online' 2>/dev/null || echo kept
            """)
        #expect(result.standardOutput == "CodexSandboxOnline\nalice\n0\nkept\n", "\(result.standardError)")
    }

    /// Whoever may read the workspace may lock it; that keeps nothing from being given back.
    @Test func nobodyElsesLockPostponesTheReturn() throws {
        let result = try Sandbox.script(
            """
            install -d -o alice -m 755 /srv/open && cd /srv/open
            as bob flock -s /srv/open sleep 4807 &
            await pgrep -f '^sleep 4807'
            run -- touch made; stat -c %U made
            run -- flock -s . sh -c 'sleep 4808 & touch more' ; stat -c %U more
            as bob python3 -c 'open("/var/lib/sallyport/journal", "rb")' 2>&1 | grep -o PermissionError
            """)
        #expect(result.standardOutput == "alice\nalice\nPermissionError\n", "\(result.standardError)")
    }
}
