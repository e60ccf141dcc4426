extension Verb {
    /// Every verb, by subject.
    public static let all = files + network + descriptors + processes + system

    /// Files and directories.
    public static let files = [
        Verb("read", "PATH", "read the content of a file"),
        Verb("list", "PATH", "list a directory"),
        Verb("status", "PATH", "ask what a file is"),
        Verb("open", "PATH", "open a file for writing"),
        Verb("create", "PATH [MODE]", "create a file that does not exist"),
        Verb("create-in", "DIRECTORY NAME", "change to a directory and create a file there"),
        Verb("overwrite", "PATH [TEXT]", "replace the content of a file"),
        Verb("append", "PATH", "append to a file"),
        Verb("truncate", "PATH", "cut a file off"),
        Verb("chmod", "PATH MODE", "change a mode, or the list that stands for it"),
        Verb("chown", "PATH OWNER [GROUP]", "give a file to somebody, or take it"),
        Verb("set-acl", "PATH", "change the access control list of a file"),
        Verb("xattr", "PATH", "set an extended attribute"),
        Verb("utimes", "PATH", "set the times of a file"),
        Verb("rename", "PATH NAME", "rename, replacing what is there"),
        Verb("exchange", "PATH NAME", "exchange two names"),
        Verb("delete", "PATH", "delete a file"),
        Verb("mkdir", "PATH", "make a directory"),
        Verb("rmdir", "PATH", "remove a directory"),
        Verb("hardlink", "PATH NAME", "give a file a second name"),
        Verb("symlink", "TARGET NAME", "make a symbolic link"),
        Verb("mknod", "PATH [KIND]", "make a device: null, whiteout"),
        Verb("junction", "TARGET NAME", "make a link to a directory that needs no privilege"),
        Verb("temporary-link", "DIRECTORY NAME", "give a file without a name one"),
        Verb("open-by-handle", "PATH", "open a file past its path"),
        Verb("race", "NAME NAME COUNT", "write while a link is exchanged, so many times"),
        Verb("fill", "PATH MEBIBYTES", "write a large file"),
        Verb("freeze", "PATH", "mark a file so that nobody changes it: immutable, or read-only"),
        Verb("open-passwords", "PATH", "open the protected passwords in a file", on: .windows),
    ]

    /// Connections and sockets.
    public static let network = [
        Verb("connect", "PROTOCOL ADDRESS PORT", "connect: tcp4, tcp6, mptcp4, mptcp6"),
        Verb("send", "PROTOCOL ADDRESS PORT", "send a datagram and wait for the answer: udp4, udp6"),
        Verb("ping", "PROTOCOL ADDRESS", "send an echo request: icmp4, icmp6"),
        Verb("resolve", "HOST", "look a name up"),
        Verb("use-proxy", "[DESTINATION]", "connect to the proxy of the policy, and through it", on: .windows),
        Verb("bind", "PROTOCOL ADDRESS PORT", "take connections"),
        Verb("listen", "PROTOCOL ADDRESS PORT", "wait until another machine connects"),
        Verb("socket", "FAMILY", "make a socket of a family"),
        Verb("unix-connect", "PATH", "connect to a local service by its path"),
        Verb("abstract-connect", "SERVICE", "connect to a local service by its name"),
        Verb("abstract-bind", "SERVICE", "be a local service"),
        Verb("remove-firewall-rules", "", "remove every rule of the firewall"),
        Verb("override-firewall-rules", "", "let only the rules of the group policy count", on: .windows),
        Verb("ask-service", "PATH CALL [TEXT...]", "have a service do it: create, connect"),
    ]

    /// Descriptors and handles.
    public static let descriptors = [
        Verb("intercept-runner", "", "be faster than the next runner, and read what it is told", on: .windows),
        Verb("descriptors", "", "use a descriptor that was left open"),
        Verb("pipe", "", "make a pipe, as shells do between programs, and send through it"),
        Verb("send-descriptor", "DESCRIPTOR", "send through an inherited socket"),
        Verb("open-below", "DESCRIPTOR NAME", "open below an inherited directory"),
        Verb("reopen", "DESCRIPTOR", "open an inherited file again for writing"),
    ]

    /// Processes and identities.
    public static let processes = [
        Verb("signal", "PROCESS [SIGNAL]", "signal or end a process"),
        Verb("trace", "PROCESS", "debug a process"),
        Verb("read-memory", "PROCESS", "read the memory of a process"),
        Verb("read-environment", "PROCESS", "read the environment of a process"),
        Verb("take-descriptor", "PROCESS", "take a descriptor out of a process"),
        Verb("priority", "PROCESS", "slow a process down"),
        Verb("affinity", "PROCESS", "pin a process to a processor"),
        Verb("limit", "PROCESS", "change the limits of a process"),
        Verb("survive", "SECONDS [TEXT]", "leave a process behind"),
        Verb("hold-output", "SECONDS PATH", "leave a process that holds the output, and then makes a file"),
        Verb("running", "TEXT", "see a process that was left behind"),
        Verb("spawn", "COUNT", "start so many processes"),
        Verb("execute", "PATH [TEXT...]", "run a program"),
        Verb("raise", "PATH", "run a program that changes who one is"),
        Verb("memory-execute", "", "run a program that has no file"),
        Verb("change-user", "USER", "become another user"),
        Verb("change-group", "GROUP", "change the group"),
        Verb("add-group", "GROUP", "add a group"),
        Verb("environment", "VARIABLE", "read a variable that the caller had"),
        Verb("change-account", "USER CHANGE", "change an account: password, expired-password, old-password, disabled"),
        Verb("guess-password", "USER COUNT", "try passwords until the account is locked", on: .windows),
        Verb("core-dump", "", "let one's own memory be written down"),
        Verb("core-handler", "", "let the machine's handler of crashes get one's own memory"),
        Verb("capabilities", "", "use a privilege that is left"),
    ]

    /// The system's other doors.
    public static let system = [
        Verb("mount", "PATH [TARGET]", "mount a file system or directory"),
        Verb("remount", "PATH", "make a mount writable"),
        Verb("unmount", "PATH", "remove a mount"),
        Verb("open-file-system", "TYPE", "open a file system"),
        Verb("change-root", "PATH", "change the root"),
        Verb("unshare", "[NAMESPACE...]", "make a user namespace and others"),
        Verb("clone", "CALL", "make a user namespace with a process: clone, clone3"),
        Verb("enter", "PROCESS NAMESPACE", "enter a namespace of a process"),
        Verb("io-uring", "", "make a ring that performs calls"),
        Verb("open-desktop", "PATH", "reach the windows and the clipboard of a desktop"),
        Verb("window-message", "PROCESS", "send a message to a window of a process", on: .windows),
        Verb(
            "client-credentials", "", "get what guarded connections need of the account, as clients of Schannel do",
            on: .windows),
        Verb("terminal", "", "open the terminal of the caller"),
        Verb("inject", "CALL", "type into the terminal: tiocsti, tiocsti-high, tioclinux"),
        Verb("keyring", "CALL", "use the keyring: add, request, read"),
        Verb("personality", "", "change the personality"),
        Verb("foreign-call", "", "make a call of another architecture"),
        Verb("kernel-call", "CALL", "make a call that only a sandbox has to refuse"),
        Verb("shared-memory", "KEY CALL", "use shared memory: create, attach"),
        Verb("undo-setup", "", "remove what setup made"),
    ]
}
