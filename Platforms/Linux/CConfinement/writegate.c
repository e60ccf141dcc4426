// The second door: a Landlock ruleset that handles only the rights that write. It stands for the restricted pass of a
// write-restricted token (landlock(7)).
#define _GNU_SOURCE
#include "internal.h"
#include "kernel.h"

#include <errno.h>
#include <fcntl.h>

static int ruleset = -1;

static const uint64_t roots_rights = KERNEL_LANDLOCK_WRITE_FILE | KERNEL_LANDLOCK_REMOVE_DIR |
                                     KERNEL_LANDLOCK_REMOVE_FILE | KERNEL_LANDLOCK_MAKE_DIR |
                                     KERNEL_LANDLOCK_MAKE_REG | KERNEL_LANDLOCK_MAKE_SOCK | KERNEL_LANDLOCK_MAKE_FIFO |
                                     KERNEL_LANDLOCK_MAKE_SYM | KERNEL_LANDLOCK_REFER | KERNEL_LANDLOCK_TRUNCATE;

static int allow_tree(int tree, const char *path, uint64_t rights) {
    struct kernel_landlock_path_beneath_attr rule = {.allowed_access = rights, .parent_fd = tree};
    if (syscall(SYS_landlock_add_rule, ruleset, KERNEL_LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0) return 0;
    return fail_path(CONFINEMENT_WRITE_GATE, errno, "allow writing below", path);
}

static int allow(const char *path, uint64_t rights) {
    int directory = open(path, O_PATH | O_NOFOLLOW | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) return fail_path(CONFINEMENT_WRITE_GATE, errno, "open", path);
    int result = allow_tree(directory, path, rights);
    close(directory);
    return result;
}

int prepare_write_gate(const struct confinement *confinement) {
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, KERNEL_LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 2)
        return confinement_fail(CONFINEMENT_WRITE_GATE, version < 0 ? errno : ENOSYS, "this kernel's Landlock is too old");
    struct kernel_landlock_ruleset_attr attributes = {
        .handled_access_fs = roots_rights | KERNEL_LANDLOCK_MAKE_CHAR | KERNEL_LANDLOCK_MAKE_BLOCK};
    // Truncation is not handled before version 3; outside the roots the read-only mounts refuse it all the same.
    if (version < 3) attributes.handled_access_fs &= ~KERNEL_LANDLOCK_TRUNCATE;
    size_t size = sizeof attributes.handled_access_fs;
    if (version >= 6) {
        attributes.scoped = KERNEL_LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | KERNEL_LANDLOCK_SCOPE_SIGNAL;
        size = sizeof attributes;
    } else if (confinement->network != CONFINEMENT_NETWORK_NONE && !confinement->accept_abstract_unix_sockets) {
        return confinement_fail(CONFINEMENT_WRITE_GATE, ENOSYS,
                                "this kernel's Landlock cannot close abstract Unix sockets of the host's network");
    }
    ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
    if (ruleset < 0) return confinement_fail(CONFINEMENT_WRITE_GATE, errno, "make a ruleset");

    const uint64_t below = roots_rights & attributes.handled_access_fs;
    const uint64_t devices = (KERNEL_LANDLOCK_WRITE_FILE | KERNEL_LANDLOCK_TRUNCATE) & attributes.handled_access_fs;
    for (size_t index = 0; index < writable_tree_count; index++)
        if (allow_tree(writable_trees[index], "a writable root", below) < 0) return -1;
    if (confinement->temporary_writable &&
        (allow("/tmp", below) < 0 || allow("/var/tmp", below) < 0 || allow("/dev/shm", below) < 0))
        return -1;
    return allow("/dev", devices);
}

int enter_write_gate(void) {
    if (syscall(SYS_landlock_restrict_self, ruleset, 0) < 0)
        return confinement_fail(CONFINEMENT_WRITE_GATE, errno, "enter the ruleset");
    close(ruleset);
    return 0;
}
