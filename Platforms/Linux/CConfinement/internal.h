// Shared by the files of this folder only.
#pragma once

#include "CConfinement.h"

#include <sys/types.h>

enum { REQUEST_DESCRIPTOR = 3, OUTCOME_DESCRIPTOR = 4 };

// The exit status of a runner that could not put a layer in force, and of one whose command could not be executed.
enum { STATUS_FAILED = 125, STATUS_NOT_EXECUTABLE = 126, STATUS_NOT_FOUND = 127, STATUS_TIMED_OUT = 192 };

struct failure {
    enum confinement_layer layer;
    int error;
    char text[240];
};

extern struct failure failure;

// The caller's umask(2); the runner's own is for what it makes, and the command gets the caller's back.
extern mode_t callers_mask;

int fail_path(enum confinement_layer layer, int error, const char *action, const char *path);

// Records why there is no new namespace; `limit` is added when the kernel's limit is why.
int fail_namespace(enum confinement_layer layer, const char *action, const char *limit);

// Whether a user is one of the accounts that all users' sandboxes share.
bool is_principal(uid_t user, const struct confinement *confinement);

// Whoever started this program.
extern pid_t caller_process;

// The caller's file-system identity: what root opens for the caller, the caller must be able to open.
void act_as_caller(const struct confinement *confinement);
void act_as_runner(const struct confinement *confinement);

// The writable roots where they are, or will be, mounted, each an open path.
extern int writable_trees[CONFINEMENT_MOST_ROOTS];
extern size_t writable_tree_count;

// In the supervisor.
int put_view(const struct confinement *confinement);

// In the supervisor, and in the first process when it has left the network.
void close_empty_network(void);

// In the first process of the pid namespace, in this order; before the second the view must have been put.
int leave_network(const struct confinement *confinement);
int prepare_write_gate(const struct confinement *confinement);
int mount_processes(void);
int keep_only_kill(const struct confinement *confinement);

// In the command's process, in this order.
int shed_identity(const struct confinement *confinement);
int enter_write_gate(void);
int enter_system_calls(void);
int send_canary(const struct confinement *confinement);

// The principal with the one capability that gives its files away.
int keep_only_chown(const struct confinement *confinement);

// What the owning group and others get of what is new in a directory.
struct newcomers {
    uint16_t group, others;
};
struct newcomers newcomers_of(int directory);

// Takes out of the lists of something that the principal owns whatever opens it to others than the caller and the run's groups.
void settle_lists(int descriptor, struct newcomers given, const struct confinement *confinement);

// Notes that a run is going on below the writable roots. After the end of the tree, and unless another run goes on, what
// the principal owns there is given to the caller; the supervisor gives its own privileges up for that.
void note_run(const struct confinement *confinement);
void return_ownership(const struct confinement *confinement);

// Of a clock that never goes back.
int64_t milliseconds_now(void);

int write_all(int descriptor, const void *bytes, size_t count);
