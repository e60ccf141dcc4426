// What the command runner does to the machine, one function for each layer, in the order in which they are called.
// Every function returns 0, or -1 after it has recorded a failure (confinement_failure).
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

// The layers of docs/decisions/0001-launch-contract.md.
enum confinement_layer {
    CONFINEMENT_REQUEST,
    CONFINEMENT_REGISTRY,
    CONFINEMENT_AUTHORIZATION,
    CONFINEMENT_DESCRIPTORS,
    CONFINEMENT_FIREWALL,
    CONFINEMENT_NAMESPACES,
    CONFINEMENT_MOUNTS,
    CONFINEMENT_PROTECTED_PATHS,
    CONFINEMENT_PROCESSES,
    CONFINEMENT_CREDENTIALS,
    CONFINEMENT_WRITE_GATE,
    CONFINEMENT_SYSTEM_CALLS,
    CONFINEMENT_CANARY,
    CONFINEMENT_COMMAND,
};

enum confinement_network { CONFINEMENT_NETWORK_NONE, CONFINEMENT_NETWORK_FIREWALLED, CONFINEMENT_NETWORK_OPEN };

enum { CONFINEMENT_MOST_GROUPS = 67, CONFINEMENT_MOST_ROOTS = 64 };

// A growing list of NUL-terminated texts; `items[count]` is always a null pointer once something was added.
struct confinement_texts {
    char *_Nullable *_Nullable items;
    size_t count;
};

// Everything that is to be put in force.
struct confinement {
    bool elevated;
    uint32_t caller;
    uint32_t caller_group;
    uint32_t block_first;  // the caller's group ids, as the registry has them
    uint32_t block_count;
    uint32_t principal;
    uint32_t offline_principal;
    uint32_t online_principal;
    uint32_t workspace_group;
    uint32_t groups[CONFINEMENT_MOST_GROUPS];
    size_t group_count;
    enum confinement_network network;
    bool temporary_writable;
    bool accept_abstract_unix_sockets;
    int64_t timeout_milliseconds;  // negative: none
    struct confinement_texts working_directory;
    struct confinement_texts writable_roots;
    struct confinement_texts protected_paths;
    struct confinement_texts denied_paths;
    struct confinement_texts readable_paths;
    struct confinement_texts arguments;
    struct confinement_texts environment;
};

// Bytes that a function allocated; never released, because the process ends soon.
struct confinement_bytes {
    uint8_t *_Nullable start;
    size_t count;
};

struct confinement_identity {
    uint32_t real_user;
    uint32_t effective_user;
    uint32_t real_group;
};

// Appends a copy of `count` bytes and a NUL.
int confinement_append(struct confinement_texts *_Nonnull texts, const uint8_t *_Nullable bytes, size_t count);

// Records a failure; `text` says what was tried on what. Returns -1.
int confinement_fail(enum confinement_layer layer, int error, const char *_Nonnull text);
int confinement_fail_bytes(enum confinement_layer layer, int error, const uint8_t *_Nullable bytes, size_t count);

// Writes the recorded failure to the outcome descriptor; the status for exit(2).
int confinement_report_failure(void);

// Opens the null device for missing standard descriptors, refuses dangerous ones, closes everything above 4.
int confinement_sanitise_process(void);

// Refuses standard descriptors of files that a principal owns, and the command therefore would.
int confinement_check_owners(const struct confinement *_Nonnull confinement);

// Reads the whole request; tells whether it ended a second or longer after the process began.
int confinement_read_request(size_t limit, struct confinement_bytes *_Nonnull request, bool *_Nonnull was_late);
struct confinement_identity confinement_identity(void);

// Reads the registry, which must belong to root and be writable by nobody else.
int confinement_read_registry(size_t limit, struct confinement_bytes *_Nonnull registry);

// Looks the firewall's rules up in the kernel, and sends a datagram that they must refuse.
int confinement_verify_firewall(uint32_t offline_principal);

// Opens the file that tells of other runs; on the mount of the machine, because the copy could not become read-only then.
void confinement_open_runs(void);

int confinement_enter_namespaces(const struct confinement *_Nonnull confinement);

// Takes copies of what the command will see, as the caller sees it now.
int confinement_take_view(const struct confinement *_Nonnull confinement);

// The filter that every process of the tree gets: a program in classic BPF.
struct sock_filter;
const struct sock_filter *_Nonnull confinement_system_call_filter(size_t *_Nonnull length);

// Builds the view, starts the command, waits for its end, kills what is left, reports the outcome. Does not return after a
// started command.
int confinement_supervise(const struct confinement *_Nonnull confinement);
