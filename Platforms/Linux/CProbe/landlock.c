// A command behind Landlock alone (landlock(7)), as the simplest sandbox that anybody can have: for comparison.
#include "probe.h"

#include <sys/prctl.h>
#include <sys/socket.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

// linux/landlock.h (ABI 6).
struct ruleset_attributes {
    uint64_t files;
    uint64_t network;
    uint64_t scopes;
};
struct path_rule {
    uint64_t rights;
    int32_t directory;
} __attribute__((packed));

enum { WRITES = 0x7ff2, WRITE_FILE = 0x2, TRUNCATE = 0x4000, BIND_AND_CONNECT_TCP = 0x3, ALL_SCOPES = 0x3, OF_PATHS = 1 };

static int allow(int ruleset, const char *path, uint64_t rights) {
    int directory = open(path, O_PATH | O_CLOEXEC);
    if (directory < 0) return -1;
    struct path_rule rule = {.rights = rights, .directory = directory};
    int result = (int)syscall(SYS_landlock_add_rule, ruleset, OF_PATHS, &rule, 0);
    close(directory);
    return result;
}

static int complain(const char *what) {
    perror(what);
    return 69;
}

int probe_landlock(const char *const *words, int count) {
    struct ruleset_attributes attributes = {.files = WRITES, .scopes = ALL_SCOPES};
    int index = 0;
    if (count > 0 && strcmp(words[0], "--no-tcp") == 0) attributes.network = BIND_AND_CONNECT_TCP, index += 1;
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    if (ruleset < 0) return complain("Landlock");
    if (allow(ruleset, "/dev", WRITE_FILE | TRUNCATE) < 0) return complain("/dev");
    for (; index < count && strcmp(words[index], "--") != 0; index++)
        if (allow(ruleset, words[index], WRITES) < 0) return complain(words[index]);
    if (index + 1 >= count) return 64;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 || syscall(SYS_landlock_restrict_self, ruleset, 0) < 0)
        return complain("Landlock");
    close(ruleset);
    execvp(words[index + 1], (char *const *)(words + index + 1));
    return complain(words[index + 1]);
}
