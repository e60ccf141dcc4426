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

/// Kills a process whose real, effective, saved or file system user id is `user`; 1 when there was one, 0 when not.
int sallyport_setup_kill_if_owned(pid_t process, uid_t user);
/// Whether a process runs a program that is, or was, at a path; ends it when `ends` says so: 1, 0, or minus errno.
int sallyport_setup_runs(pid_t process, const char *program, bool ends);
