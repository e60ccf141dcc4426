import KernelStage
import Testing

/// What a caller can give to a set-user-ID program besides the request: limits, signals, timers, a place, namespaces.
///
/// Whatever it is, the command runs confined in full, or not at all.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct HostileCallerTests {
    /// What the caller does just before it executes the runner, in Python.
    static let preparations: KeyValuePairs<String, String> = [
        "plain": "pass",
        // Under these it runs.
        "no files to write": "limit('FSIZE', 0)", "no core files": "limit('CORE', 0)",
        "core files": "limit('CORE', -1)",
        "no locked memory": "limit('MEMLOCK', 0)", "no pending signals": "limit('SIGPENDING', 0)",
        "little stack": "limit('STACK', 256 << 10)", "64 descriptors": "limit('NOFILE', 64)",
        "signals ignored": "for number in signals: signal.signal(number, signal.SIG_IGN)",
        "signals blocked": "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))",
        "mask 0": "os.umask(0)", "mask 0777": "os.umask(0o777)",
        "directory removed": "os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')",
        "directory closed": "os.mkdir('shut'); os.chdir('shut'); os.chmod('.', 0)",
        "no standard streams": "os.close(0); os.close(2)", "lowest priority": "os.nice(19)",
        "no address randomness": "libc.personality(0x0440000)", "orphans come to it": "prctl(36, 1)",
        "many arguments": "arguments = ['x'] * 90000", "no arguments": "libc.execve(runner.encode(), None, None)",
        "variables":
            "variables = {'LD_PRELOAD': '/tmp/x.so', 'PATH': '/tmp', 'MALLOC_CHECK_': '3', 'SWIFT_BACKTRACE': 'enable=yes', 'X': 'y' * 90000}",
        "dies with its parent": "prctl(1, 9)",
        // Under these it may run or not.
        "stopped and continued": "disturb = True", "8 descriptors": "limit('NOFILE', 8)",
        "no descriptors": "limit('NOFILE', 0)",
        "no processes": "limit('NPROC', 0)",
        "4 MiB of memory": "limit('AS', 4 << 20)", "16 MiB of memory": "limit('AS', 16 << 20)",
        "no data": "limit('DATA', 0)",
        "no stack": "limit('STACK', 0)", "no time": "limit('CPU', 0)",
        "an alarm at once": "signal.setitimer(signal.ITIMER_REAL, 0.002)",
        "an alarm soon": "signal.setitimer(signal.ITIMER_REAL, 0.02)", "no clock": "prctl(26, 2)",
        "no writable code": "prctl(65, 1)",
        "traced": "libc.ptrace(0, 0, None, None)",
        // Under these it never runs: the set-user-ID bit means nothing there.
        "no new privileges": "prctl(38, 1)", "namespace without ids": "libc.unshare(0x10000000)",
        "namespace as itself": "namespace(5001)", "namespace as root": "namespace(0)",
        "namespace with a root of its own": "namespace(0); libc.unshare(0x20000); mount_all(); os.chroot('/tmp/root')",
        "namespace with a registry of its own":
            "namespace(0); libc.unshare(0x20000); mount_all(); bind('/tmp/forged', '/etc')",
        "descriptor of a namespace":
            "namespace(0); libc.unshare(0x20000); runner = f'/proc/self/fd/{os.open(runner, os.O_PATH)}'",
    ]
    static let running = 22, never = 7

    static let starter = """
        import ctypes, os, resource, select, shutil, signal, sys, time
        libc = ctypes.CDLL(None, use_errno=True)
        name, preparation, runner = sys.argv[1:]
        signals = [number for number in range(1, 65) if number not in (9, 19, 32, 33)]
        def prctl(option, value): assert libc.prctl(option, value, 0, 0, 0) in (0, -1)
        def limit(kind, value): resource.setrlimit(getattr(resource, 'RLIMIT_' + kind), (value, value))
        def write(path, text):
            with open(path, 'w') as file: file.write(text)
        def namespace(user):
            assert libc.unshare(0x10000000) == 0
            write('/proc/self/setgroups', 'deny'); write('/proc/self/uid_map', f'{user} 5001 1'); write('/proc/self/gid_map', f'{user} 5001 1')
        def bind(source, target): assert libc.mount(source.encode(), target.encode(), None, 0x5000, None) == 0
        def mount_all():
            assert libc.mount(None, b'/', None, 0x44000, None) == 0
            os.makedirs('/tmp/root', exist_ok=True); bind('/', '/tmp/root')
            os.makedirs('/tmp/forged/sallyport', exist_ok=True)
            write('/tmp/forged/sallyport/registry', open('/etc/sallyport/registry').read())
        os.chdir('/tmp')
        disturb, arguments, variables = preparation == 'disturb = True', ['runner'], {}
        reading, outcome = os.pipe(); output, writing = os.pipe()
        child = os.fork()
        if child == 0:
            request = os.open('/tmp/request', os.O_RDONLY)
            os.dup2(request, 100); os.dup2(outcome, 101); os.dup2(writing, 1)
            os.dup2(100, 3); os.dup2(101, 4); os.set_inheritable(3, True); os.set_inheritable(4, True)
            try: exec(preparation); os.execve(runner, arguments, variables)
            finally: os._exit(99)
        os.close(outcome); os.close(writing)
        texts, closed, begun = {output: b'', reading: b''}, set(), time.monotonic()
        while len(closed) < 2 and time.monotonic() - begun < 10:
            if disturb:
                try:
                    for number in (signal.SIGSTOP, signal.SIGCONT): os.kill(child, number); time.sleep(0.0005)
                except OSError: pass
            elif 'ptrace' in preparation:
                ended, status = os.waitpid(child, os.WNOHANG | 2)
                if ended and os.WIFSTOPPED(status): libc.ptrace(7, child, None, None)
            for end in select.select([end for end in texts if end not in closed], [], [], 0.001)[0]:
                some = os.read(end, 4096)
                texts[end] += some
                if not some: closed.add(end)
        try: os.kill(child, signal.SIGKILL)
        except OSError: pass
        print(f"{name}: {texts[output].decode().strip()}; {texts[reading].decode().strip()}", flush=True)
        """

    @Test func theCommandIsConfinedInFullOrDoesNotRun() throws {
        var script = """
            cat >/tmp/start.py <<'PYTHON'
            \(Self.starter)
            PYTHON
            request "${offline[@]}" "${work[@]}" -- sh -c '
                echo $(id -u) $(id -g) $(sed -n "s/^\\(CapPrm\\|CapBnd\\|CapAmb\\|NoNewPrivs\\|Seccomp\\):\\t//p" /proc/self/status)
                for file in /home/alice/mine /etc/new work/.git/config /tmp/../home/alice/work/.git/new; do
                    (echo x >>$file) 2>/dev/null && echo escaped; done; kill -0 1 2>/dev/null && echo reached; true'

            """
        for (name, preparation) in Self.preparations {
            script += "as alice python3 /tmp/start.py '\(name)' \"\(preparation)\" $runner 2>/dev/null\n"
        }
        let rows = try CommandRunnerTests.run(script + "echo \"afterwards: $(cat /home/alice/work/.git/config)\"")
        let none = "0000000000000000"
        let confined = "991 65536 \(none) \(none) \(none) 1 2; exited 0"
        #expect(rows["plain"] == confined, "the control: \(rows)")
        #expect(rows["afterwards"] == "original")
        for (index, name) in Self.preparations.map(\.key).enumerated() {
            let row = rows[name] ?? "missing"
            switch index {
            case 0..<Self.running: #expect(row == confined, "\(name): \(row)")
            case (Self.preparations.count - Self.never)...: #expect(row.hasPrefix("; "), "\(name): \(row)")
            default:
                // The time or the alarm may end it at any moment.
                let said = row.prefix { $0 != ";" }
                #expect(said.isEmpty || confined.prefix { $0 != ";" }.hasSuffix(said), "\(name): \(row)")
            }
        }
    }
}
