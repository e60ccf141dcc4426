// The runner's system-call rules once more, compiled by libseccomp: a second opinion for the tests.
#define _GNU_SOURCE
#include "CSeccompOracle.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static scmp_filter_ctx filter;

static const int forbidden[] = {
    // Other processes' memory, and what runs in the kernel.
    SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(kcmp), SCMP_SYS(bpf),
    SCMP_SYS(userfaultfd), SCMP_SYS(perf_event_open), SCMP_SYS(kexec_load), SCMP_SYS(kexec_file_load),
    SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(delete_module), SCMP_SYS(lookup_dcookie),
    // The keyrings, which a user id shares between sessions.
    SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(keyctl),
    // Mounts and namespaces.
    SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(setns), SCMP_SYS(unshare),
    SCMP_SYS(open_by_handle_at), SCMP_SYS(fanotify_init), SCMP_SYS(quotactl), SCMP_SYS(swapon), SCMP_SYS(swapoff),
    SCMP_SYS(acct), SCMP_SYS(reboot), SCMP_SYS(syslog), SCMP_SYS(vhangup), SCMP_SYS(iopl), SCMP_SYS(ioperm),
};

// From number 424 on every architecture counts alike, and libseccomp 2.5 does not know all the names.
static const int forbidden_numbers[] = {
    428,  // open_tree
    429,  // move_mount
    430,  // fsopen
    431,  // fsconfig
    432,  // fsmount
    433,  // fspick
    438,  // pidfd_getfd
    440,  // process_madvise
    442,  // mount_setattr
    443,  // quotactl_fd
    467,  // open_tree_attr
};

// Their arguments lie in memory where a filter cannot look; programs fall back to the older calls.
static const int missing[] = {
    425,  // io_uring_setup
    426,  // io_uring_enter
    427,  // io_uring_register
    435,  // clone3
    437,  // openat2
};

static int refuse(uint32_t action, int call, unsigned count, const struct scmp_arg_cmp *comparisons) {
    int result = seccomp_rule_add_array(filter, action, call, count, comparisons);
    // A call that this architecture does not have needs no rule.
    return result == -EDOM || result == -EEXIST ? 0 : result;
}

static int refuse_masked(int error, int call, unsigned argument, uint64_t mask, uint64_t value) {
    const struct scmp_arg_cmp comparison = {argument, SCMP_CMP_MASKED_EQ, mask, value};
    return refuse(SCMP_ACT_ERRNO(error), call, 1, &comparison);
}

static int refuse_lists(void) {
    int result = 0;
    for (size_t index = 0; !result && index < sizeof forbidden / sizeof *forbidden; index++)
        result = refuse(SCMP_ACT_ERRNO(EPERM), forbidden[index], 0, NULL);
    for (size_t index = 0; !result && index < sizeof forbidden_numbers / sizeof *forbidden_numbers; index++)
        result = refuse(SCMP_ACT_ERRNO(EPERM), forbidden_numbers[index], 0, NULL);
    for (size_t index = 0; !result && index < sizeof missing / sizeof *missing; index++)
        result = refuse(SCMP_ACT_ERRNO(ENOSYS), missing[index], 0, NULL);
    return result;
}

static int refuse_namespaces(void) {
    static const uint64_t flags[] = {CLONE_NEWUSER, CLONE_NEWNS,  CLONE_NEWPID,   CLONE_NEWNET,
                                     CLONE_NEWIPC,  CLONE_NEWUTS, CLONE_NEWCGROUP};
    int result = 0;
    for (size_t index = 0; !result && index < sizeof flags / sizeof *flags; index++)
        result = refuse_masked(EPERM, SCMP_SYS(clone), 0, flags[index], flags[index]);
    return result;
}

// Typing into the caller's terminal. The kernel looks at the low half of the request only.
static int refuse_terminal_injection(void) {
    int result = refuse_masked(EPERM, SCMP_SYS(ioctl), 1, UINT32_MAX, 0x5412 /* TIOCSTI */);
    return result ? result : refuse_masked(EPERM, SCMP_SYS(ioctl), 1, UINT32_MAX, 0x541c /* TIOCLINUX */);
}

// Unix, IPv4, IPv6, and of netlink only the routing table. A number with high bits set is none of these to a filter.
static int refuse_families(void) {
    int result = 0;
    for (int family = 0; !result && family < AF_NETLINK; family++) {
        if (family == AF_UNIX || family == AF_INET || family == AF_INET6) continue;
        const struct scmp_arg_cmp comparison = {0, SCMP_CMP_EQ, (unsigned)family, 0};
        result = refuse(SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1, &comparison);
    }
    if (result) return result;
    const struct scmp_arg_cmp not_unix = {0, SCMP_CMP_NE, AF_UNIX, 0};
    result = refuse(SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socketpair), 1, &not_unix);
    if (result) return result;
    const struct scmp_arg_cmp beyond = {0, SCMP_CMP_GT, AF_NETLINK, 0};
    result = refuse(SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1, &beyond);
    if (result) return result;
    const struct scmp_arg_cmp not_routing[] = {{0, SCMP_CMP_EQ, AF_NETLINK, 0}, {2, SCMP_CMP_NE, NETLINK_ROUTE, 0}};
    return refuse(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 2, not_routing);
}

// A setuid or setgid file would keep the principal's user or the workspace's group for any local user who runs it.
static int refuse_identity_bits(void) {
    static const uint64_t bits[] = {S_ISUID, S_ISGID};
    static const uint64_t creating[] = {O_CREAT, O_TMPFILE & ~O_DIRECTORY};
    static const struct {
        int call;
        unsigned mode;
    } changing[] = {{SCMP_SYS(chmod), 1}, {SCMP_SYS(fchmod), 1}, {SCMP_SYS(fchmodat), 2},
                    {452 /* fchmodat2 */, 2}, {SCMP_SYS(creat), 1}, {SCMP_SYS(mknod), 1}, {SCMP_SYS(mknodat), 2}};
    static const struct {
        int call;
        unsigned flags;
    } opening[] = {{SCMP_SYS(open), 1}, {SCMP_SYS(openat), 2}};
    int result = 0;
    for (size_t bit = 0; bit < 2; bit++) {
        for (size_t index = 0; !result && index < sizeof changing / sizeof *changing; index++)
            result = refuse_masked(EPERM, changing[index].call, changing[index].mode, bits[bit], bits[bit]);
        for (size_t index = 0; index < 2; index++)
            for (size_t flag = 0; !result && flag < 2; flag++) {
                const struct scmp_arg_cmp comparisons[] = {
                    {opening[index].flags, SCMP_CMP_MASKED_EQ, creating[flag], creating[flag]},
                    {opening[index].flags + 1, SCMP_CMP_MASKED_EQ, bits[bit], bits[bit]}};
                result = refuse(SCMP_ACT_ERRNO(EPERM), opening[index].call, 2, comparisons);
            }
    }
    return result;
}

// The limit on core files is not changed, whoever is told so.
static int keep_core_limit(void) {
    const struct scmp_arg_cmp own = {0, SCMP_CMP_MASKED_EQ, UINT32_MAX, RLIMIT_CORE};
    const struct scmp_arg_cmp new_alone[] = {
        {1, SCMP_CMP_MASKED_EQ, UINT32_MAX, RLIMIT_CORE}, {2, SCMP_CMP_NE, 0, 0}, {3, SCMP_CMP_EQ, 0, 0}};
    const struct scmp_arg_cmp new_and_old[] = {
        {1, SCMP_CMP_MASKED_EQ, UINT32_MAX, RLIMIT_CORE}, {2, SCMP_CMP_NE, 0, 0}, {3, SCMP_CMP_NE, 0, 0}};
    int result = refuse(SCMP_ACT_ERRNO(0), SCMP_SYS(setrlimit), 1, &own);
    if (!result) result = refuse(SCMP_ACT_ERRNO(0), SCMP_SYS(prlimit64), 3, new_alone);
    return result ? result : refuse(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 3, new_and_old);
}

static int write_rules(void) {
    int result = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    if (!result) result = refuse_lists();
    if (!result) result = refuse_namespaces();
    if (!result) result = refuse_terminal_injection();
    if (!result) result = refuse_families();
    if (!result) result = refuse_identity_bits();
    if (!result) result = keep_core_limit();
    return result;
}

long oracle_program(struct sock_filter *instructions, unsigned long room) {
    filter = seccomp_init(SCMP_ACT_ALLOW);
    int memory = memfd_create("filter", MFD_CLOEXEC);
    if (!filter || memory < 0 || write_rules() != 0 || seccomp_export_bpf(filter, memory) != 0) return -1;
    seccomp_release(filter);
    ssize_t count = pread(memory, instructions, room * sizeof *instructions, 0);
    close(memory);
    return count < 0 ? -1 : (long)((size_t)count / sizeof *instructions);
}
