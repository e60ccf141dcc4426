#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

extern char **environ;

pid_t caller_process;
mode_t callers_mask;

// A nameless pipe of the caller's may be opened again by whoever holds it, so that `>/dev/stderr` works for another user too;
// in the direction in which it is held alone, because the other end is somebody else's: what was written there before, and
// what will be read there afterwards. Nobody else has a way to it: what lies behind /proc/PID/fd is closed to other users
// whatever the mode.
static int open_pipe_again(int descriptor, int flags, const struct stat *status) {
    static const mode_t rights[] = {[O_RDONLY] = 0444, [O_WRONLY] = 0222, [O_RDWR] = 0666};
    struct statfs system;
    if (fstatfs(descriptor, &system) < 0)
        return confinement_fail(CONFINEMENT_DESCRIPTORS, errno, "inspect a standard descriptor");
    if (system.f_type != PIPEFS_MAGIC || status->st_uid != getuid() || (flags & O_ACCMODE) > O_RDWR) return 0;
    if (fchmod(descriptor, (status->st_mode & 07777) | rights[flags & O_ACCMODE]) == 0) return 0;
    return confinement_fail(CONFINEMENT_DESCRIPTORS, errno, "open a pipe to the command's user");
}

// A descriptor is a capability: a directory would reach around the mount namespace, a network socket keeps the
// credentials of its creator and so passes the firewall. Connected Unix stream sockets are what some callers use for pipes.
static int check_standard_descriptor(int descriptor) {
    struct stat status;
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0 || fstat(descriptor, &status) < 0)
        return confinement_fail(CONFINEMENT_DESCRIPTORS, errno, "inspect a standard descriptor");
    if (flags & O_PATH) return confinement_fail(CONFINEMENT_DESCRIPTORS, EPERM, "a standard descriptor is a bare path");
    switch (status.st_mode & S_IFMT) {
    case S_IFREG:
    case S_IFCHR: return 0;
    case S_IFIFO: return open_pipe_again(descriptor, flags, &status);
    case S_IFSOCK: break;
    default:
        return confinement_fail(CONFINEMENT_DESCRIPTORS, EPERM,
                                "a standard descriptor is neither a file, a terminal nor a pipe");
    }
    int domain = -1, type = -1;
    socklen_t size = sizeof domain;
    struct sockaddr_storage peer;
    socklen_t peer_size = sizeof peer;
    if (getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &size) < 0 ||
        getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) < 0)
        return confinement_fail(CONFINEMENT_DESCRIPTORS, errno, "inspect a standard descriptor");
    if (domain != AF_UNIX || type == SOCK_DGRAM || getpeername(descriptor, (struct sockaddr *)&peer, &peer_size) < 0)
        return confinement_fail(CONFINEMENT_DESCRIPTORS, EPERM, "a standard descriptor is a network socket");
    return 0;
}

// Asked of the kernel, because C libraries keep some signals to themselves. All zeros is the default action.
static void reset_signals(void) {
    static const struct {
        void *handler;
        unsigned long flags;
        void *restorer;
        uint64_t mask;
    } action = {0};
    for (int number = 1; number <= 64; number++) syscall(SYS_rt_sigaction, number, &action, NULL, sizeof action.mask);
}

// One byte is less than any core file; and, unlike zero, the limit at which the kernel starts no handler behind a pipe either
// (core(5)). A hard limit of zero, as hardened machines set it, cannot be raised without privilege: it does where no handler is named.
static int give_up_core_dumps(void) {
    const struct rlimit one_byte = {1, 1}, none = {0, 0};
    if (setrlimit(RLIMIT_CORE, &one_byte) == 0) return 0;
    char first = '|';
    int pattern = errno == EPERM ? open("/proc/sys/kernel/core_pattern", O_RDONLY | O_CLOEXEC) : -1;
    if (pattern >= 0) {
        if (read(pattern, &first, 1) != 1) first = '|';
        close(pattern);
    }
    if (first != '|' && setrlimit(RLIMIT_CORE, &none) == 0) return 0;
    return confinement_fail(CONFINEMENT_DESCRIPTORS, EPERM,
                            "raise the hard limit on core files to one byte, at which no crash handler is started");
}

// When the process began: a stopped one does not notice the time that passes between two of its steps.
static int64_t beginning;

int confinement_sanitise_process(void) {
    beginning = milliseconds_now();
    static char *empty[] = {NULL};
    environ = empty;
    caller_process = getppid();
    for (int descriptor = 0; descriptor < 3; descriptor++) {
        if (fcntl(descriptor, F_GETFD) >= 0) continue;
        // The lowest free number is this one, because the lower ones are open.
        if (open("/dev/null", O_RDWR) != descriptor)
            return confinement_fail(CONFINEMENT_DESCRIPTORS, errno, "open /dev/null for a closed standard descriptor");
    }
    if (fcntl(OUTCOME_DESCRIPTOR, F_SETFD, FD_CLOEXEC) < 0 || fcntl(REQUEST_DESCRIPTOR, F_SETFD, FD_CLOEXEC) < 0) {
        static const char text[] = "sallyport-command-runner is started by sallyport: run `sallyport run -- COMMAND`\n";
        write_all(2, text, sizeof text - 1);
        _exit(64);
    }
    if (syscall(SYS_close_range, OUTCOME_DESCRIPTOR + 1, ~0U, 0) < 0)
        return confinement_fail(CONFINEMENT_DESCRIPTORS, errno, "close inherited descriptors");
    // What is written there is written by root: a pipe can do nothing with that, some files of /proc can.
    struct stat outcome;
    if (fstat(OUTCOME_DESCRIPTOR, &outcome) < 0 || !S_ISFIFO(outcome.st_mode))
        _exit(STATUS_FAILED);
    for (int descriptor = 0; descriptor < 3; descriptor++)
        if (check_standard_descriptor(descriptor) < 0) return -1;

    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    reset_signals();
    signal(SIGPIPE, SIG_IGN);
    callers_mask = umask(022);
    if (give_up_core_dumps() < 0) return -1;
    if (chdir("/") < 0) return confinement_fail(CONFINEMENT_DESCRIPTORS, errno, "leave the working directory");
    return 0;
}

// The principals are everybody's: what one user's command made would be another one's own, and an open descriptor leads
// there past every mount, so that modes and lists could be changed.
int confinement_check_owners(const struct confinement *confinement) {
    for (int descriptor = 0; descriptor < 3; descriptor++) {
        struct stat status;
        if (fstat(descriptor, &status) < 0)
            return confinement_fail(CONFINEMENT_DESCRIPTORS, errno, "inspect a standard descriptor");
        if (is_principal(status.st_uid, confinement))
            return confinement_fail(CONFINEMENT_DESCRIPTORS, EPERM,
                                    "a standard descriptor is a file that belongs to a sandbox account");
    }
    return 0;
}

// Reads to the end of the file, at most `limit` bytes and one more, so that the parser sees what is too long.
static int read_to_end(int descriptor, size_t limit, struct confinement_bytes *bytes) {
    size_t room = 4096;
    bytes->start = malloc(room);
    bytes->count = 0;
    while (bytes->start) {
        ssize_t taken = read(descriptor, bytes->start + bytes->count, room - bytes->count);
        if (taken < 0 && errno == EINTR) continue;
        if (taken < 0) return -1;
        if (taken == 0) return 0;
        bytes->count += (size_t)taken;
        if (bytes->count > limit) return 0;
        if (bytes->count == room) {
            room *= 2;
            bytes->start = realloc(bytes->start, room);
        }
    }
    errno = ENOMEM;
    return -1;
}

int confinement_read_request(size_t limit, struct confinement_bytes *request, bool *was_late) {
    if (read_to_end(REQUEST_DESCRIPTOR, limit, request) < 0)
        return confinement_fail(CONFINEMENT_REQUEST, errno, "read the request from descriptor 3");
    close(REQUEST_DESCRIPTOR);
    *was_late = milliseconds_now() - beginning >= 1000;
    return 0;
}

struct confinement_identity confinement_identity(void) {
    return (struct confinement_identity){.real_user = getuid(), .effective_user = geteuid(), .real_group = getgid()};
}

static int belongs_to_root_alone(int descriptor, mode_t kind) {
    struct stat status;
    if (fstat(descriptor, &status) < 0) return -1;
    if ((status.st_mode & S_IFMT) == kind && status.st_uid == 0 && !(status.st_mode & (S_IWGRP | S_IWOTH))) return 0;
    errno = EPERM;
    return -1;
}

int confinement_read_registry(size_t limit, struct confinement_bytes *registry) {
    int directory = open("/etc/sallyport", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (directory < 0) return confinement_fail(CONFINEMENT_REGISTRY, errno, "open /etc/sallyport");
    if (belongs_to_root_alone(directory, S_IFDIR) < 0)
        return confinement_fail(CONFINEMENT_REGISTRY, errno, "/etc/sallyport must belong to root alone");
    int file = openat(directory, "registry", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) return confinement_fail(CONFINEMENT_REGISTRY, errno, "open /etc/sallyport/registry");
    if (belongs_to_root_alone(file, S_IFREG) < 0)
        return confinement_fail(CONFINEMENT_REGISTRY, errno, "/etc/sallyport/registry must belong to root alone");
    int result = read_to_end(file, limit, registry);
    if (result < 0) confinement_fail(CONFINEMENT_REGISTRY, errno, "read /etc/sallyport/registry");
    close(file);
    close(directory);
    return result;
}
