// The file system as the command sees it: everything read-only; private temporary directories, devices and an empty
// /run; the writable roots bound onto themselves; protected and denied paths bound over.
#define _GNU_SOURCE
#include "view.h"

#include <errno.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>

// A private file system of the view, with an open path to its root.
struct private_mount {
    const char *path;
    int root;
    dev_t device;
};

// At /tmp, /var/tmp, /run, /dev and /dev/shm.
static struct private_mount private_mounts[5];
static size_t private_mount_count;

static int put_tree(int tree, int target) {
    return (int)syscall(SYS_move_mount, tree, "", target, "",
                        KERNEL_MOVE_MOUNT_F_EMPTY_PATH | KERNEL_MOVE_MOUNT_T_EMPTY_PATH);
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

static int mount_devices(void) {
    static const struct {
        const char *target, *path;
    } links[] = {{"/proc/self/fd", "/dev/fd"},
                 {"/proc/self/fd/0", "/dev/stdin"},
                 {"/proc/self/fd/1", "/dev/stdout"},
                 {"/proc/self/fd/2", "/dev/stderr"},
                 {"pts/ptmx", "/dev/ptmx"}};
    if (mount_private("/dev", "mode=0755,size=64k,nr_inodes=64") < 0) return -1;
    const int directory = private_mount_of("/dev")->root;
    for (size_t index = 0; index < DEVICE_COUNT; index++) {
        int target = make_target(directory, device_names[index], false);
        if (target < 0 || put_tree(view.devices[index], target) < 0)
            return fail_path(CONFINEMENT_MOUNTS, errno, "put in /dev the device", device_names[index]);
        close(target);
        close(view.devices[index]);
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

static int put_resolver(void) {
    if (view.resolver < 0) return 0;
    int target = make_mount_point(view.resolver_path, false);
    if (target < 0 || put_tree(view.resolver, target) < 0)
        return fail_path(CONFINEMENT_MOUNTS, errno, "put back", view.resolver_path);
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

static int put_entries(const struct confinement *confinement) {
    for (size_t index = 0; index < view.count; index++) {
        const struct entry *entry = &view.entries[index];
        int tree = entry->kind == DENIED ? make_curtain(entry->is_directory) : entry->tree;
        if (tree < 0) return fail_path(CONFINEMENT_PROTECTED_PATHS, errno, "make something unreadable for", entry->path);
        if (put_entry(confinement, entry, tree) < 0) return -1;
        if (entry->kind != WRITABLE) close(tree);
    }
    return 0;
}

int put_view(const struct confinement *confinement) {
    const uint64_t restricted = KERNEL_MOUNT_ATTR_RDONLY | KERNEL_MOUNT_ATTR_NOSUID | KERNEL_MOUNT_ATTR_NODEV;
    if (set_attributes(AT_FDCWD, "/", KERNEL_AT_RECURSIVE, restricted, 0) < 0)
        return confinement_fail(CONFINEMENT_MOUNTS, errno, "make every mount read-only");
    if (mount_temporary(confinement) < 0 || mount_devices() < 0 || put_resolver() < 0 ||
        put_entries(confinement) < 0)
        return -1;
    if (seal("/dev") < 0 || seal("/run") < 0) return -1;
    if (confinement->temporary_writable) return 0;
    return seal("/tmp") < 0 || seal("/var/tmp") < 0 || seal("/dev/shm") < 0 ? -1 : 0;
}

int mount_processes(void) {
    if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_RDONLY, "hidepid=2") == 0) return 0;
    return confinement_fail(CONFINEMENT_PROCESSES, errno, "mount the process file system of the new namespace");
}
