#include "probe.h"
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mount.h>
#include <sys/personality.h>
#include <sys/shm.h>
#include <sys/wait.h>

ATTEMPT(probe_mount) {
    return outcome(count > 1 ? mount(arguments[1], arguments[0], NULL, MS_BIND, NULL)
                             : mount("tmpfs", arguments[0], "tmpfs", 0, NULL));
}

ATTEMPT(probe_remount) { return outcome(mount(NULL, arguments[0], NULL, MS_REMOUNT | MS_BIND, NULL)); }

ATTEMPT(probe_unmount) { return outcome(umount2(arguments[0], MNT_DETACH)); }

ATTEMPT(probe_open_file_system) {
    int descriptor = (int)syscall(SYS_fsopen, arguments[0], 0);
    int error = outcome(descriptor);
    if (descriptor >= 0) close(descriptor);
    return error;
}

ATTEMPT(probe_change_root) { return outcome(chroot(arguments[0])); }

static int name_space(const char *name) {
    static const struct {
        const char *name;
        int flag;
    } all[] = {{"user", CLONE_NEWUSER}, {"mount", CLONE_NEWNS},   {"net", CLONE_NEWNET},       {"pid", CLONE_NEWPID},
               {"ipc", CLONE_NEWIPC},   {"uts", CLONE_NEWUTS},    {"cgroup", CLONE_NEWCGROUP}, {"time", 0x80}};
    for (size_t index = 0; index < sizeof all / sizeof *all; index++)
        if (!strcmp(all[index].name, name)) return all[index].flag;
    return 0;
}

/// A user namespace first, then the namespaces named: the unprivileged way to all of them.
ATTEMPT(probe_unshare) {
    int flags = CLONE_NEWUSER;
    for (int index = 0; index < count; index++) {
        int flag = name_space(arguments[index]);
        if (!flag) return EINVAL;
        flags |= flag;
    }
    return outcome(unshare(flags));
}

/// clone FAMILY: a child in a new user namespace, through clone or clone3.
ATTEMPT(probe_clone) {
    struct clone_args request = {.flags = CLONE_NEWUSER, .exit_signal = SIGCHLD};
    long child = strcmp(arguments[0], "clone3") ? syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0)
                                                : syscall(SYS_clone3, &request, sizeof request);
    if (child == 0) _exit(0);
    int error = outcome(child);
    if (child > 0) waitpid((pid_t)child, NULL, 0);
    return error;
}

ATTEMPT(probe_enter) {
    char path[128];
    snprintf(path, sizeof path, "/proc/%s/ns/%s", arguments[0], arguments[1]);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return say(detail, "open"), errno;
    int error = outcome(setns(descriptor, 0));
    close(descriptor);
    return error;
}

ATTEMPT(probe_io_uring) {
    char parameters[120] = {0};
    int descriptor = (int)syscall(SYS_io_uring_setup, 8, parameters);
    int error = outcome(descriptor);
    if (descriptor >= 0) close(descriptor);
    return error;
}

ATTEMPT(probe_terminal) {
    int descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC);
    int error = outcome(descriptor);
    if (descriptor >= 0) close(descriptor);
    return error;
}

/// inject KIND: puts a character into the terminal's input as if it was typed.
ATTEMPT(probe_inject) {
    unsigned long request = TIOCSTI;
    char bytes[2] = "#";
    if (!strcmp(arguments[0], "tiocsti-high")) request |= 1ul << 32;
    else if (!strcmp(arguments[0], "tioclinux")) {
        request = TIOCLINUX;
        bytes[0] = 2;
    } else if (strcmp(arguments[0], "tiocsti")) return EINVAL;
    int error = ENOTTY;
    int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
    const int candidates[] = {terminal, 0, 1, 2};
    for (size_t index = 0; index < 4; index++) {
        if (candidates[index] < 0) continue;
        // Not through ioctl(3), whose argument is as wide here but is not everywhere.
        int failed = outcome(syscall(SYS_ioctl, candidates[index], request, bytes));
        if (!failed) return 0;
        if (failed != ENOTTY) error = failed;
    }
    return error;
}

ATTEMPT(probe_keyring) {
    if (!strcmp(arguments[0], "add")) return outcome(syscall(SYS_add_key, "user", "probe", "1", 1, -4));
    if (!strcmp(arguments[0], "request")) {
        int error = outcome(syscall(SYS_request_key, "user", "probe", NULL, -4));
        // No such key is what somebody who may ask is told.
        return error == ENOKEY ? 0 : error;
    }
    return strcmp(arguments[0], "read") ? EINVAL : outcome(syscall(SYS_keyctl, 0, -4, 1));
}

ATTEMPT(probe_personality) { return outcome(personality(ADDR_NO_RANDOMIZE)); }

/// A system call by the numbers of 32-bit programs, which a filter that looks at the number alone would misread.
ATTEMPT(probe_foreign_call) {
#if defined(__x86_64__)
    long result = 20;  // getpid of the 32-bit table
    __asm__ volatile("int $0x80" : "+a"(result) : : "memory", "r8", "r9", "r10", "r11");
    if (result < 0) return (int)-result;
    say(detail, "pid %ld", result);
    return 0;
#else
    return ENOTSUP;
#endif
}

ATTEMPT(probe_kernel_call) {
    const char *name = arguments[0];
    if (!strcmp(name, "bpf")) {
        // A map of one integer: unprivileged programs could make one when the kernel lets them.
        union bpf_attr map = {.map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 4, .max_entries = 1};
        return outcome(syscall(SYS_bpf, BPF_MAP_CREATE, &map, sizeof map));
    }
    if (!strcmp(name, "userfaultfd")) return outcome(syscall(SYS_userfaultfd, 1));
    if (!strcmp(name, "perf-event")) {
        struct perf_event_attr event = {.type = PERF_TYPE_SOFTWARE, .size = sizeof event,
                                        .config = PERF_COUNT_SW_TASK_CLOCK, .exclude_kernel = 1, .exclude_hv = 1};
        return outcome(syscall(SYS_perf_event_open, &event, 0, -1, -1, 0));
    }
    if (!strcmp(name, "module")) return outcome(syscall(SYS_finit_module, -1, "", 0));
    if (!strcmp(name, "kexec")) return outcome(syscall(SYS_kexec_file_load, -1, -1, 0, "", 0));
    if (!strcmp(name, "quota")) return outcome(syscall(SYS_quotactl, 0x800007 << 8, "/dev/none", 0, NULL));
    if (!strcmp(name, "kernel-log")) return outcome(syscall(SYS_syslog, 10, NULL, 0));
    if (!strcmp(name, "host-name")) return outcome(sethostname("probe", 5));
    if (!strcmp(name, "pivot-root")) return outcome(syscall(SYS_pivot_root, ".", "."));
    if (!strcmp(name, "open-tree")) return outcome(syscall(SYS_open_tree, AT_FDCWD, "/", 1));
    return EINVAL;
}

/// shared-memory KEY create|attach: System V memory is one name space for a whole IPC namespace.
ATTEMPT(probe_shared_memory) {
    int error = 0;
    key_t key = (key_t)number(arguments[0], &error);
    if (error) return error;
    int create = !strcmp(arguments[1], "create");
    return outcome(shmget(key, 4096, create ? IPC_CREAT | IPC_EXCL | 0666 : 0666));
}

/// fill PATH MEBIBYTES: writes until done or refused, then removes what it wrote.
ATTEMPT(probe_fill) {
    int error = 0;
    long mebibytes = number(arguments[1], &error);
    if (error || mebibytes < 1) return EINVAL;
    int descriptor = open(arguments[0], O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return errno;
    static char block[1 << 20];
    long written = 0;
    while (written < mebibytes && !error) {
        ssize_t size = write(descriptor, block, sizeof block);
        error = outcome(size);
        if (!error && (size_t)size < sizeof block) error = ENOSPC;
        written += !error;
    }
    close(descriptor);
    unlink(arguments[0]);
    say(detail, "%ld MiB", written);
    return error;
}
