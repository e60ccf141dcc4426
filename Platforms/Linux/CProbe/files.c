#include "probe.h"
#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>
#include <time.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <sys/xattr.h>

/// Opens and, with text, writes; without, reads one byte.
static int touch(const char *path, int flags, mode_t mode, const char *text) {
    int descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK, mode);
    if (descriptor < 0) return errno;
    char byte;
    int error = outcome(text ? write(descriptor, text, strlen(text)) : read(descriptor, &byte, 1));
    close(descriptor);
    return error;
}

ATTEMPT(probe_read) { return touch(arguments[0], O_RDONLY, 0, NULL); }

ATTEMPT(probe_list) {
    DIR *directory = opendir(arguments[0]);
    if (!directory) return errno;
    long entries = 0;
    errno = 0;
    for (struct dirent *entry; (entry = readdir(directory));)
        entries += strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..");
    int error = errno;
    closedir(directory);
    say(detail, "%ld entries", entries);
    return error;
}

ATTEMPT(probe_status) {
    struct stat status;
    if (lstat(arguments[0], &status)) return errno;
    say(detail, "uid=%u gid=%u mode=%o", status.st_uid, status.st_gid, status.st_mode);
    return 0;
}

ATTEMPT(probe_open) {
    int descriptor = open(arguments[0], O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) return errno;
    close(descriptor);
    return 0;
}

ATTEMPT(probe_create) {
    int error = 0;
    mode_t mode = count > 1 ? (mode_t)number(arguments[1], &error) : 0666;
    return error ? error : touch(arguments[0], O_WRONLY | O_CREAT | O_EXCL, mode, "probe\n");
}

ATTEMPT(probe_create_in) {
    if (chdir(arguments[0])) return errno;
    return touch(arguments[1], O_WRONLY | O_CREAT | O_EXCL, 0666, "probe\n");
}

ATTEMPT(probe_overwrite) { return touch(arguments[0], O_WRONLY | O_TRUNC, 0, count > 1 ? arguments[1] : "probe\n"); }

ATTEMPT(probe_append) { return touch(arguments[0], O_WRONLY | O_APPEND, 0, "probe\n"); }

ATTEMPT(probe_truncate) { return outcome(truncate(arguments[0], 0)); }

ATTEMPT(probe_chmod) {
    int error = 0;
    mode_t mode = (mode_t)number(arguments[1], &error);
    return error ? error : outcome(chmod(arguments[0], mode));
}

ATTEMPT(probe_chown) {
    int error = 0;
    uid_t user = strcmp(arguments[1], "self") ? (uid_t)number(arguments[1], &error) : geteuid();
    gid_t group = count > 2 ? (gid_t)number(arguments[2], &error) : (gid_t)-1;
    return error ? error : outcome(lchown(arguments[0], user, group));
}

ATTEMPT(probe_set_acl) {
    // POSIX_ACL_XATTR_VERSION 2: user::rwx, user:SELF:rwx, group::rwx, mask::rwx, other::rwx.
    struct __attribute__((packed)) entry {
        uint16_t tag, permissions;
        uint32_t identifier;
    };
    struct __attribute__((packed)) {
        uint32_t version;
        struct entry entries[5];
    } list = {2,
              {{0x01, 7, UINT32_MAX},
               {0x02, 7, geteuid()},
               {0x04, 7, UINT32_MAX},
               {0x10, 7, UINT32_MAX},
               {0x20, 7, UINT32_MAX}}};
    return outcome(setxattr(arguments[0], "system.posix_acl_access", &list, sizeof list, 0));
}

ATTEMPT(probe_xattr) { return outcome(setxattr(arguments[0], "user.probe", "1", 1, 0)); }

ATTEMPT(probe_utimes) {
    struct timespec times[2] = {{1, 0}, {1, 0}};
    return outcome(utimensat(AT_FDCWD, arguments[0], times, 0));
}

ATTEMPT(probe_rename) { return outcome(rename(arguments[0], arguments[1])); }

ATTEMPT(probe_exchange) {
    return outcome(renameat2(AT_FDCWD, arguments[0], AT_FDCWD, arguments[1], RENAME_EXCHANGE));
}

ATTEMPT(probe_delete) { return outcome(unlink(arguments[0])); }

ATTEMPT(probe_mkdir) { return outcome(mkdir(arguments[0], 0777)); }

ATTEMPT(probe_rmdir) { return outcome(rmdir(arguments[0])); }

ATTEMPT(probe_hardlink) { return outcome(link(arguments[0], arguments[1])); }

ATTEMPT(probe_symlink) { return outcome(symlink(arguments[0], arguments[1])); }

ATTEMPT(probe_mknod) {
    // The null device, harmless where it can be made; a whiteout is the device 0, which needs no privilege.
    if (count > 1 && strcmp(arguments[1], "whiteout") == 0)
        return outcome(mknod(arguments[0], S_IFCHR | 0666, makedev(0, 0)));
    return outcome(mknod(arguments[0], S_IFCHR | 0666, makedev(1, 3)));
}

ATTEMPT(probe_temporary_link) {
    int descriptor = open(arguments[0], O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor < 0) return errno;
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    int error = outcome(linkat(AT_FDCWD, path, AT_FDCWD, arguments[1], AT_SYMLINK_FOLLOW));
    close(descriptor);
    return error;
}

ATTEMPT(probe_open_by_handle) {
    union {
        struct file_handle handle;
        char space[sizeof(struct file_handle) + MAX_HANDLE_SZ];
    } storage;
    storage.handle.handle_bytes = MAX_HANDLE_SZ;
    int mount;
    if (name_to_handle_at(AT_FDCWD, arguments[0], &storage.handle, &mount, 0)) return errno;
    int directory = open(arguments[0], O_RDONLY | O_CLOEXEC);
    if (directory < 0) return errno;
    int descriptor = open_by_handle_at(directory, &storage.handle, O_RDONLY);
    int error = outcome(descriptor);
    if (descriptor >= 0) close(descriptor);
    close(directory);
    return error;
}

static long milliseconds_since(const struct timespec *start) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (now.tv_sec - start->tv_sec) * 1000 + (now.tv_nsec - start->tv_nsec) / 1000000;
}

/// race NAME DECOY COUNT: exchanges NAME and DECOY in a loop and writes through NAME/probe; 0 when at least COUNT writes
/// were tried and one of them went through. Without one it goes on for a second, because a busy machine may not have let
/// the other process run at all.
ATTEMPT(probe_race) {
    int error = 0;
    long tries = number(arguments[2], &error);
    if (error || tries < 1 || tries > 1000000) return EINVAL;
    pid_t flipper = fork();
    if (flipper < 0) return errno;
    if (flipper == 0)
        for (;;) renameat2(AT_FDCWD, arguments[0], AT_FDCWD, arguments[1], RENAME_EXCHANGE);
    char path[4096];
    snprintf(path, sizeof path, "%s/probe", arguments[0]);
    long hits = 0, index = 0;
    struct timespec start;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (; index < tries || (!hits && milliseconds_since(&start) < 1000); index++) {
        int failed = touch(path, O_WRONLY | O_CREAT, 0666, "probe\n");
        if (failed) error = failed;
        hits += !failed;
    }
    kill(flipper, SIGKILL);
    waitpid(flipper, NULL, 0);
    say(detail, "%ld of %ld", hits, index);
    return hits ? 0 : error;
}
