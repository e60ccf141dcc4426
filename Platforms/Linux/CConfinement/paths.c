// The first half of the view: detached copies of everything that the caller named, and of what the command needs, taken
// before anything is hidden.
#define _GNU_SOURCE
#include "view.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

struct view view;
int writable_trees[CONFINEMENT_MOST_ROOTS];
size_t writable_tree_count;

const char *const device_names[DEVICE_COUNT] = {"null", "zero", "full", "random", "urandom", "tty"};

// Directories that get a private file system; what the caller names below one is put back.
static const char *const hidden[] = {"/tmp", "/var/tmp", "/run", "/dev"};
enum { HIDDEN_COUNT = sizeof hidden / sizeof *hidden };

bool lies_at_or_below(const char *path, const char *directory) {
    size_t count = strlen(directory);
    return strncmp(path, directory, count) == 0 && (path[count] == 0 || path[count] == '/');
}

bool is_hidden(const char *path) {
    for (size_t index = 0; index < HIDDEN_COUNT; index++)
        if (lies_at_or_below(path, hidden[index])) return true;
    return false;
}

enum confinement_layer layer_of(enum kind kind) {
    return kind == PROTECTED || kind == DENIED ? CONFINEMENT_PROTECTED_PATHS : CONFINEMENT_MOUNTS;
}

int open_path(const char *path) {
    struct kernel_open_how how = {.flags = O_PATH | O_NOFOLLOW | O_CLOEXEC,
                                  .resolve = KERNEL_RESOLVE_NO_SYMLINKS | KERNEL_RESOLVE_NO_MAGICLINKS};
    return (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
}

int clone_tree(int descriptor, unsigned recursive) {
    return (int)syscall(SYS_open_tree, descriptor, "",
                        AT_EMPTY_PATH | KERNEL_OPEN_TREE_CLONE | KERNEL_OPEN_TREE_CLOEXEC | recursive);
}

int set_attributes(int descriptor, const char *path, unsigned flags, uint64_t set, uint64_t clear) {
    struct kernel_mount_attr attributes = {.attr_set = set, .attr_clr = clear};
    return (int)syscall(SYS_mount_setattr, descriptor, path, flags, &attributes, sizeof attributes);
}

// Takes a detached copy of what the caller sees at the path, before anything is hidden. The copy is made as the runner,
// the look-up as the caller: what the caller cannot reach, the command does not get.
static int take_entry(const struct confinement *confinement, struct entry *entry) {
    const enum confinement_layer layer = layer_of(entry->kind);
    act_as_caller(confinement);
    int source = open_path(entry->path);
    int error = errno;
    act_as_runner(confinement);
    struct stat status;
    if (source < 0) return fail_path(layer, error, "open", entry->path);
    if (fstat(source, &status) < 0) return fail_path(layer, errno, "inspect", entry->path);
    entry->device = status.st_dev;
    entry->inode = status.st_ino;
    entry->is_directory = S_ISDIR(status.st_mode);
    entry->owner = status.st_uid;
    struct statvfs system;
    if (entry->kind == WRITABLE && !entry->is_directory)
        return fail_path(layer, ENOTDIR, "use as a writable root", entry->path);
    // The copy would be writable although the administrator's mount is not.
    if (entry->kind == WRITABLE && (fstatvfs(source, &system) < 0 || (system.f_flag & ST_RDONLY)))
        return fail_path(layer, EROFS, "use as a writable root", entry->path);
    if (entry->kind != DENIED) {
        const uint64_t restricted = KERNEL_MOUNT_ATTR_RDONLY | KERNEL_MOUNT_ATTR_NOSUID | KERNEL_MOUNT_ATTR_NODEV;
        entry->tree = clone_tree(source, KERNEL_AT_RECURSIVE);
        if (entry->tree < 0 ||
            set_attributes(entry->tree, "", AT_EMPTY_PATH | KERNEL_AT_RECURSIVE, restricted, 0) < 0)
            return fail_path(layer, errno, "copy the mount of", entry->path);
        // Only the root's own file system becomes writable; what is mounted below it stays read-only.
        if (entry->kind == WRITABLE &&
            set_attributes(entry->tree, "", AT_EMPTY_PATH, 0, KERNEL_MOUNT_ATTR_RDONLY) < 0)
            return fail_path(layer, errno, "make writable", entry->path);
    }
    close(source);
    return 0;
}

// The principals are everybody's: what another user's sandbox left behind must not become writable through this one. A
// directory of the principal's own is taken below a root that is the caller's.
static int check_owner(const struct confinement *confinement, const struct entry *entry) {
    if (!confinement->elevated || entry->kind != WRITABLE || entry->owner == confinement->caller) return 0;
    const bool is_principals = is_principal(entry->owner, confinement);
    for (const struct entry *above = view.entries; is_principals && above < entry; above++)
        if (above->kind == WRITABLE && above->owner == confinement->caller && lies_at_or_below(entry->path, above->path))
            return 0;
    return fail_path(CONFINEMENT_MOUNTS, EPERM, "use as a writable root a directory that is not the caller's:",
                     entry->path);
}

static void add_entries(const struct confinement_texts *paths, enum kind kind) {
    for (size_t index = 0; index < paths->count; index++)
        view.entries[view.count++] = (struct entry){.path = paths->items[index], .kind = kind, .tree = -1};
}

static size_t depth(const char *path) {
    size_t count = 0;
    for (; *path; path++) count += *path == '/';
    return count;
}

// Shallow before deep, so that nothing covers what was put before; at the same depth roots before what protects them.
static int compare_entries(const void *left, const void *right) {
    const struct entry *a = left, *b = right;
    size_t a_depth = depth(a->path), b_depth = depth(b->path);
    if (a_depth != b_depth) return a_depth < b_depth ? -1 : 1;
    return (int)a->kind - (int)b->kind;
}

static int take_entries(const struct confinement *confinement) {
    const struct confinement_texts *lists[] = {&confinement->writable_roots, &confinement->readable_paths,
                                               &confinement->protected_paths, &confinement->denied_paths};
    const enum kind kinds[] = {WRITABLE, READABLE, PROTECTED, DENIED};
    if (confinement->writable_roots.count > CONFINEMENT_MOST_ROOTS)
        return confinement_fail(CONFINEMENT_MOUNTS, E2BIG, "hold the writable roots");
    size_t room = 0;
    for (size_t index = 0; index < 4; index++) room += lists[index]->count;
    view.entries = calloc(room + 1, sizeof *view.entries);
    if (!view.entries) return confinement_fail(CONFINEMENT_MOUNTS, ENOMEM, "hold the paths");
    for (size_t index = 0; index < 4; index++) add_entries(lists[index], kinds[index]);
    qsort(view.entries, view.count, sizeof *view.entries, compare_entries);
    for (size_t index = 0; index < view.count; index++) {
        const char *path = view.entries[index].path;
        for (size_t other = 0; other < HIDDEN_COUNT; other++)
            if (strcmp(path, hidden[other]) == 0)
                return fail_path(CONFINEMENT_MOUNTS, EINVAL, "name a directory that is private to the sandbox:", path);
        if (lies_at_or_below(path, "/proc") || lies_at_or_below(path, "/sys"))
            return fail_path(CONFINEMENT_MOUNTS, EINVAL, "name a path of the kernel:", path);
        struct entry *entry = &view.entries[index];
        if (take_entry(confinement, entry) < 0 || check_owner(confinement, entry) < 0) return -1;
        if (entry->kind == WRITABLE) writable_trees[writable_tree_count++] = entry->tree;
    }
    return 0;
}

static int take_devices(void) {
    for (size_t index = 0; index < DEVICE_COUNT; index++) {
        char path[32];
        snprintf(path, sizeof path, "/dev/%s", device_names[index]);
        int source = open(path, O_PATH | O_NOFOLLOW | O_CLOEXEC);
        struct stat status;
        if (source < 0 || fstat(source, &status) < 0 || !S_ISCHR(status.st_mode))
            return fail_path(CONFINEMENT_MOUNTS, errno, "find the character device", path);
        view.devices[index] = clone_tree(source, 0);
        if (view.devices[index] < 0) return fail_path(CONFINEMENT_MOUNTS, errno, "copy the mount of", path);
        close(source);
    }
    return 0;
}

// With a network, names are resolved by what /etc/resolv.conf says, and that often is a link into /run.
static int take_resolver(const struct confinement *confinement) {
    view.resolver = -1;
    if (confinement->network == CONFINEMENT_NETWORK_NONE) return 0;
    int source = open("/etc/resolv.conf", O_PATH | O_CLOEXEC);
    if (source < 0) return 0;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", source);
    ssize_t count = readlink(link, view.resolver_path, sizeof view.resolver_path - 1);
    if (count > 0) {
        view.resolver_path[count] = 0;
        if (lies_at_or_below(view.resolver_path, "/run")) {
            view.resolver = clone_tree(source, 0);
            if (view.resolver < 0 ||
                set_attributes(view.resolver, "", AT_EMPTY_PATH, KERNEL_MOUNT_ATTR_RDONLY, 0) < 0)
                return fail_path(CONFINEMENT_MOUNTS, errno, "copy the mount of", view.resolver_path);
        }
    }
    close(source);
    return 0;
}

int confinement_take_view(const struct confinement *confinement) {
    return take_entries(confinement) < 0 || take_devices() < 0 || take_resolver(confinement) < 0 ? -1 : 0;
}
