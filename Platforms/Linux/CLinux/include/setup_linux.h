/// System calls of the setup binary that Swift cannot reach: variadic, newer than the C library, or behind a spawn.
///
/// Every function returns 0 or a value >= 0 on success and the negated errno(3) on failure.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Starts a program by absolute path with a fixed environment, default signals and no other descriptors (posix_spawn(3)).
///
/// `input` becomes standard input, /dev/null when negative; `output` becomes standard output and error; `kept` becomes
/// descriptor 3 when not negative, so that a lock on it lasts as long as the child. Returns the process id.
int sallyport_setup_spawn(const char *program, char *const arguments[], int input, int output, int kept);

/// Waits for a child (waitpid(2)); returns its exit status, or 256 and the signal that ended it.
int sallyport_setup_wait(pid_t child);

/// Makes a file without a name in memory (memfd_create(2)), closed on exec.
int sallyport_setup_memory_file(const char *name);

/// The Landlock ABI version (landlock_create_ruleset(2), LANDLOCK_CREATE_RULESET_VERSION).
int sallyport_setup_landlock_version(void);

/// Whether seccomp filters can refuse a call with an errno (seccomp(2), SECCOMP_GET_ACTION_AVAIL).
int sallyport_setup_seccomp_filter(void);

/// Opens a directory for nothing but asking about it (openat(2), O_PATH).
int sallyport_setup_open_path(const char *path);

/// Makes a file without a name in a directory, which is gone when it is closed (openat(2), O_TMPFILE).
int sallyport_setup_unnamed_file(int directory);

/// The id of the mount on which a descriptor's file lies (statx(2), STATX_MNT_ID), as in /proc/self/mountinfo.
int sallyport_setup_mount_id(int descriptor, uint64_t *mount);

/// Sets a minimal POSIX ACL on a file of our own to see whether its file system takes one (fsetxattr(2)).
int sallyport_setup_try_acl(int descriptor);

/// What a process of the sandbox is.
enum {
    /// It has an account's identity.
    SALLYPORT_SETUP_COMMAND = 1,
    /// It executes the runner, or did before the file was removed.
    SALLYPORT_SETUP_RUNNER = 2,
    /// A runner with an account's identity: its command has ended, and it gives the files back.
    SALLYPORT_SETUP_RETURNING_RUNNER = 4,
};

/// Which processes are meant: everybody's, or those of one user, known by its id and its block of groups.
struct sallyport_setup_scope {
    /// The principals; (uid_t)-1 for one that is missing.
    uid_t accounts[2];
    bool is_for_all;
    uid_t user;
    gid_t first_group, group_count;
};

/// Says what a process is, 0 for nothing of the scope, and kills it when it is one of `kinds`; `runner` is the runner's path.
int sallyport_setup_end(pid_t process, const struct sallyport_setup_scope *scope, const char *runner, int kinds);
