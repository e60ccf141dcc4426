// Kernel interfaces that Debian 12's headers lack, from the kernel's uapi headers: linux/mount.h, linux/openat2.h,
// linux/landlock.h (ABI 6).
#pragma once

#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_open_tree
#define SYS_open_tree 428
#define SYS_move_mount 429
#endif
#ifndef SYS_openat2
#define SYS_openat2 437
#endif
#ifndef SYS_mount_setattr
#define SYS_mount_setattr 442
#endif
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

#define KERNEL_OPEN_TREE_CLONE 1U
#define KERNEL_OPEN_TREE_CLOEXEC 02000000U
#define KERNEL_AT_RECURSIVE 0x8000U
#define KERNEL_MOVE_MOUNT_F_EMPTY_PATH 0x4U
#define KERNEL_MOVE_MOUNT_T_EMPTY_PATH 0x40U
#define KERNEL_RESOLVE_NO_MAGICLINKS 0x2U
#define KERNEL_RESOLVE_NO_SYMLINKS 0x4U
#define KERNEL_MOUNT_ATTR_RDONLY 0x1U
#define KERNEL_MOUNT_ATTR_NOSUID 0x2U
#define KERNEL_MOUNT_ATTR_NODEV 0x4U

struct kernel_open_how {
    uint64_t flags;
    uint64_t mode;
    uint64_t resolve;
};

struct kernel_mount_attr {
    uint64_t attr_set;
    uint64_t attr_clr;
    uint64_t propagation;
    uint64_t userns_fd;
};

#define KERNEL_LANDLOCK_CREATE_RULESET_VERSION 1U
#define KERNEL_LANDLOCK_RULE_PATH_BENEATH 1
#define KERNEL_LANDLOCK_WRITE_FILE (1ULL << 1)
#define KERNEL_LANDLOCK_REMOVE_DIR (1ULL << 4)
#define KERNEL_LANDLOCK_REMOVE_FILE (1ULL << 5)
#define KERNEL_LANDLOCK_MAKE_CHAR (1ULL << 6)
#define KERNEL_LANDLOCK_MAKE_DIR (1ULL << 7)
#define KERNEL_LANDLOCK_MAKE_REG (1ULL << 8)
#define KERNEL_LANDLOCK_MAKE_SOCK (1ULL << 9)
#define KERNEL_LANDLOCK_MAKE_FIFO (1ULL << 10)
#define KERNEL_LANDLOCK_MAKE_BLOCK (1ULL << 11)
#define KERNEL_LANDLOCK_MAKE_SYM (1ULL << 12)
#define KERNEL_LANDLOCK_REFER (1ULL << 13)
#define KERNEL_LANDLOCK_TRUNCATE (1ULL << 14)
#define KERNEL_LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET (1ULL << 0)
#define KERNEL_LANDLOCK_SCOPE_SIGNAL (1ULL << 1)

struct kernel_landlock_ruleset_attr {
    uint64_t handled_access_fs;
    uint64_t handled_access_net;
    uint64_t scoped;
};

struct kernel_landlock_path_beneath_attr {
    uint64_t allowed_access;
    int32_t parent_fd;
} __attribute__((packed));
