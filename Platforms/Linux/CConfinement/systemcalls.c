// The system calls that no command needs and every escape does (seccomp(2)). A filter for every process of the tree.
//
// The program is assembled here, not by libseccomp, whose compiler is about 0.3 ms of CPU in every launch. The tests let
// libseccomp compile the same rules and compare the two programs' verdicts.
#define _GNU_SOURCE
#include "filter.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/netlink.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
// Of asm/unistd.h, which not every C library includes: the numbers of the x32 calls.
#define FOREIGN_CALLS 0x40000000U
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "no system-call filter for this architecture"
#endif

// Refused with EPERM whatever the arguments.
static const uint32_t forbidden[] = {
    // Other processes' memory, and what runs in the kernel.
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, SYS_bpf, SYS_userfaultfd, SYS_perf_event_open,
    SYS_kexec_load, SYS_init_module, SYS_finit_module, SYS_delete_module,
    438 /* pidfd_getfd */, 440 /* process_madvise */,
    // The keyrings, which a user id shares between sessions.
    SYS_add_key, SYS_request_key, SYS_keyctl,
    // Mounts and namespaces.
    SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_setns, SYS_unshare, SYS_open_by_handle_at,
    SYS_fanotify_init, SYS_quotactl, SYS_swapon, SYS_swapoff, SYS_acct, SYS_reboot, SYS_syslog, SYS_vhangup,
    428 /* open_tree */, 429 /* move_mount */, 430 /* fsopen */, 431 /* fsconfig */, 432 /* fsmount */,
    433 /* fspick */, 442 /* mount_setattr */, 443 /* quotactl_fd */, 467 /* open_tree_attr */,
#ifdef SYS_kexec_file_load
    SYS_kexec_file_load,
#endif
#ifdef SYS_lookup_dcookie
    SYS_lookup_dcookie,
#endif
#ifdef SYS_iopl
    SYS_iopl, SYS_ioperm,
#endif
};

// Answered with ENOSYS: their arguments lie in memory where a filter cannot look, and programs fall back to older calls.
static const uint32_t missing[] = {
    425 /* io_uring_setup */, 426 /* io_uring_enter */, 427 /* io_uring_register */, 435 /* clone3 */,
    437 /* openat2 */,
};

// A call is refused when the named bits of an argument are not all zero; and, when `creating` names an argument, that
// one also has one of the bits that create a file.
struct bits_rule {
    uint32_t call;
    uint8_t argument;
    uint32_t bits;
    int8_t creating;
};

enum { IDENTITY_BITS = S_ISUID | S_ISGID, NEVER = -1 };
enum { CREATING_BITS = O_CREAT | (O_TMPFILE & ~O_DIRECTORY) };

static const struct bits_rule bits_rules[] = {
    {SYS_clone, 0,
     CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP, NEVER},
    // A setuid or setgid file would keep the principal's user or the workspace's group for any local user who runs it.
    {SYS_fchmod, 1, IDENTITY_BITS, NEVER},
    {SYS_fchmodat, 2, IDENTITY_BITS, NEVER},
    {452 /* fchmodat2 */, 2, IDENTITY_BITS, NEVER},
    {SYS_mknodat, 2, IDENTITY_BITS, NEVER},
    {SYS_openat, 3, IDENTITY_BITS, 2},
#ifdef SYS_open
    {SYS_chmod, 1, IDENTITY_BITS, NEVER},
    {SYS_creat, 1, IDENTITY_BITS, NEVER},
    {SYS_mknod, 1, IDENTITY_BITS, NEVER},
    {SYS_open, 2, IDENTITY_BITS, 1},
#endif
};

static void write_bits_rule(const struct bits_rule *rule) {
    unsigned short start = begin_call(rule->call);
    if (rule->creating >= 0) {
        load_argument((unsigned)rule->creating, false);
        emit(BPF_JMP | BPF_JSET | BPF_K, CREATING_BITS, 0, 3);
    }
    load_argument(rule->argument, false);
    emit(BPF_JMP | BPF_JSET | BPF_K, rule->bits, 0, 1);
    refuse(EPERM);
    end_call(start);
}

// Typing into the caller's terminal. The kernel looks at the low half of the request only.
static void write_terminal_rule(void) {
    unsigned short start = begin_call(SYS_ioctl);
    load_argument(1, false);
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0x5412 /* TIOCSTI */, 1, 0);
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0x541c /* TIOCLINUX */, 0, 1);
    refuse(EPERM);
    end_call(start);
}

// Unix, IPv4, IPv6, and of netlink only the routing table; anything with a high half is none of these.
static void write_socket_rule(void) {
    unsigned short start = begin_call(SYS_socket);
    load_argument(0, true);
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 5);
    load_argument(0, false);
    emit(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 4, 0);
    emit(BPF_JMP | BPF_JEQ | BPF_K, AF_INET, 3, 0);
    emit(BPF_JMP | BPF_JEQ | BPF_K, AF_INET6, 2, 0);
    emit(BPF_JMP | BPF_JEQ | BPF_K, AF_NETLINK, 2, 0);
    refuse(EAFNOSUPPORT);
    answer(SECCOMP_RET_ALLOW);
    load_argument(2, true);
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2);
    load_argument(2, false);
    emit(BPF_JMP | BPF_JEQ | BPF_K, NETLINK_ROUTE, 1, 0);
    refuse(EPERM);
    end_call(start);
}

static void write_socket_pair_rule(void) {
    unsigned short start = begin_call(SYS_socketpair);
    load_argument(0, true);
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2);
    load_argument(0, false);
    emit(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0);
    refuse(EAFNOSUPPORT);
    end_call(start);
}

// The limit on core files stays one byte: at every other value, zero included, the kernel starts a handler behind a pipe for a
// crash, which gets the command's memory (fs/coredump.c). Success is answered and nothing changed, because the usual callers set
// zero and end when they cannot (gpg, ssh-agent), and because one byte is what they want: no memory is written down. Only who
// also asks for the old limit, which a filter cannot give, is refused. The kernel looks at the low half of the resource only.
static void write_core_limit_rule(void) {
    unsigned short start = begin_call(SYS_setrlimit);
    load_argument(0, false);
    emit(BPF_JMP | BPF_JEQ | BPF_K, RLIMIT_CORE, 0, 1);
    refuse(0);
    end_call(start);
}

static void write_core_limit_of_process_rule(void) {
    unsigned short start = begin_call(SYS_prlimit64);
    load_argument(1, false);
    emit(BPF_JMP | BPF_JEQ | BPF_K, RLIMIT_CORE, 0, 10);
    load_argument(2, true);
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2);
    load_argument(2, false);
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 6, 0);
    load_argument(3, true);
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 3);
    load_argument(3, false);
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1);
    refuse(0);
    refuse(EPERM);
    end_call(start);
}

// What is answered to one call: an error, or what the writer says.
struct rule {
    uint32_t call;
    int error;
    const struct bits_rule *bits;
    void (*write)(void);
};

enum { GROUP = 8, MOST_RULES = 128 };

static struct rule rules[MOST_RULES];
_Static_assert(sizeof forbidden / sizeof *forbidden + sizeof missing / sizeof *missing +
                       sizeof bits_rules / sizeof *bits_rules + 5 <= MOST_RULES,
               "every rule has a place");
static size_t rule_count;

static void write_rule(const struct rule *rule) {
    if (rule->bits) return write_bits_rule(rule->bits);
    if (rule->write) return rule->write();
    emit(BPF_JMP | BPF_JEQ | BPF_K, rule->call, 0, 1);
    refuse(rule->error);
}

static int compare_rules(const void *left, const void *right) {
    const struct rule *a = left, *b = right;
    return (a->call > b->call) - (a->call < b->call);
}

static void collect_rules(void) {
    for (size_t index = 0; index < sizeof forbidden / sizeof *forbidden; index++)
        rules[rule_count++] = (struct rule){.call = forbidden[index], .error = EPERM};
    for (size_t index = 0; index < sizeof missing / sizeof *missing; index++)
        rules[rule_count++] = (struct rule){.call = missing[index], .error = ENOSYS};
    for (size_t index = 0; index < sizeof bits_rules / sizeof *bits_rules; index++)
        rules[rule_count++] = (struct rule){.call = bits_rules[index].call, .bits = &bits_rules[index]};
    rules[rule_count++] = (struct rule){.call = SYS_ioctl, .write = write_terminal_rule};
    rules[rule_count++] = (struct rule){.call = SYS_socket, .write = write_socket_rule};
    rules[rule_count++] = (struct rule){.call = SYS_socketpair, .write = write_socket_pair_rule};
    rules[rule_count++] = (struct rule){.call = SYS_setrlimit, .write = write_core_limit_rule};
    rules[rule_count++] = (struct rule){.call = SYS_prlimit64, .write = write_core_limit_of_process_rule};
    qsort(rules, rule_count, sizeof *rules, compare_rules);
}

static void write_program(void) {
    load_architecture();
    emit(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCHITECTURE, 1, 0);
    answer(SECCOMP_RET_KILL_PROCESS);
    load_call();
#ifdef FOREIGN_CALLS
    emit(BPF_JMP | BPF_JGE | BPF_K, FOREIGN_CALLS, 0, 1);
    answer(SECCOMP_RET_KILL_PROCESS);
#endif
    collect_rules();
    // One comparison passes over a group, for the calls that lie behind it. The kernel runs the program once for every call
    // number when it is loaded, so that a plain list takes longer to load than everything else about it.
    for (size_t index = 0; index < rule_count; index += GROUP) {
        const size_t next = index + GROUP;
        unsigned short start = 0;
        if (next < rule_count) start = begin_beyond(rules[next].call);
        for (size_t rule = index; rule < next && rule < rule_count; rule++) write_rule(&rules[rule]);
        answer(SECCOMP_RET_ALLOW);
        if (next < rule_count) end_beyond(start);
    }
}

const struct sock_filter *confinement_system_call_filter(size_t *length) {
    if (filter.length == 0) write_program();
    *length = filter.length;
    return filter.instructions;
}

int enter_system_calls(void) {
    size_t length;
    struct sock_fprog program = {.filter = (struct sock_filter *)confinement_system_call_filter(&length)};
    program.len = (unsigned short)length;
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0) return 0;
    return confinement_fail(CONFINEMENT_SYSTEM_CALLS, errno, "load the filter");
}
