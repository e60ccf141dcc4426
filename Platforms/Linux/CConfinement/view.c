// The file system as the command sees it: everything read-only; private temporary directories, devices and an empty
// /run; the writable roots bound onto themselves; protected and denied paths bound over.
#define _GNU_SOURCE
#include "internal.h"
#include "kernel.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

enum kind { WRITABLE, READABLE, PROTECTED, DENIED };

struct entry {
    const char *path;
    enum kind kind;
    int tree;  // the detached mount that will be put at the path
    bool is_directory;
    dev_t device;
    ino_t inode;
    uid_t owner;
};

// A private file system of the view, with an open path to its root.
struct private_mount {
    const char *path;
    int root;
    dev_t device;
};

struct view {
    struct entry *entries;
    size_t count;
    int devices[6];
    int resolver;  // the file behind /etc/resolv.conf when it lies in /run, or -1
    char resolver_path[PATH_MAX];
};

int writable_trees[CONFINEMENT_MOST_ROOTS];
size_t writable_tree_count;

static const char *const device_names[6] = {"null", "zero", "full", "random", "urandom", "tty"};

// Directories that get a private file system; what the caller names below one is put back.
static const char *const hidden[] = {"/tmp", "/var/tmp", "/run", "/dev"};
enum { HIDDEN_COUNT = sizeof hidden / sizeof *hidden };

// One for each hidden directory, and /dev/shm.
static struct private_mount private_mounts[HIDDEN_COUNT + 1];
static size_t private_mount_count;

static bool lies_at_or_below(const char *path, const char *directory) {
    size_t count = strlen(directory);
    return strncmp(path, directory, count) == 0 && (path[count] == 0 || path[count] == '/');
}

static bool is_hidden(const char *path) {
    for (size_t index = 0; index < HIDDEN_COUNT; index++)
        if (lies_at_or_below(path, hidden[index])) return true;
    return false;
}

static enum confinement_layer layer_of(enum kind kind) {
    return kind == PROTECTED || kind == DENIED ? CONFINEMENT_PROTECTED_PATHS : CONFINEMENT_MOUNTS;
}

static int open_path(const char *path) {
    struct kernel_open_how how = {.flags = O_PATH | O_NOFOLLOW | O_CLOEXEC,
                                  .resolve = KERNEL_RESOLVE_NO_SYMLINKS | KERNEL_RESOLVE_NO_MAGICLINKS};
    return (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
}

static int clone_tree(int descriptor, unsigned recursive) {
    return (int)syscall(SYS_open_tree, descriptor, "",
                        AT_EMPTY_PATH | KERNEL_OPEN_TREE_CLONE | KERNEL_OPEN_TREE_CLOEXEC | recursive);
}

static int set_attributes(int descriptor, const char *path, unsigned flags, uint64_t set, uint64_t clear) {
    struct kernel_mount_attr attributes = {.attr_set = set, .attr_clr = clear};
    return (int)syscall(SYS_mount_setattr, descriptor, path, flags, &attributes, sizeof attributes);
}

static int put_tree(int tree, int target) {
    return (int)syscall(SYS_move_mount, tree, "", target, "",
                        KERNEL_MOVE_MOUNT_F_EMPTY_PATH | KERNEL_MOVE_MOUNT_T_EMPTY_PATH);
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
static int check_owner(const struct confinement *confinement, const struct view *view, const struct entry *entry) {
    if (!confinement->elevated || entry->kind != WRITABLE || entry->owner == confinement->caller) return 0;
    const bool is_principals = is_principal(entry->owner, confinement);
    for (const struct entry *above = view->entries; is_principals && above < entry; above++)
        if (above->kind == WRITABLE && above->owner == confinement->caller && lies_at_or_below(entry->path, above->path))
            return 0;
    return fail_path(CONFINEMENT_MOUNTS, EPERM, "use as a writable root a directory that is not the caller's:",
                     entry->path);
}

static void add_entries(struct view *view, const struct confinement_texts *paths, enum kind kind) {
    for (size_t index = 0; index < paths->count; index++)
        view->entries[view->count++] = (struct entry){.path = paths->items[index], .kind = kind, .tree = -1};
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

static int take_entries(const struct confinement *confinement, struct view *view) {
    const struct confinement_texts *lists[] = {&confinement->writable_roots, &confinement->readable_paths,
                                               &confinement->protected_paths, &confinement->denied_paths};
    const enum kind kinds[] = {WRITABLE, READABLE, PROTECTED, DENIED};
    if (confinement->writable_roots.count > CONFINEMENT_MOST_ROOTS)
        return confinement_fail(CONFINEMENT_MOUNTS, E2BIG, "hold the writable roots");
    size_t room = 0;
    for (size_t index = 0; index < 4; index++) room += lists[index]->count;
    view->entries = calloc(room + 1, sizeof *view->entries);
    if (!view->entries) return confinement_fail(CONFINEMENT_MOUNTS, ENOMEM, "hold the paths");
    for (size_t index = 0; index < 4; index++) add_entries(view, lists[index], kinds[index]);
    qsort(view->entries, view->count, sizeof *view->entries, compare_entries);
    for (size_t index = 0; index < view->count; index++) {
        const char *path = view->entries[index].path;
        for (size_t other = 0; other < HIDDEN_COUNT; other++)
            if (strcmp(path, hidden[other]) == 0)
                return fail_path(CONFINEMENT_MOUNTS, EINVAL, "name a directory that is private to the sandbox:", path);
        if (lies_at_or_below(path, "/proc") || lies_at_or_below(path, "/sys"))
            return fail_path(CONFINEMENT_MOUNTS, EINVAL, "name a path of the kernel:", path);
        if (take_entry(confinement, &view->entries[index]) < 0 ||
            check_owner(confinement, view, &view->entries[index]) < 0)
            return -1;
    }
    return 0;
}

static int take_devices(struct view *view) {
    for (size_t index = 0; index < 6; index++) {
        char path[32];
        snprintf(path, sizeof path, "/dev/%s", device_names[index]);
        int source = open(path, O_PATH | O_NOFOLLOW | O_CLOEXEC);
        struct stat status;
        if (source < 0 || fstat(source, &status) < 0 || !S_ISCHR(status.st_mode))
            return fail_path(CONFINEMENT_MOUNTS, errno, "find the character device", path);
        view->devices[index] = clone_tree(source, 0);
        if (view->devices[index] < 0) return fail_path(CONFINEMENT_MOUNTS, errno, "copy the mount of", path);
        close(source);
    }
    return 0;
}

// With a network, names are resolved by what /etc/resolv.conf says, and that often is a link into /run.
static int take_resolver(const struct confinement *confinement, struct view *view) {
    view->resolver = -1;
    if (confinement->network == CONFINEMENT_NETWORK_NONE) return 0;
    int source = open("/etc/resolv.conf", O_PATH | O_CLOEXEC);
    if (source < 0) return 0;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", source);
    ssize_t count = readlink(link, view->resolver_path, sizeof view->resolver_path - 1);
    if (count > 0) {
        view->resolver_path[count] = 0;
        if (lies_at_or_below(view->resolver_path, "/run")) {
            view->resolver = clone_tree(source, 0);
            if (view->resolver < 0 ||
                set_attributes(view->resolver, "", AT_EMPTY_PATH, KERNEL_MOUNT_ATTR_RDONLY, 0) < 0)
                return fail_path(CONFINEMENT_MOUNTS, errno, "copy the mount of", view->resolver_path);
        }
    }
    close(source);
    return 0;
}

static const struct private_mount *private_mount_of(const char *path) {
    const struct private_mount *deepest = NULL;
    for (size_t index = 0; index < private_mount_count; index++)
        if (lies_at_or_below(path, private_mounts[index].path)) deepest = &private_mounts[index];
    return deepest;
}

// Opens the next directory on the way to a mount point, and makes it when it is missing. It must lie on the private file
// system itself: what the caller had put there is the caller's to change at any moment.
static int step(int directory, const char *name, dev_t device) {
    if (mkdirat(directory, name, 0755) < 0 && errno != EEXIST) return -1;
    int next = openat(directory, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    struct stat status;
    if (next >= 0 && fstat(next, &status) == 0 && status.st_dev == device) return next;
    if (next >= 0) {
        close(next);
        errno = ESTALE;
    }
    return -1;
}

static int make_target(int directory, const char *name, bool is_directory) {
    if (is_directory) {
        if (mkdirat(directory, name, 0755) < 0) return -1;
    } else {
        int file = openat(directory, name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0444);
        if (file < 0) return -1;
        close(file);
    }
    return openat(directory, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
}

// Makes a mount point, and the directories above it, inside one of the private file systems; by descriptor, one component
// at a time, and nowhere else. Returns an open path to it.
static int make_mount_point(const char *path, bool is_directory) {
    const struct private_mount *mount = private_mount_of(path);
    char rest[PATH_MAX];
    if (!mount || strlen(path) >= sizeof rest || !path[strlen(mount->path)]) {
        errno = EINVAL;
        return -1;
    }
    strcpy(rest, path + strlen(mount->path) + 1);
    int directory = openat(mount->root, ".", O_PATH | O_DIRECTORY | O_CLOEXEC);
    char *name = rest;
    for (char *slash; directory >= 0 && (slash = strchr(name, '/')); name = slash + 1) {
        *slash = 0;
        int next = step(directory, name, mount->device);
        close(directory);
        directory = next;
    }
    if (directory < 0) return -1;
    int target = make_target(directory, name, is_directory);
    close(directory);
    return target;
}

// Puts a tree at its path. Where the path shows through, it must still be the thing that was taken.
static int put_entry(const struct confinement *confinement, const struct entry *entry, int tree) {
    const enum confinement_layer layer = layer_of(entry->kind);
    act_as_caller(confinement);
    int target = open_path(entry->path);
    int error = errno;
    act_as_runner(confinement);
    if (target < 0 && error == ENOENT && is_hidden(entry->path)) {
        target = make_mount_point(entry->path, entry->is_directory);
        if (target < 0) return fail_path(layer, errno, "make a mount point at", entry->path);
    } else {
        struct stat status;
        if (target < 0 || fstat(target, &status) < 0) return fail_path(layer, error, "open again", entry->path);
        if (status.st_dev != entry->device || status.st_ino != entry->inode)
            return fail_path(layer, ESTALE, "somebody replaced, during the launch,", entry->path);
    }
    if (put_tree(tree, target) < 0) return fail_path(layer, errno, "mount over", entry->path);
    close(target);
    return 0;
}

static int mount_private(const char *path, const char *options) {
    struct private_mount *mounted = &private_mounts[private_mount_count];
    struct stat status;
    *mounted = (struct private_mount){.path = path, .root = -1};
    if (mount("tmpfs", path, "tmpfs", MS_NOSUID | MS_NODEV, options) == 0)
        mounted->root = open(path, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (mounted->root < 0 || fstat(mounted->root, &status) < 0)
        return fail_path(CONFINEMENT_MOUNTS, errno, "mount a private file system at", path);
    mounted->device = status.st_dev;
    private_mount_count++;
    return 0;
}

static int seal(const char *path) {
    if (set_attributes(AT_FDCWD, path, 0, KERNEL_MOUNT_ATTR_RDONLY, 0) == 0) return 0;
    return fail_path(CONFINEMENT_MOUNTS, errno, "make read-only", path);
}

static int mount_devices(const struct view *view) {
    static const struct {
        const char *target, *path;
    } links[] = {{"/proc/self/fd", "/dev/fd"},
                 {"/proc/self/fd/0", "/dev/stdin"},
                 {"/proc/self/fd/1", "/dev/stdout"},
                 {"/proc/self/fd/2", "/dev/stderr"},
                 {"pts/ptmx", "/dev/ptmx"}};
    if (mount_private("/dev", "mode=0755,size=64k,nr_inodes=64") < 0) return -1;
    for (size_t index = 0; index < 6; index++) {
        char path[32];
        snprintf(path, sizeof path, "/dev/%s", device_names[index]);
        int target = make_mount_point(path, false);
        if (target < 0 || put_tree(view->devices[index], target) < 0)
            return fail_path(CONFINEMENT_MOUNTS, errno, "put the device at", path);
        close(target);
        close(view->devices[index]);
    }
    for (size_t index = 0; index < sizeof links / sizeof *links; index++)
        if (symlink(links[index].target, links[index].path) < 0)
            return fail_path(CONFINEMENT_MOUNTS, errno, "make the link", links[index].path);
    if (mkdir("/dev/pts", 0755) < 0 || mkdir("/dev/shm", 0755) < 0)
        return confinement_fail(CONFINEMENT_MOUNTS, errno, "make directories in /dev");
    if (mount("devpts", "/dev/pts", "devpts", MS_NOSUID | MS_NOEXEC, "newinstance,ptmxmode=0666,mode=0620") < 0)
        return confinement_fail(CONFINEMENT_MOUNTS, errno, "mount private terminals at /dev/pts");
    return mount_private("/dev/shm", "mode=1777");
}

static int mount_temporary(const struct confinement *confinement) {
    if (mount_private("/tmp", "mode=1777") < 0 || mount_private("/var/tmp", "mode=1777") < 0 ||
        mount_private("/run", "mode=0755,size=64k,nr_inodes=64") < 0)
        return -1;
    if (mkdir("/tmp/home", 0700) < 0 ||
        (confinement->elevated && lchown("/tmp/home", confinement->principal, confinement->workspace_group) < 0))
        return confinement_fail(CONFINEMENT_MOUNTS, errno, "make the private home directory /tmp/home");
    return 0;
}

static int put_resolver(const struct view *view) {
    if (view->resolver < 0) return 0;
    int target = make_mount_point(view->resolver_path, false);
    if (target < 0 || put_tree(view->resolver, target) < 0)
        return fail_path(CONFINEMENT_MOUNTS, errno, "put back", view->resolver_path);
    close(target);
    return 0;
}

// What a denied path shows instead: something that nobody may open, on a read-only mount.
static int make_curtain(bool is_directory) {
    const char *path = is_directory ? "/run/denied-directory" : "/run/denied-file";
    int source = make_mount_point(path, is_directory);
    if (source < 0 && errno == EEXIST) source = open_path(path);
    if (source < 0 || chmod(path, 0) < 0) return -1;
    int tree = clone_tree(source, 0);
    close(source);
    if (tree < 0 || set_attributes(tree, "", AT_EMPTY_PATH, KERNEL_MOUNT_ATTR_RDONLY, 0) < 0) return -1;
    return tree;
}

static int put_entries(const struct confinement *confinement, const struct view *view) {
    for (size_t index = 0; index < view->count; index++) {
        const struct entry *entry = &view->entries[index];
        int tree = entry->kind == DENIED ? make_curtain(entry->is_directory) : entry->tree;
        if (tree < 0) return fail_path(CONFINEMENT_PROTECTED_PATHS, errno, "make something unreadable for", entry->path);
        if (put_entry(confinement, entry, tree) < 0) return -1;
        if (entry->kind == WRITABLE)
            writable_trees[writable_tree_count++] = tree;
        else
            close(tree);
    }
    return 0;
}

int confinement_build_view(struct confinement *confinement) {
    struct view view = {0};
    if (take_entries(confinement, &view) < 0 || take_devices(&view) < 0 || take_resolver(confinement, &view) < 0)
        return -1;
    const uint64_t restricted = KERNEL_MOUNT_ATTR_RDONLY | KERNEL_MOUNT_ATTR_NOSUID | KERNEL_MOUNT_ATTR_NODEV;
    if (set_attributes(AT_FDCWD, "/", KERNEL_AT_RECURSIVE, restricted, 0) < 0)
        return confinement_fail(CONFINEMENT_MOUNTS, errno, "make every mount read-only");
    if (mount_temporary(confinement) < 0 || mount_devices(&view) < 0 || put_resolver(&view) < 0 ||
        put_entries(confinement, &view) < 0)
        return -1;
    free(view.entries);
    if (seal("/dev") < 0 || seal("/run") < 0) return -1;
    if (confinement->temporary_writable) return 0;
    return seal("/tmp") < 0 || seal("/var/tmp") < 0 || seal("/dev/shm") < 0 ? -1 : 0;
}

int mount_processes(void) {
    if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_RDONLY, "hidepid=2") == 0) return 0;
    return confinement_fail(CONFINEMENT_PROCESSES, errno, "mount the process file system of the new namespace");
}
