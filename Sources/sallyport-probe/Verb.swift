import CProbe

/// A kind of attempt: its name, how many arguments it takes, and what performs it.
struct Verb {
    let name: StaticString
    let arguments: ClosedRange<Int>
    let perform: probe_attempt

    init(_ name: StaticString, _ arguments: ClosedRange<Int>, _ perform: @escaping probe_attempt) {
        self.name = name
        self.arguments = arguments
        self.perform = perform
    }

    /// The verb of a name.
    static func named(_ name: [UInt8]) -> Verb? {
        for family in [files, network, descriptors, processes, kernel] {
            for verb in family where spells(name, verb.name) { return verb }
        }
        return nil
    }

    private static var files: [Verb] {
        [
            Verb("read", 1...1, probe_read),
            Verb("list", 1...1, probe_list),
            Verb("status", 1...1, probe_status),
            Verb("open", 1...1, probe_open),
            Verb("create", 1...2, probe_create),  // PATH [MODE]
            Verb("create-in", 2...2, probe_create_in),  // DIRECTORY NAME
            Verb("overwrite", 1...2, probe_overwrite),  // PATH [TEXT]
            Verb("append", 1...1, probe_append),
            Verb("truncate", 1...1, probe_truncate),
            Verb("chmod", 2...2, probe_chmod),  // PATH MODE
            Verb("chown", 2...3, probe_chown),  // PATH UID|self [GID]
            Verb("set-acl", 1...1, probe_set_acl),
            Verb("xattr", 1...1, probe_xattr),
            Verb("utimes", 1...1, probe_utimes),
            Verb("rename", 2...2, probe_rename),
            Verb("exchange", 2...2, probe_exchange),
            Verb("delete", 1...1, probe_delete),
            Verb("mkdir", 1...1, probe_mkdir),
            Verb("rmdir", 1...1, probe_rmdir),
            Verb("hardlink", 2...2, probe_hardlink),
            Verb("symlink", 2...2, probe_symlink),  // TARGET NAME
            Verb("junction", 2...2, probe_symlink),  // TARGET NAME
            Verb("mknod", 1...2, probe_mknod),  // PATH [null|whiteout]
            Verb("temporary-link", 2...2, probe_temporary_link),  // DIRECTORY NAME
            Verb("open-by-handle", 1...1, probe_open_by_handle),
            Verb("race", 3...3, probe_race),  // NAME DECOY COUNT
            Verb("fill", 2...2, probe_fill),  // PATH MEBIBYTES
        ]
    }

    private static var network: [Verb] {
        [
            Verb("connect", 3...3, probe_connect),  // tcp4|tcp6|mptcp4|mptcp6 ADDRESS PORT
            Verb("send", 3...3, probe_send),  // udp4|udp6 ADDRESS PORT
            Verb("ping", 2...2, probe_ping),  // icmp4|icmp6 ADDRESS
            Verb("resolve", 1...1, probe_resolve),
            Verb("bind", 3...3, probe_bind),
            Verb("listen", 3...3, probe_listen),
            Verb("socket", 1...1, probe_socket),
            Verb("unix-connect", 1...1, probe_unix_connect),
            Verb("abstract-connect", 1...1, probe_abstract_connect),
            Verb("abstract-bind", 1...1, probe_abstract_bind),
            Verb("ask-service", 2...32, probe_ask_service),  // PATH create|connect...
            Verb("open-desktop", 1...1, probe_unix_connect),
        ]
    }

    private static var descriptors: [Verb] {
        [
            Verb("descriptors", 0...0, probe_descriptors),
            Verb("pipe", 0...0, probe_pipe),
            Verb("send-descriptor", 1...1, probe_send_descriptor),
            Verb("open-below", 2...2, probe_open_below),  // DESCRIPTOR PATH
            Verb("reopen", 1...1, probe_reopen),
        ]
    }

    private static var processes: [Verb] {
        [
            Verb("signal", 1...2, probe_signal),  // PID [SIGNAL]
            Verb("trace", 1...1, probe_trace),
            Verb("read-memory", 1...1, probe_read_memory),
            Verb("read-environment", 1...1, probe_read_environment),
            Verb("take-descriptor", 1...1, probe_take_descriptor),
            Verb("priority", 1...1, probe_priority),
            Verb("affinity", 1...1, probe_affinity),
            Verb("limit", 1...1, probe_limit),
            Verb("survive", 1...2, probe_survive),  // SECONDS [NAME]
            Verb("hold-output", 2...2, probe_hold_output),  // SECONDS PATH
            Verb("running", 1...1, probe_running),  // NAME
            Verb("spawn", 1...1, probe_spawn),
            Verb("execute", 1...32, probe_execute),
            Verb("raise", 1...1, probe_raise),
            Verb("memory-execute", 0...0, probe_memory_execute),
            Verb("change-user", 1...1, probe_change_user),
            Verb("change-group", 1...1, probe_change_group),
            Verb("add-group", 1...1, probe_add_group),
            Verb("environment", 1...1, probe_environment),
            Verb("capabilities", 0...0, probe_capabilities),
            Verb("core-dump", 0...0, probe_core_dump),
            Verb("core-handler", 0...0, probe_core_handler),
        ]
    }

    private static var kernel: [Verb] {
        [
            Verb("mount", 1...2, probe_mount),  // PATH [SOURCE]
            Verb("remount", 1...1, probe_remount),
            Verb("unmount", 1...1, probe_unmount),
            Verb("open-file-system", 1...1, probe_open_file_system),
            Verb("change-root", 1...1, probe_change_root),
            Verb("unshare", 0...8, probe_unshare),  // a user namespace and these
            Verb("clone", 1...1, probe_clone),  // clone|clone3
            Verb("enter", 2...2, probe_enter),  // PID NAMESPACE
            Verb("io-uring", 0...0, probe_io_uring),
            Verb("terminal", 0...0, probe_terminal),
            Verb("inject", 1...1, probe_inject),  // tiocsti|tiocsti-high|tioclinux
            Verb("keyring", 1...1, probe_keyring),  // add|request|read
            Verb("personality", 0...0, probe_personality),
            Verb("foreign-call", 0...0, probe_foreign_call),
            Verb("kernel-call", 1...1, probe_kernel_call),
            Verb("shared-memory", 2...2, probe_shared_memory),  // KEY create|attach
        ]
    }
}
