// Files that the command made belong to the principal, and with explicit modes the caller can neither write nor remove
// them (measured: 15 of 88 files of real tools). After the run they become the caller's. For the walk the supervisor
// turns into the principal with nothing but CAP_CHOWN: by descriptor it reaches only what the principal could, and gives
// away only what the principal owns.
#define _GNU_SOURCE
#include "internal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

// The walk holds a descriptor for each level.
enum { DEEPEST = 2000, DESCRIPTORS = 2 * DEEPEST };

// The only file of an installation that nobody but root can open, and therefore lock: setup's journal. Its bytes are not
// read; the place of a lock stands for a directory.
static const char runs_path[] = "/var/lib/sallyport/journal";
static int runs = -1;

void confinement_open_runs(void) { runs = open(runs_path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY); }

static int open_root(size_t index) {
    return openat(writable_trees[index], ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static bool lock_root(size_t index, short kind) {
    struct stat status;
    if (fstat(writable_trees[index], &status) < 0) return false;
    const uint64_t place = (status.st_ino + (uint64_t)status.st_dev * 0x9E3779B97F4A7C15) & INT64_MAX;
    struct flock byte = {.l_type = kind, .l_whence = SEEK_SET, .l_start = (off_t)place, .l_len = 1};
    return fcntl(runs, F_OFD_SETLK, &byte) == 0;
}

void note_run(const struct confinement *confinement) {
    // Another run may hold the root for the moment in which it returns ownership; then this run goes unnoticed.
    for (size_t index = 0; confinement->elevated && index < writable_tree_count; index++)
        (void)lock_root(index, F_RDLCK);
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

// Whether something in a directory is to be given. The principals are everybody's, and the caller may have linked or moved
// here what another user's command made and opened. What the caller's own made has a group of the caller's block, or the
// directory's where that one passes its group on; no user can give a directory a group of somebody else's block.
static bool is_the_callers(const struct stat *status, const struct stat *directory, const struct confinement *confinement) {
    return is_principal(status->st_uid, confinement) &&
           (status->st_gid - confinement->block_first < confinement->block_count || status->st_gid == directory->st_gid);
}

// Opens something that the principal owns, also when the command took its own right to read it away.
static int open_own(int directory, const char *name, const struct stat *status, int flags,
                    const struct confinement *confinement) {
    flags |= O_RDONLY | O_NOFOLLOW | O_CLOEXEC;
    int descriptor = openat(directory, name, flags);
    if (descriptor >= 0 || errno != EACCES || status->st_uid != confinement->principal) return descriptor;
    // By name: whatever it leads to by now, only what the principal owns on a writable mount can change.
    if (fchmodat(directory, name, (status->st_mode & 0777) | (S_ISDIR(status->st_mode) ? 0700 : 0600), 0) < 0) return -1;
    return openat(directory, name, flags);
}

static void settle_entry(int directory, const char *name, const struct stat *status, struct newcomers given,
                         const struct confinement *confinement) {
    // Nobody of the run is left at the other end. The mode closes the list as well, by name as above.
    if (S_ISFIFO(status->st_mode) || S_ISSOCK(status->st_mode))
        (void)!fchmodat(directory, name, status->st_mode & 0700, 0);
    if (!S_ISREG(status->st_mode) && !S_ISDIR(status->st_mode)) return;
    int descriptor = open_own(directory, name, status, O_NONBLOCK | O_NOCTTY, confinement);
    if (descriptor < 0) return;
    settle_lists(descriptor, given, confinement);
    close(descriptor);
}

static void give_entry(int directory, const char *name, const struct stat *above, struct newcomers given,
                       const struct confinement *confinement) {
    int descriptor = openat(directory, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) return;
    struct stat status;
    if (fstat(descriptor, &status) == 0 && is_the_callers(&status, above, confinement)) {
        // Lists can be changed by the owner alone: what the other principal left comes to this one first.
        if (status.st_uid != confinement->principal &&
            fchownat(descriptor, "", confinement->principal, (gid_t)-1, AT_EMPTY_PATH) == 0)
            status.st_uid = confinement->principal;
        settle_entry(directory, name, &status, given, confinement);
        (void)!fchownat(descriptor, "", confinement->caller, confinement->caller_group, AT_EMPTY_PATH);
    }
    close(descriptor);
}

// A directory that stays the principal's becomes one that the caller's group may empty and remove.
static void leave_directory(int descriptor, struct newcomers given, const struct confinement *confinement) {
    struct stat status;
    settle_lists(descriptor, given, confinement);
    if (fstat(descriptor, &status) < 0 || status.st_uid != confinement->principal) return;
    if (fchownat(descriptor, "", (uid_t)-1, confinement->caller_group, AT_EMPTY_PATH) == 0)
        (void)!fchmod(descriptor, (status.st_mode & 0777) | 0770);
}

// Contents before the directory itself: afterwards the principal may no longer be able to read it. What newcomers get is
// decided by the nearest directory of the caller's, because the command decides about its own.
static void give_directory(int descriptor, dev_t device, struct newcomers given, const struct confinement *confinement,
                           int level) {
    DIR *directory = fdopendir(descriptor);
    struct stat own;
    if (!directory || fstat(descriptor, &own) < 0) {
        close(descriptor);
        return;
    }
    if (own.st_uid == confinement->caller) given = newcomers_of(descriptor);
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        struct stat status;
        if (fstatat(dirfd(directory), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) < 0 || status.st_dev != device)
            continue;
        if (status.st_uid != confinement->caller && !is_the_callers(&status, &own, confinement)) continue;
        bool is_foreign = stays_foreign(entry->d_name);
        // The caller's own repository was out of the command's reach; a walk over its objects would find nothing.
        if (is_foreign && status.st_uid == confinement->caller) continue;
        if (S_ISDIR(status.st_mode) && level < DEEPEST) {
            int child = open_own(dirfd(directory), entry->d_name, &status, O_DIRECTORY, confinement);
            if (child >= 0) {
                is_foreign = is_foreign || is_bare_repository(child);
                if (is_foreign) leave_directory(child, given, confinement);
                give_directory(child, device, given, confinement, level + 1);
            }
        }
        if (!is_foreign && is_principal(status.st_uid, confinement))
            give_entry(dirfd(directory), entry->d_name, &own, given, confinement);
    }
    closedir(directory);
}

void return_ownership(const struct confinement *confinement) {
    if (!confinement->elevated || writable_tree_count == 0) return;
    // Not during another run: its command would lose its files while it works with them.
    for (size_t index = 0; index < writable_tree_count; index++)
        if (!lock_root(index, F_WRLCK)) return;
    const struct rlimit descriptors = {DESCRIPTORS, DESCRIPTORS};
    setrlimit(RLIMIT_NOFILE, &descriptors);
    if (keep_only_chown(confinement) < 0) return;
    for (size_t index = 0; index < writable_tree_count; index++) {
        struct stat status;
        int root = open_root(index);
        const struct newcomers given = {0, 0};
        if (root >= 0 && fstat(root, &status) == 0) give_directory(root, status.st_dev, given, confinement, 0);
    }
}
