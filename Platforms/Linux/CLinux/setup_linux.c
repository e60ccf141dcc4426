#define _GNU_SOURCE
#include "setup_linux.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

// Debian 12's headers are older than the kernels that the product runs on.
#ifndef STATX_MNT_ID
#define STATX_MNT_ID 0x1000U
#endif
#define LANDLOCK_VERSION_FLAG 1U

int sallyport_setup_spawn(const char *program, char *const arguments[], int input, int output, int kept) {
    static char *const environment[] = {
        "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C", "HOME=/", NULL,
    };
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t every, none;
    pid_t child = -1;
    sigfillset(&every);
    sigemptyset(&none);
    int failure = posix_spawn_file_actions_init(&actions);
    if (failure) return -failure;
    failure = posix_spawnattr_init(&attributes);
    if (failure) {
        posix_spawn_file_actions_destroy(&actions);
        return -failure;
    }
    if (input < 0) {
        failure = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    } else {
        failure = posix_spawn_file_actions_adddup2(&actions, input, 0);
    }
    if (!failure) failure = posix_spawn_file_actions_adddup2(&actions, output, 1);
    if (!failure) failure = posix_spawn_file_actions_adddup2(&actions, output, 2);
    // dup2 onto itself keeps close-on-exec off as well, which is what is wanted here.
    if (!failure && kept >= 0) failure = posix_spawn_file_actions_adddup2(&actions, kept, 3);
    if (!failure) failure = posix_spawn_file_actions_addclosefrom_np(&actions, kept >= 0 ? 4 : 3);
    // A group of its own: an interrupt from the terminal must not stop a tool in the middle of the account files.
    if (!failure) failure = posix_spawnattr_setpgroup(&attributes, 0);
    if (!failure) failure = posix_spawnattr_setsigdefault(&attributes, &every);
    if (!failure) failure = posix_spawnattr_setsigmask(&attributes, &none);
    if (!failure) failure = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    if (!failure) failure = posix_spawn(&child, program, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure ? -failure : child;
}

int sallyport_setup_wait(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return -errno;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
}

int sallyport_setup_memory_file(const char *name) {
    int file = memfd_create(name, MFD_CLOEXEC);
    return file < 0 ? -errno : file;
}

int sallyport_setup_landlock_version(void) {
    long version = syscall(444 /* landlock_create_ruleset */, NULL, (size_t)0, LANDLOCK_VERSION_FLAG);
    return version < 0 ? -errno : (int)version;
}

int sallyport_setup_seccomp_filter(void) {
    uint32_t action = SECCOMP_RET_ERRNO;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) < 0 ? -errno : 0;
}

int sallyport_setup_open_path(const char *path) {
    int directory = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    return directory < 0 ? -errno : directory;
}

int sallyport_setup_unnamed_file(int directory) {
    int file = openat(directory, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    return file < 0 ? -errno : file;
}

int sallyport_setup_mount_id(int descriptor, uint64_t *mount) {
    struct statx state;
    memset(&state, 0, sizeof state);
    if (statx(descriptor, "", AT_EMPTY_PATH, STATX_MNT_ID, &state) < 0) return -errno;
    if (!(state.stx_mask & STATX_MNT_ID)) return -EOPNOTSUPP;
    *mount = state.stx_mnt_id;
    return 0;
}

int sallyport_setup_try_acl(int descriptor) {
    // acl(5) in the kernel's form: version 2, then tag, permissions and id of each entry, little endian.
    static const uint8_t list[] = {
        2, 0, 0, 0,
        0x01, 0, 6, 0, 0xff, 0xff, 0xff, 0xff,  // owner rw-
        0x04, 0, 0, 0, 0xff, 0xff, 0xff, 0xff,  // owning group ---
        0x08, 0, 4, 0, 0, 0, 1, 0,              // group 65536 r--
        0x10, 0, 4, 0, 0xff, 0xff, 0xff, 0xff,  // mask r--
        0x20, 0, 0, 0, 0xff, 0xff, 0xff, 0xff,  // others ---
    };
    return fsetxattr(descriptor, "system.posix_acl_access", list, sizeof list, 0) < 0 ? -errno : 0;
}

// Fills four user and four group ids of /proc/PID/status; false for a process that is gone or has ended.
static bool read_identity(pid_t process, unsigned users[4], unsigned groups[4]) {
    char path[64], line[256];
    bool has_users = false, has_groups = false;
    snprintf(path, sizeof path, "/proc/%d/status", (int)process);
    FILE *status = fopen(path, "re");
    while (status && !has_groups && fgets(line, sizeof line, status)) {
        if (strncmp(line, "State:\tZ", strlen("State:\tZ")) == 0) break;
        has_users |= sscanf(line, "Uid: %u %u %u %u", &users[0], &users[1], &users[2], &users[3]) == 4;
        has_groups |= sscanf(line, "Gid: %u %u %u %u", &groups[0], &groups[1], &groups[2], &groups[3]) == 4;
    }
    if (status) fclose(status);
    return has_users && has_groups;
}

// Whether the program that a process runs is, or was, at a path.
static bool executes(pid_t process, const char *program) {
    static const char removed[] = " (deleted)";
    char path[64], target[4096];
    snprintf(path, sizeof path, "/proc/%d/exe", (int)process);
    ssize_t length = readlink(path, target, sizeof target - 1);
    size_t expected = strlen(program);
    if (length < 0 || (size_t)length < expected || memcmp(target, program, expected) != 0) return false;
    target[length] = 0;
    return target[expected] == 0 || strcmp(target + expected, removed) == 0;
}

static int kind_of(pid_t process, const struct sallyport_setup_scope *scope, const char *runner) {
    unsigned users[4], groups[4];
    if (!read_identity(process, users, groups)) return 0;
    bool is_account = false;
    for (size_t index = 0; index < sizeof scope->accounts / sizeof *scope->accounts; index++)
        for (int user = 0; user < 4; user++) is_account |= users[user] == scope->accounts[index];
    // The command cannot change its primary group, which is of its user's block.
    const bool has_group = groups[0] - scope->first_group < scope->group_count;
    if (executes(process, runner)) {
        if (!scope->is_for_all && !has_group && users[0] != scope->user) return 0;
        return is_account ? SALLYPORT_SETUP_RETURNING_RUNNER : SALLYPORT_SETUP_RUNNER;
    }
    return is_account && (scope->is_for_all || has_group) ? SALLYPORT_SETUP_COMMAND : 0;
}

int sallyport_setup_end(pid_t process, const struct sallyport_setup_scope *scope, const char *runner, int kinds) {
    // The descriptor pins the process: its number cannot be another's by the time the signal is sent.
    int pinned = (int)syscall(434 /* pidfd_open */, process, 0);
    if (pinned < 0) return errno == ESRCH || errno == EINVAL ? 0 : -errno;
    int found = kind_of(process, scope, runner);
    if (found & kinds && syscall(424 /* pidfd_send_signal */, pinned, SIGKILL, NULL, 0) < 0 && errno != ESRCH)
        found = -errno;
    close(pinned);
    return found;
}
