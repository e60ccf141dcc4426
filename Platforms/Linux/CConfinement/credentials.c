#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/keyctl.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static int set_capabilities(uint64_t held) {
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct data[2];
    memset(data, 0, sizeof data);
    for (int half = 0; half < 2; half++) data[half].effective = data[half].permitted = (uint32_t)(held >> (32 * half));
    return (int)syscall(SYS_capset, &header, data);
}

static int drop_bounding_set(void) {
    // EINVAL is what the kernel says to the number after its last capability.
    for (int capability = 0; prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0; capability++) {}
    return errno != EINVAL ? -1 : prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
}

static int become(uint32_t user, uint32_t group, const uint32_t *groups, size_t count) {
    if (setgroups(count, groups) < 0 || setresgid(group, group, group) < 0 || setresuid(user, user, user) < 0) return -1;
    uid_t real, effective, saved;
    if (getresuid(&real, &effective, &saved) < 0) return -1;
    if (real == user && effective == user && saved == user) return 0;
    errno = EPERM;
    return -1;
}

// Without PR_SET_KEEPCAPS: capabilities must not survive until exec, where they would open files the user may not.
int shed_identity(const struct confinement *confinement) {
    if (drop_bounding_set() < 0) return confinement_fail(CONFINEMENT_CREDENTIALS, errno, "drop the bounding set");
    if (confinement->elevated && become(confinement->principal, confinement->workspace_group, confinement->groups,
                                        confinement->group_count) < 0)
        return confinement_fail(CONFINEMENT_CREDENTIALS, errno, "become the principal");
    // The caller's session keyring would come along otherwise (session-keyring(7)).
    if (syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, NULL) < 0 && errno != ENOSYS)
        return confinement_fail(CONFINEMENT_CREDENTIALS, errno, "leave the caller's session keyring");
    if (set_capabilities(0) < 0) return confinement_fail(CONFINEMENT_CREDENTIALS, errno, "give up every capability");
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
        return confinement_fail(CONFINEMENT_CREDENTIALS, errno, "set no_new_privs");
    return 0;
}

// The bounding set matters to those who execute; the next two never do.
int keep_only_kill(const struct confinement *confinement) {
    if (confinement->elevated) {
        if (prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) < 0 ||
            become(confinement->caller, confinement->caller_group, NULL, 0) < 0)
            return confinement_fail(CONFINEMENT_CREDENTIALS, errno, "become the caller");
    }
    if (set_capabilities(1ULL << CAP_KILL) < 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ||
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0)
        return confinement_fail(CONFINEMENT_CREDENTIALS, errno, "keep only the right to signal");
    return 0;
}

int keep_only_chown(const struct confinement *confinement) {
    if (prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) < 0 ||
        become(confinement->principal, confinement->workspace_group, confinement->groups, confinement->group_count) < 0)
        return -1;
    return set_capabilities(1ULL << CAP_CHOWN);
}
