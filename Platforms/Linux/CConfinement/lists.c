// The access lists of what a command made (acl(5), as the kernel stores them: linux/posix_acl_xattr.h, little-endian).
// While it is the command's, the command decides about them; what is given to the caller must open itself to nobody else.
#define _GNU_SOURCE
#include "internal.h"

#include <endian.h>
#include <errno.h>
#include <sys/stat.h>
#include <sys/xattr.h>

struct list_entry {
    uint16_t tag, permissions;
    uint32_t id;
};
// An extended attribute has 64 KiB at most (xattr(7)).
enum { MOST_ENTRIES = (65536 - 4) / 8, USUAL_ENTRIES = 64 };
struct list {
    uint32_t version;
    struct list_entry entries[MOST_ENTRIES];
};
enum { TAG_OWNER = 0x01, TAG_USER = 0x02, TAG_OWNING_GROUP = 0x04, TAG_GROUP = 0x08, TAG_MASK = 0x10, TAG_OTHER = 0x20 };

static const char access_list[] = "system.posix_acl_access", default_list[] = "system.posix_acl_default";

static struct list list;

// The kernel clears as much memory as is offered, so that little is offered first. Returns the number of entries.
static size_t read_list(int descriptor, const char *name) {
    ssize_t size = fgetxattr(descriptor, name, &list, sizeof list.version + USUAL_ENTRIES * sizeof *list.entries);
    if (size < 0 && errno == ERANGE) size = fgetxattr(descriptor, name, &list, sizeof list);
    return size < (ssize_t)sizeof list.version ? 0 : ((size_t)size - sizeof list.version) / sizeof *list.entries;
}

struct newcomers newcomers_of(int directory) {
    struct newcomers given = {5, 5};
    const size_t count = read_list(directory, default_list);
    for (size_t index = 0; index < count; index++) {
        const uint16_t tag = le16toh(list.entries[index].tag), rights = le16toh(list.entries[index].permissions);
        if (tag == TAG_OWNING_GROUP) given.group = rights;
        if (tag == TAG_OTHER) given.others = rights;
    }
    return given;
}

static bool is_own_group(uint32_t id, const struct confinement *confinement) {
    // The first group is CodexSandboxUsers, which is everybody's.
    for (size_t index = 1; index < confinement->group_count; index++)
        if (confinement->groups[index] == id) return true;
    return false;
}

static bool names_somebody_else(const struct list_entry *entry, const struct confinement *confinement) {
    const uint16_t tag = le16toh(entry->tag);
    const uint32_t id = le32toh(entry->id);
    return (tag == TAG_USER && id != confinement->caller) || (tag == TAG_GROUP && !is_own_group(id, confinement));
}

// What the owner and the mask have; all where there is no mask.
static void find_rights(size_t count, uint16_t *owner, uint16_t *held) {
    *held = 7;
    for (size_t index = 0; index < count; index++) {
        const uint16_t tag = le16toh(list.entries[index].tag), rights = le16toh(list.entries[index].permissions);
        if (tag == TAG_OWNER) *owner = rights;
        if (tag == TAG_MASK) *held = rights;
    }
}

// Takes out of a list whoever is neither the caller nor one of the run's groups, cuts what the owning group and others have
// to what newcomers get, and raises the mask to what the owner has: a file made with an explicit mode (mkstemp: 0600)
// has inherited the capability, but its mask is the mode's group digit, which would close it to the next command.
static void settle_list(int descriptor, const char *name, struct newcomers given, const struct confinement *confinement) {
    const size_t count = read_list(descriptor, name);
    uint16_t owner = 7, held;
    size_t kept = 0, named = 0;
    bool is_changed = false;
    find_rights(count, &owner, &held);
    for (size_t index = 0; index < count; index++)
        named += !names_somebody_else(&list.entries[index], confinement) &&
                 (le16toh(list.entries[index].tag) & (TAG_USER | TAG_GROUP));
    for (size_t index = 0; index < count; index++) {
        struct list_entry entry = list.entries[index];
        const uint16_t tag = le16toh(entry.tag), rights = le16toh(entry.permissions);
        uint16_t settled = rights;
        if (tag == TAG_OWNING_GROUP) settled &= held & given.group;
        if (tag == TAG_OTHER) settled &= given.others;
        if (tag == TAG_MASK) settled |= owner;
        // A mask without names says no more than the owning group's entry.
        const bool is_gone = names_somebody_else(&entry, confinement) || (tag == TAG_MASK && named == 0);
        is_changed |= is_gone || settled != rights;
        entry.permissions = htole16(settled);
        if (!is_gone) list.entries[kept++] = entry;
    }
    if (is_changed)
        (void)!fsetxattr(descriptor, name, &list, sizeof list.version + kept * sizeof *list.entries, 0);
}

void settle_lists(int descriptor, struct newcomers given, const struct confinement *confinement) {
    struct stat status;
    if (fstat(descriptor, &status) < 0 || status.st_uid != confinement->principal) return;
    settle_list(descriptor, access_list, given, confinement);
    if (S_ISDIR(status.st_mode)) settle_list(descriptor, default_list, given, confinement);
    if (read_list(descriptor, access_list) > 0) return;
    const mode_t excess = status.st_mode & 077 & ~(mode_t)(given.group << 3 | given.others);
    if (excess) (void)!fchmod(descriptor, status.st_mode & 07777 & ~excess);
}
