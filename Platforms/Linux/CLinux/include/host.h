// Looking at the host and starting the runner: what the Glibc module does not show to Swift.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Opens a directory, no component of the path being a link; openat2(2). Returns a descriptor, or -errno.
int host_open_directory(const char *_Nonnull path);

/// Locks one byte of a file for this open file: shared, for which it waits, or exclusive, for which it does not; fcntl(2),
/// F_OFD_SETLK. Returns 0, or -errno.
int host_lock_byte(int file, int64_t place, bool exclusive);

/// Lets go of such a lock.
void host_unlock_byte(int file, int64_t place);

/// Writes everything, also when the runner is gone and nobody reads it: then it has said why. Returns 0, or -errno.
int host_write_request(int pipe, const void *_Nonnull bytes, size_t count);

/// Makes a pipe that no exec keeps open; pipe2(2). Returns 0, or -errno.
int host_pipe(int *_Nonnull ends);

/// Whether this process and its children can no longer gain privileges by exec; prctl(2), PR_GET_NO_NEW_PRIVS.
bool host_has_no_new_privileges(void);

/// The version of Landlock that the kernel offers, 0 for none; landlock_create_ruleset(2).
int host_landlock_version(void);

/// Blocks the signals that a supervisor handles and returns a descriptor that tells of them, or -errno; signalfd(2).
int host_block_signals(void);

/// Puts the signal mask back to what it was before host_block_signals.
void host_restore_signals(void);

/// The next signal from the descriptor, 0 when there is none now, or -errno.
int host_next_signal(int descriptor);

/// Starts the runner with an empty environment, the request's pipe as descriptor 3 and the outcome's pipe as descriptor 4, and
/// `standard` (when not negative) as 0, 1 and 2; posix_spawn(3). Returns the process id, or -errno.
pid_t host_spawn_runner(const char *_Nonnull program, int request, int outcome, int standard);

/// Makes a pseudoterminal of the same size and settings as a terminal; returns 0, or -errno.
int host_open_pseudoterminal(int terminal, int *_Nonnull controller, int *_Nonnull replica);

/// Passes every byte of a terminal on as it comes, until host_restore_terminal; cfmakeraw(3). Returns 0, or -errno.
int host_make_raw(int terminal);

/// Puts the terminal back to what it was before host_make_raw; returns 0, or -errno.
int host_restore_terminal(int terminal);

/// Gives one terminal the size of another; ioctl_tty(2).
void host_copy_window_size(int from, int to);

/// Ends this process by a signal, without a core file.
void host_raise(int signal);
