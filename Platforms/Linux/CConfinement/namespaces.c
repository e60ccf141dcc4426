#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/fsuid.h>
#include <sys/mount.h>
#include <unistd.h>

// The supplementary groups are the caller's all the time. With the user the kernel takes the file-system capabilities
// away and gives them back (capabilities(7), "Effect of user ID changes"); what the runner makes belongs to root's group.
void act_as_caller(const struct confinement *confinement) {
    if (!confinement->elevated) return;
    setfsgid(confinement->caller_group);
    setfsuid(confinement->caller);
}

void act_as_runner(const struct confinement *confinement) {
    if (!confinement->elevated) return;
    setfsuid(0);
    setfsgid(0);
}

static int write_file(const char *path, const char *text) {
    int descriptor = open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return fail_path(CONFINEMENT_NAMESPACES, errno, "open", path);
    int result = write_all(descriptor, text, strlen(text));
    if (result < 0) fail_path(CONFINEMENT_NAMESPACES, errno, "write", path);
    close(descriptor);
    return result;
}

static int map_caller(const struct confinement *confinement) {
    char map[64];
    if (write_file("/proc/self/setgroups", "deny") < 0) return -1;
    snprintf(map, sizeof map, "%u %u 1", confinement->caller, confinement->caller);
    if (write_file("/proc/self/uid_map", map) < 0) return -1;
    snprintf(map, sizeof map, "%u %u 1", confinement->caller_group, confinement->caller_group);
    return write_file("/proc/self/gid_map", map);
}

// The kernel says ENOSPC when a limit of sysctl user is reached (namespaces(7)), which is nothing that anybody thinks of.
int fail_namespace(enum confinement_layer layer, const char *action, const char *limit) {
    int error = errno;
    return error == ENOSPC ? fail_path(layer, error, action, limit) : confinement_fail(layer, error, action);
}

// An empty network namespace that was made before the request came; negative when there is none.
static int empty_network = -1;

static int open_network(void) {
    const char *path = "/proc/self/ns/net";
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    return descriptor < 0 ? fail_path(CONFINEMENT_NAMESPACES, errno, "open", path) : descriptor;
}

// The kernel needs half a millisecond for one, in which the request is still being prepared. The supervisor stays in the machine's,
// whose firewall it may have to judge again; the unelevated level has not the privilege to return there. A kernel that
// gives none stops only the request that turns out to need one: its first process asks again.
static int make_empty_network(void) {
    int original = open_network();
    if (original < 0) return -1;
    if (unshare(CLONE_NEWNET) == 0) {
        empty_network = open_network();
        if (empty_network < 0) return -1;
        if (setns(original, CLONE_NEWNET) < 0)
            return confinement_fail(CONFINEMENT_NAMESPACES, errno, "return to the machine's network namespace");
    }
    close(original);
    return 0;
}

void close_empty_network(void) {
    if (empty_network >= 0) close(empty_network);
    empty_network = -1;
}

int leave_network(const struct confinement *confinement) {
    if (confinement->network != CONFINEMENT_NETWORK_NONE) return 0;
    if ((empty_network < 0 ? unshare(CLONE_NEWNET) : setns(empty_network, CLONE_NEWNET)) == 0) return 0;
    return fail_namespace(CONFINEMENT_NAMESPACES, "enter an empty network namespace", "within user.max_net_namespaces");
}

int confinement_enter_namespaces(const struct confinement *confinement) {
    if (!confinement->elevated) {
        if (unshare(CLONE_NEWUSER) < 0)
            return fail_namespace(CONFINEMENT_NAMESPACES, "make a user namespace", "within user.max_user_namespaces");
        if (map_caller(confinement) < 0) return -1;
    }
    if (unshare(CLONE_NEWNS | CLONE_NEWIPC) < 0)
        return fail_namespace(CONFINEMENT_NAMESPACES, "make mount and ipc namespaces",
                              "within user.max_mnt_namespaces or user.max_ipc_namespaces");
    // Private, not slave: a mount that appears on the host during the run would arrive writable.
    if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0)
        return confinement_fail(CONFINEMENT_NAMESPACES, errno, "make every mount private");
    act_as_runner(confinement);
    return confinement->elevated ? make_empty_network() : 0;
}
