#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// What an attempt may say beside its result: one line, without control characters when it is printed.
struct probe_detail {
    char text[192];
};

/// One attempt: `count` arguments in, 0 or an errno value out.
typedef int (*probe_attempt)(const char *const _Nonnull *_Nonnull arguments, int count, struct probe_detail *detail);

// What the program was started with, and its way out.
const char *_Nullable probe_argument(int index);
void probe_exit(int status);
void probe_write(int descriptor, const uint8_t *bytes, size_t count);
/// Reads at most `capacity` bytes of a file ("-" is standard input); the count read, or minus errno.
long probe_read_file(const char *path, uint8_t *bytes, size_t capacity);
/// The name of an errno value, like EACCES.
const char *probe_error_name(int error);
/// Runs an attempt in a child process: 0 or errno, or minus the number of the signal that ended the child.
int probe_perform(probe_attempt attempt, const char *const _Nonnull *_Nonnull arguments, int count,
                  struct probe_detail *detail);

// The other programs of the binary.
int probe_serve(const char *const _Nonnull *_Nonnull ports, int count);
int probe_serve_unix(const char *name);
int probe_serve_orders(const char *name);
int probe_identity(void);
int probe_linger(const char *seconds);
/// Runs `[--no-tcp] DIRECTORY... -- COMMAND...` behind Landlock alone; returns an exit status when that fails.
int probe_landlock(const char *const _Nonnull *_Nonnull words, int count);

#define PROBE_ATTEMPT(name) \
    int name(const char *const _Nonnull *_Nonnull arguments, int count, struct probe_detail *detail)

// Files.
PROBE_ATTEMPT(probe_read);
PROBE_ATTEMPT(probe_list);
PROBE_ATTEMPT(probe_status);
PROBE_ATTEMPT(probe_open);
PROBE_ATTEMPT(probe_create);
PROBE_ATTEMPT(probe_create_in);
PROBE_ATTEMPT(probe_overwrite);
PROBE_ATTEMPT(probe_append);
PROBE_ATTEMPT(probe_truncate);
PROBE_ATTEMPT(probe_chmod);
PROBE_ATTEMPT(probe_chown);
PROBE_ATTEMPT(probe_set_acl);
PROBE_ATTEMPT(probe_xattr);
PROBE_ATTEMPT(probe_utimes);
PROBE_ATTEMPT(probe_rename);
PROBE_ATTEMPT(probe_exchange);
PROBE_ATTEMPT(probe_delete);
PROBE_ATTEMPT(probe_mkdir);
PROBE_ATTEMPT(probe_rmdir);
PROBE_ATTEMPT(probe_hardlink);
PROBE_ATTEMPT(probe_symlink);
PROBE_ATTEMPT(probe_mknod);
PROBE_ATTEMPT(probe_temporary_link);
PROBE_ATTEMPT(probe_open_by_handle);
PROBE_ATTEMPT(probe_race);

// Network.
PROBE_ATTEMPT(probe_connect);
PROBE_ATTEMPT(probe_send);
PROBE_ATTEMPT(probe_ping);
PROBE_ATTEMPT(probe_resolve);
PROBE_ATTEMPT(probe_bind);
PROBE_ATTEMPT(probe_listen);
PROBE_ATTEMPT(probe_socket);
PROBE_ATTEMPT(probe_unix_connect);
PROBE_ATTEMPT(probe_abstract_connect);
PROBE_ATTEMPT(probe_abstract_bind);
PROBE_ATTEMPT(probe_ask_service);

// Descriptors that were handed over.
PROBE_ATTEMPT(probe_descriptors);
PROBE_ATTEMPT(probe_pipe);
PROBE_ATTEMPT(probe_send_descriptor);
PROBE_ATTEMPT(probe_open_below);
PROBE_ATTEMPT(probe_reopen);

// Processes.
PROBE_ATTEMPT(probe_signal);
PROBE_ATTEMPT(probe_trace);
PROBE_ATTEMPT(probe_read_memory);
PROBE_ATTEMPT(probe_read_environment);
PROBE_ATTEMPT(probe_take_descriptor);
PROBE_ATTEMPT(probe_priority);
PROBE_ATTEMPT(probe_affinity);
PROBE_ATTEMPT(probe_limit);
PROBE_ATTEMPT(probe_survive);
PROBE_ATTEMPT(probe_hold_output);
PROBE_ATTEMPT(probe_running);
PROBE_ATTEMPT(probe_spawn);
PROBE_ATTEMPT(probe_execute);
PROBE_ATTEMPT(probe_raise);
PROBE_ATTEMPT(probe_memory_execute);
PROBE_ATTEMPT(probe_change_user);
PROBE_ATTEMPT(probe_change_group);
PROBE_ATTEMPT(probe_add_group);
PROBE_ATTEMPT(probe_environment);
PROBE_ATTEMPT(probe_capabilities);
PROBE_ATTEMPT(probe_core_dump);
PROBE_ATTEMPT(probe_core_handler);

// The kernel.
PROBE_ATTEMPT(probe_mount);
PROBE_ATTEMPT(probe_remount);
PROBE_ATTEMPT(probe_unmount);
PROBE_ATTEMPT(probe_open_file_system);
PROBE_ATTEMPT(probe_change_root);
PROBE_ATTEMPT(probe_unshare);
PROBE_ATTEMPT(probe_clone);
PROBE_ATTEMPT(probe_enter);
PROBE_ATTEMPT(probe_io_uring);
PROBE_ATTEMPT(probe_terminal);
PROBE_ATTEMPT(probe_inject);
PROBE_ATTEMPT(probe_keyring);
PROBE_ATTEMPT(probe_personality);
PROBE_ATTEMPT(probe_foreign_call);
PROBE_ATTEMPT(probe_kernel_call);
PROBE_ATTEMPT(probe_shared_memory);
PROBE_ATTEMPT(probe_fill);

#pragma clang assume_nonnull end
