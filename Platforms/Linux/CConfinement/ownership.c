// Files that the command made belong to the principal, and with explicit modes the caller can neither write nor remove
// them (measured: 15 of 88 files of real tools). After the run they become the caller's. For the walk the supervisor
// turns into the principal with nothing but CAP_CHOWN: by descriptor it reaches only what the principal could, and gives
// away only what the principal owns.
#define _GNU_SOURCE
#include "internal.h"

#include <dirent.h>
#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

// The walk holds a descriptor for each level.
enum { DEEPEST = 2000, DESCRIPTORS = 2 * DEEPEST };

static int locks[CONFINEMENT_MOST_ROOTS];

static int open_root(size_t index) {
    return openat(writable_trees[index], ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

void note_run(const struct confinement *confinement) {
    for (size_t index = 0; confinement->elevated && index < writable_tree_count; index++) {
        locks[index] = open_root(index);
        // Another run may hold the root for the moment in which it returns ownership; then this run goes unnoticed.
        if (locks[index] >= 0) flock(locks[index], LOCK_SH | LOCK_NB);
    }
}

// Git trusts a repository for its owner: one that the command made must not look like the caller's, or the caller's next
// `git status` there executes what the command configured. The same goes for the agents' own settings.
static bool stays_foreign(const char *name) {
    return strcasecmp(name, ".git") == 0 || strcasecmp(name, ".codex") == 0 || strcasecmp(name, ".agents") == 0;
}

static bool has_entry(int directory, const char *name) {
    struct stat status;
    return fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

// A repository without a working tree has no telling name. Its parts may be links to anywhere, so that they are not looked
// at: what leads nowhere here may lead somewhere outside.
static bool is_bare_repository(int directory) {
    return has_entry(directory, "HEAD") &&
           (has_entry(directory, "objects") || has_entry(directory, "refs") || has_entry(directory, "commondir"));
}

bool is_principal(uid_t user, const struct confinement *confinement) {
    return confinement->elevated &&
           (user == confinement->offline_principal || user == confinement->online_principal);
}

// acl(5) as the kernel stores it: linux/posix_acl_xattr.h, little-endian.
struct list_entry {
    uint16_t tag, permissions;
    uint32_t id;
};
struct list {
    uint32_t version;
    struct list_entry entries[126];
};
enum { TAG_USER = 0x02, TAG_OWNING_GROUP = 0x04, TAG_GROUP = 0x08, TAG_MASK = 0x10 };

static struct list_entry *find_mask(struct list *list, size_t count) {
    for (size_t index = 0; index < count; index++)
        if (le16toh(list->entries[index].tag) == TAG_MASK) return &list->entries[index];
    return NULL;
}

static bool is_own_group(uint32_t id, const struct confinement *confinement) {
    // The first group is CodexSandboxUsers, which is everybody's.
    for (size_t index = 1; index < confinement->group_count; index++)
        if (confinement->groups[index] == id) return true;
    return false;
}

// A file that the command made with an explicit mode (mkstemp: 0600) has inherited the capability, but its mask is the
// mode's group digit, so that it would be closed to the next command. The mask becomes what the owner has; what it held
// back from anybody else is taken out of their entries.
static void reopen_to_capability(int directory, const char *name, const struct confinement *confinement) {
    int descriptor = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) return;
    struct stat status;
    struct list list;
    ssize_t size = fgetxattr(descriptor, "system.posix_acl_access", &list, sizeof list);
    if (size >= (ssize_t)sizeof list.version && fstat(descriptor, &status) == 0 &&
        status.st_uid == confinement->principal) {
        const size_t count = ((size_t)size - sizeof list.version) / sizeof *list.entries;
        struct list_entry *mask = find_mask(&list, count);
        const uint16_t held = mask ? le16toh(mask->permissions) : 7;
        const uint16_t owner = status.st_mode >> 6 & 7;
        if (owner & ~held) {
            for (size_t index = 0; index < count; index++) {
                struct list_entry *entry = &list.entries[index];
                const uint16_t tag = le16toh(entry->tag);
                const uint32_t id = le32toh(entry->id);
                if (tag == TAG_OWNING_GROUP || (tag == TAG_USER && id != confinement->caller) ||
                    (tag == TAG_GROUP && !is_own_group(id, confinement)))
                    entry->permissions &= htole16(held);
            }
            mask->permissions = htole16(held | owner);
            (void)!fsetxattr(descriptor, "system.posix_acl_access", &list, (size_t)size, 0);
        }
    }
    close(descriptor);
}

static void give_entry(int directory, const char *name, const struct confinement *confinement) {
    int descriptor = openat(directory, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) return;
    struct stat status;
    if (fstat(descriptor, &status) == 0 && is_principal(status.st_uid, confinement)) {
        if (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)) reopen_to_capability(directory, name, confinement);
        (void)!fchownat(descriptor, "", confinement->caller, confinement->caller_group, AT_EMPTY_PATH);
    }
    close(descriptor);
}

// A directory that stays the principal's becomes one that the caller's group may empty and remove.
static void leave_directory(int descriptor, const struct confinement *confinement) {
    struct stat status;
    if (fstat(descriptor, &status) < 0 || status.st_uid != confinement->principal) return;
    if (fchownat(descriptor, "", (uid_t)-1, confinement->caller_group, AT_EMPTY_PATH) == 0)
        (void)!fchmod(descriptor, (status.st_mode & 0777) | 0770);
}

// A command may have closed its directory even to itself; as the owner it can be opened again.
static int open_child(int directory, const char *name, const struct stat *status, const struct confinement *confinement) {
    const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    if (status->st_uid != confinement->caller && !is_principal(status->st_uid, confinement)) return -1;
    int child = openat(directory, name, flags);
    if (child >= 0 || errno != EACCES || status->st_uid != confinement->principal) return child;
    // By name: whatever it leads to by now, only what the principal owns on a writable mount can change.
    if (fchmodat(directory, name, (status->st_mode & 0777) | 0700, 0) < 0) return -1;
    return openat(directory, name, flags);
}

// Contents before the directory itself: afterwards the principal may no longer be able to read it.
static void give_directory(int descriptor, dev_t device, const struct confinement *confinement, int level) {
    DIR *directory = fdopendir(descriptor);
    if (!directory) {
        close(descriptor);
        return;
    }
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        struct stat status;
        if (fstatat(dirfd(directory), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) < 0 || status.st_dev != device)
            continue;
        bool is_foreign = stays_foreign(entry->d_name);
        // The caller's own repository was out of the command's reach; a walk over its objects would find nothing.
        if (is_foreign && status.st_uid == confinement->caller) continue;
        if (S_ISDIR(status.st_mode) && level < DEEPEST) {
            int child = open_child(dirfd(directory), entry->d_name, &status, confinement);
            if (child >= 0) {
                is_foreign = is_foreign || is_bare_repository(child);
                if (is_foreign) leave_directory(child, confinement);
                give_directory(child, device, confinement, level + 1);
            }
        }
        if (!is_foreign && is_principal(status.st_uid, confinement))
            give_entry(dirfd(directory), entry->d_name, confinement);
    }
    closedir(directory);
}

void return_ownership(const struct confinement *confinement) {
    if (!confinement->elevated || writable_tree_count == 0) return;
    // Not during another run: its command would lose its files while it works with them.
    for (size_t index = 0; index < writable_tree_count; index++)
        if (flock(locks[index], LOCK_EX | LOCK_NB) < 0) return;
    const struct rlimit descriptors = {DESCRIPTORS, DESCRIPTORS};
    setrlimit(RLIMIT_NOFILE, &descriptors);
    if (keep_only_chown(confinement) < 0) return;
    for (size_t index = 0; index < writable_tree_count; index++) {
        struct stat status;
        int root = open_root(index);
        if (root >= 0 && fstat(root, &status) == 0) give_directory(root, status.st_dev, confinement, 0);
    }
}
