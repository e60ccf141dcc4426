import KernelStage
import Testing

/// A process outside that works with the command can pass it directories over a socket: no mount of the view lies on the way there, and
/// the write gate has to hold alone.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct HandedDirectoryTests {
    /// Passes the machine's home directories and processes to whoever connects.
    static let outside = """
        import os, socket
        listener = socket.socket(socket.AF_UNIX); listener.bind("door"); os.chmod("door", 0o777); listener.listen()
        while True:
            connection, _ = listener.accept()
            socket.send_fds(connection, [b"x"], [os.open(path, os.O_RDONLY) for path in ("/home", "/proc")])
        """

    /// What is done there; the name of each attempt that succeeds is printed.
    static let attempts = """
        import os, socket, sys
        connection = socket.socket(socket.AF_UNIX); connection.connect("door")
        home, processes = socket.recv_fds(connection, 1, 2)[1]
        victim, own = sys.argv[1], "alice/target"
        def at(path, flags, directory=home): return os.open(path, flags, 0o666, dir_fd=directory)
        attempts = {
            "write": lambda: at("alice/public", os.O_WRONLY), "both": lambda: at("alice/public", os.O_RDWR),
            "append": lambda: at("alice/public", os.O_WRONLY | os.O_APPEND), "truncate": lambda: at("alice/public", os.O_WRONLY | os.O_TRUNC),
            "create": lambda: at(own + "/new", os.O_WRONLY | os.O_CREAT), "nameless": lambda: at(own, os.O_WRONLY | os.O_TMPFILE),
            "directory": lambda: os.mkdir(own + "/made", dir_fd=home), "link": lambda: os.symlink("x", own + "/way", dir_fd=home),
            "pipe": lambda: os.mkfifo(own + "/pipe", dir_fd=home),
            "rename out": lambda: os.rename("move", own + "/moved", dst_dir_fd=home),
            "link out": lambda: os.link("link", own + "/linked", dst_dir_fd=home),
            "remove": lambda: os.unlink(own + "/doomed", dir_fd=home), "remove directory": lambda: os.rmdir(own + "/empty", dir_fd=home),
            "settings": lambda: at("alice/plain/.git/public", os.O_WRONLY),
            "replace settings": lambda: os.rename("alice/plain/.git", "alice/plain/other", src_dir_fd=home, dst_dir_fd=home),
            "memory": lambda: at(victim + "/mem", os.O_RDWR, processes), "environment": lambda: at(victim + "/environ", os.O_RDONLY, processes),
            "root": lambda: at(victim + "/root/etc", os.O_RDONLY, processes), "directory of": lambda: at(victim + "/cwd", os.O_RDONLY, processes),
            "descriptors": lambda: os.readlink(victim + "/fd/0", dir_fd=processes),
            "memory shortage": lambda: os.write(at(victim + "/oom_score_adj", os.O_WRONLY, processes), b"500"),
        }
        for name, attempt in attempts.items():
            try: attempt(); print(name)
            except OSError: pass
        """

    @Test(arguments: Sandbox.Level.allCases) func nothingIsWrittenBehindIt(_ level: Sandbox.Level) throws {
        let result = try Sandbox.script(
            """
            echo '\(Self.outside)' >/run/outside; echo '\(Self.attempts)' >/run/attempts
            setfacl -m g:CodexSandboxUsers:x /home/alice 2>/dev/null
            prepare() {
                as alice sh -c 'echo x >move; echo x >link; chmod 666 link; cd ../target; rm -rf *; touch doomed; mkdir empty'
                chmod 755 /home/alice
            }
            as alice python3 /run/outside & await test -S door
            prepare; run -- python3 -c "$(cat /run/attempts)" $victim; echo "sandboxed"
            prepare; as alice python3 /run/attempts $victim
            """, level: level)
        // There the mounts alone protect what lies in a root.
        let known: [Substring] = level == .elevated ? [] : ["settings"]
        let inside = Array(result.lines.prefix { $0 != "sandboxed" })
        #expect(inside == known, "\(result.standardOutput)\(result.standardError)")
        let outside = result.lines.dropFirst(inside.count + 1)
        #expect(outside.count == 21 + 1, "the control: \(outside)\(result.standardError)")
    }
}
