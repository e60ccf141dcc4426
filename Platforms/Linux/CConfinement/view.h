// What is taken from the caller's view of the file system, and put into the command's; shared by paths.c and view.c only.
#pragma once

#include "internal.h"
#include "kernel.h"

#include <fcntl.h>
#include <limits.h>

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

enum { DEVICE_COUNT = 6 };

// Detached copies of mounts, made before anything is hidden.
struct view {
    struct entry *entries;
    size_t count;
    int devices[DEVICE_COUNT];
    int resolver;  // the file behind /etc/resolv.conf when it lies in /run, or -1
    char resolver_path[PATH_MAX];
};

extern struct view view;
extern const char *const device_names[DEVICE_COUNT];

bool lies_at_or_below(const char *path, const char *directory);

// Whether the path lies in a directory that gets a private file system, or is one.
bool is_hidden(const char *path);

enum confinement_layer layer_of(enum kind kind);

// An open path that was reached without following any link.
int open_path(const char *path);

int clone_tree(int descriptor, unsigned recursive);
int set_attributes(int descriptor, const char *path, unsigned flags, uint64_t set, uint64_t clear);
