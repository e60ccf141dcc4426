#include "probe.h"
#include <dirent.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>

ATTEMPT(probe_descriptors) {
    int found = 0;
    size_t used = 0;
    for (int descriptor = 3; descriptor < 4096; descriptor++)
        if (fcntl(descriptor, F_GETFD) >= 0) {
            found++;
            if (used + 6 < sizeof detail->text)
                used += (size_t)snprintf(detail->text + used, sizeof detail->text - used, used ? " %d" : "%d", descriptor);
        }
    return found ? 0 : EBADF;
}

ATTEMPT(probe_pipe) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC)) return errno;
    char byte = 'x';
    int error = write(ends[1], &byte, 1) == 1 && read(ends[0], &byte, 1) == 1 ? 0 : errno;
    close(ends[0]);
    close(ends[1]);
    return error;
}

ATTEMPT(probe_send_descriptor) {
    PROCESS(descriptor);
    return outcome(send(descriptor, "probe", 5, MSG_NOSIGNAL | MSG_DONTWAIT));
}

ATTEMPT(probe_open_below) {
    PROCESS(descriptor);
    int opened = openat(descriptor, arguments[1], O_RDONLY | O_CLOEXEC);
    int error = outcome(opened);
    if (opened >= 0) close(opened);
    return error;
}

ATTEMPT(probe_reopen) {
    PROCESS(descriptor);
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    int opened = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    int error = outcome(opened);
    if (!error) error = outcome(write(opened, "probe\n", 6));
    if (opened >= 0) close(opened);
    return error;
}

ATTEMPT(probe_signal) {
    PROCESS(pid);
    int sent = count > 1 ? (int)number(arguments[1], &bad) : 0;
    return bad ? bad : outcome(kill(pid, sent));
}

ATTEMPT(probe_trace) {
    PROCESS(pid);
    int error = outcome(ptrace(PTRACE_ATTACH, pid, NULL, NULL));
    if (!error) {
        waitpid(pid, NULL, __WALL);
        ptrace(PTRACE_DETACH, pid, NULL, NULL);
    }
    return error;
}

ATTEMPT(probe_read_memory) {
    PROCESS(pid);
    char byte;
    struct iovec here = {&byte, 1};
    struct iovec there = {(void *)(uintptr_t)4096, 1};
    int error = outcome(process_vm_readv(pid, &here, 1, &there, 1, 0));
    // The address is looked up only after the caller was found to have the right.
    return error == EFAULT ? 0 : error;
}

ATTEMPT(probe_read_environment) {
    PROCESS(pid);
    char path[64], byte;
    snprintf(path, sizeof path, "/proc/%d/environ", pid);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return errno;
    ssize_t size = read(descriptor, &byte, 1);
    int error = size == 0 ? ESRCH : outcome(size);
    close(descriptor);
    return error;
}

ATTEMPT(probe_take_descriptor) {
    PROCESS(pid);
    int process = (int)syscall(SYS_pidfd_open, pid, 0);
    if (process < 0) return say(detail, "pidfd_open"), errno;
    int taken = (int)syscall(SYS_pidfd_getfd, process, 0, 0);
    int error = outcome(taken);
    if (taken >= 0) close(taken);
    close(process);
    return error;
}

ATTEMPT(probe_priority) {
    PROCESS(pid);
    return outcome(setpriority(PRIO_PROCESS, (id_t)pid, 19));
}

ATTEMPT(probe_affinity) {
    PROCESS(pid);
    cpu_set_t processors;
    CPU_ZERO(&processors);
    CPU_SET(0, &processors);
    return outcome(sched_setaffinity(pid, sizeof processors, &processors));
}

ATTEMPT(probe_limit) {
    PROCESS(pid);
    struct rlimit limit;
    return outcome(prlimit(pid, RLIMIT_NOFILE, NULL, &limit));
}

/// Leaves a process behind in its own session: returns true there, false in this one, with an error or 0.
static bool leave_process(int *error) {
    pid_t child = fork();
    *error = child < 0 ? errno : 0;
    if (child == 0) {
        setsid();
        if (fork() != 0) _exit(0);
        alarm(0);
        signal(SIGHUP, SIG_IGN);
        return true;
    }
    if (child > 0) waitpid(child, NULL, 0);
    return false;
}

/// Leaves a process behind that is recognised by the name given.
ATTEMPT(probe_survive) {
    PROCESS(seconds);
    (void)seconds;
    int error;
    if (leave_process(&error)) {
        for (int descriptor = 0; descriptor < 3; descriptor++) close(descriptor);
        execl("/proc/self/exe", count > 1 ? arguments[1] : "lingering", "--linger", arguments[0], (char *)NULL);
        _exit(1);
    }
    return error;
}

/// hold-output SECONDS PATH: leaves a process that keeps the output open, and makes a file when it ends.
ATTEMPT(probe_hold_output) {
    PROCESS(seconds);
    int error;
    if (leave_process(&error)) {
        sleep((unsigned)seconds);
        _exit(open(arguments[1], O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644) < 0);
    }
    return error;
}

static int find_process(const char *name) {
    DIR *processes = opendir("/proc");
    if (!processes) return errno;
    int error = ESRCH;
    for (struct dirent *entry; error && (entry = readdir(processes));) {
        char path[300], line[256] = {0};
        if (strspn(entry->d_name, "0123456789") != strlen(entry->d_name)) continue;
        snprintf(path, sizeof path, "/proc/%s/cmdline", entry->d_name);
        if (probe_read_file(path, (uint8_t *)line, sizeof line - 1) > 0 && !strcmp(line, name)) error = 0;
    }
    closedir(processes);
    return error;
}

/// running NAME: whether a process has this as the first word of its command line; one that is just starting has a moment.
ATTEMPT(probe_running) {
    int error = find_process(arguments[0]);
    for (int tries = 0; error == ESRCH && tries < 20; tries++) {
        usleep(20000);
        error = find_process(arguments[0]);
    }
    return error;
}

ATTEMPT(probe_spawn) {
    PROCESS(wanted);
    if (wanted < 1 || wanted > 100000) return EINVAL;
    // They all wait for the end of a pipe that only this process keeps open, so that none outlives it.
    int ends[2];
    if (pipe2(ends, O_CLOEXEC)) return errno;
    long made = 0;
    int error = 0;
    while (made < wanted && !error) {
        pid_t child = fork();
        if (child == 0) {
            char byte;
            close(ends[1]);
            _exit(read(ends[0], &byte, 1) != 0);
        }
        error = outcome(child);
        made += !error;
    }
    close(ends[1]);
    while (wait(NULL) > 0) {}
    say(detail, "%ld processes", made);
    return error;
}
