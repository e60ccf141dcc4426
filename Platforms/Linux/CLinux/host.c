#define _GNU_SOURCE
#include "host.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

// linux/openat2.h of older headers lacks nothing we need, but may be missing altogether.
struct host_open_how {
    uint64_t flags, mode, resolve;
};
#define HOST_RESOLVE_NO_SYMLINKS 0x04

int host_open_directory(const char *path) {
    struct host_open_how how = {.flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC, .resolve = HOST_RESOLVE_NO_SYMLINKS};
    long descriptor = syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
    return descriptor < 0 ? -errno : (int)descriptor;
}

int host_lock_byte(int file, int64_t place, bool exclusive) {
    struct flock byte = {.l_type = exclusive ? F_WRLCK : F_RDLCK, .l_whence = SEEK_SET, .l_start = place, .l_len = 1};
    while (fcntl(file, exclusive ? F_OFD_SETLK : F_OFD_SETLKW, &byte) < 0)
        if (errno != EINTR) return -errno;
    return 0;
}

void host_unlock_byte(int file, int64_t place) {
    struct flock byte = {.l_type = F_UNLCK, .l_whence = SEEK_SET, .l_start = place, .l_len = 1};
    fcntl(file, F_OFD_SETLK, &byte);
}

int host_write_request(int pipe, const void *bytes, size_t count) {
    const char *next = bytes;
    int reason = 0;
    void (*before)(int) = signal(SIGPIPE, SIG_IGN);
    while (count > 0 && reason == 0) {
        ssize_t written = write(pipe, next, count);
        if (written < 0) {
            if (errno != EINTR) reason = errno;
            continue;
        }
        next += written;
        count -= (size_t)written;
    }
    signal(SIGPIPE, before);
    return reason == EPIPE ? 0 : -reason;
}

int host_pipe(int *ends) {
    return pipe2(ends, O_CLOEXEC) < 0 ? -errno : 0;
}

bool host_has_no_new_privileges(void) {
    return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
}

int host_landlock_version(void) {
    // landlock_create_ruleset with LANDLOCK_CREATE_RULESET_VERSION; the headers may be older than the call.
    long version = syscall(444, NULL, 0, 1U);
    return version > 0 ? (int)version : 0;
}

static sigset_t mask_before;
static struct termios terminal_before;

int host_block_signals(void) {
    sigset_t handled;
    sigemptyset(&handled);
    sigaddset(&handled, SIGHUP);
    sigaddset(&handled, SIGINT);
    sigaddset(&handled, SIGQUIT);
    sigaddset(&handled, SIGTERM);
    sigaddset(&handled, SIGWINCH);
    if (sigprocmask(SIG_BLOCK, &handled, &mask_before) < 0) return -errno;
    int descriptor = signalfd(-1, &handled, SFD_CLOEXEC | SFD_NONBLOCK);
    return descriptor < 0 ? -errno : descriptor;
}

void host_restore_signals(void) {
    sigprocmask(SIG_SETMASK, &mask_before, NULL);
}

int host_next_signal(int descriptor) {
    struct signalfd_siginfo information;
    ssize_t count = read(descriptor, &information, sizeof information);
    if (count == (ssize_t)sizeof information) return (int)information.ssi_signo;
    return count < 0 && errno != EAGAIN && errno != EINTR ? -errno : 0;
}

// Descriptors are first moved out of the way of the numbers that the runner expects.
static int move_up(int descriptor) {
    return fcntl(descriptor, F_DUPFD_CLOEXEC, 16);
}

pid_t host_spawn_runner(const char *program, int request, int outcome, int standard) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    pid_t process = -1;
    int reason = 0, high[3] = {move_up(request), move_up(outcome), standard < 0 ? -1 : move_up(standard)};
    if (high[0] < 0 || high[1] < 0 || (standard >= 0 && high[2] < 0)) {
        reason = errno;
        goto closed;
    }
    if ((reason = posix_spawn_file_actions_init(&actions)) != 0) goto closed;
    if ((reason = posix_spawnattr_init(&attributes)) != 0) goto actions;
    sigset_t defaults;
    sigfillset(&defaults);
    sigdelset(&defaults, SIGKILL);
    sigdelset(&defaults, SIGSTOP);
    sigset_t none;
    sigemptyset(&none);
    if ((reason = posix_spawnattr_setsigdefault(&attributes, &defaults)) != 0) goto attributes;
    if ((reason = posix_spawnattr_setsigmask(&attributes, &none)) != 0) goto attributes;
    // A process group of its own: what is typed at the terminal reaches the caller alone, who passes it on once.
    if ((reason = posix_spawnattr_setpgroup(&attributes, 0)) != 0) goto attributes;
    const short flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP;
    if ((reason = posix_spawnattr_setflags(&attributes, flags)) != 0) goto attributes;
    for (int number = 0; standard >= 0 && number < 3; number++)
        if ((reason = posix_spawn_file_actions_adddup2(&actions, high[2], number)) != 0) goto attributes;
    if ((reason = posix_spawn_file_actions_adddup2(&actions, high[0], 3)) != 0) goto attributes;
    if ((reason = posix_spawn_file_actions_adddup2(&actions, high[1], 4)) != 0) goto attributes;
    // An ignored SIGCHLD would let the kernel reap the runner, and its status with it.
    signal(SIGCHLD, SIG_DFL);
    char name[] = "sallyport-command-runner";
    char *arguments[] = {name, NULL}, *environment[] = {NULL};
    reason = posix_spawn(&process, program, &actions, &attributes, arguments, environment);
attributes:
    posix_spawnattr_destroy(&attributes);
actions:
    posix_spawn_file_actions_destroy(&actions);
closed:
    for (int index = 0; index < 3; index++)
        if (high[index] >= 0) close(high[index]);
    return reason == 0 ? process : -reason;
}

int host_open_pseudoterminal(int terminal, int *controller, int *replica) {
    char name[64];
    struct termios settings;
    *controller = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (*controller < 0) return -errno;
    if (grantpt(*controller) == 0 && unlockpt(*controller) == 0 && ptsname_r(*controller, name, sizeof name) == 0) {
        *replica = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
        if (*replica >= 0) {
            if (tcgetattr(terminal, &settings) == 0) tcsetattr(*replica, TCSANOW, &settings);
            host_copy_window_size(terminal, *controller);
            return 0;
        }
    }
    int reason = errno;
    close(*controller);
    return -reason;
}

int host_make_raw(int terminal) {
    if (tcgetattr(terminal, &terminal_before) < 0) return -errno;
    struct termios raw = terminal_before;
    cfmakeraw(&raw);
    return tcsetattr(terminal, TCSADRAIN, &raw) < 0 ? -errno : 0;
}

int host_restore_terminal(int terminal) {
    return tcsetattr(terminal, TCSADRAIN, &terminal_before) < 0 ? -errno : 0;
}

void host_copy_window_size(int from, int to) {
    struct winsize size;
    if (ioctl(from, TIOCGWINSZ, &size) == 0) ioctl(to, TIOCSWINSZ, &size);
}

void host_raise(int number) {
    // Zero would still start a handler behind a pipe (core(5)).
    const struct rlimit none = {1, 1};
    setrlimit(RLIMIT_CORE, &none);
    signal(number, SIG_DFL);
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, number);
    sigprocmask(SIG_UNBLOCK, &one, NULL);
    kill(getpid(), number);
}
