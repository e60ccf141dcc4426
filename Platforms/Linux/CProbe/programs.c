#include "probe.h"
#include <grp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>

/// Runs a program and keeps its first line.
static int first_line(const char *path, char *const *program, int descriptor, char *line, size_t size, int *status) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC)) return errno;
    int *failure = mmap(NULL, sizeof *failure, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (failure == MAP_FAILED) return errno;
    *failure = 0;
    pid_t child = fork();
    if (child < 0) return errno;
    if (child == 0) {
        dup2(ends[1], 1);
        if (path) execv(path, program);
        else fexecve(descriptor, program, environ);
        *failure = errno;
        _exit(127);
    }
    close(ends[1]);
    size_t used = 0;
    ssize_t got;
    while (used + 1 < size && (got = read(ends[0], line + used, size - 1 - used)) > 0) used += (size_t)got;
    line[used] = 0;
    line[strcspn(line, "\n")] = 0;
    close(ends[0]);
    waitpid(child, status, 0);
    int error = *failure;
    munmap(failure, sizeof *failure);
    return error;
}

ATTEMPT(probe_execute) {
    int status;
    int error = first_line(arguments[0], (char *const *)(uintptr_t)arguments, -1, detail->text, sizeof detail->text, &status);
    if (error) return error;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : ECANCELED;
}

/// Runs a setuid or setgid copy of this program; EPERM when it did not change who it is.
ATTEMPT(probe_raise) {
    char *const program[] = {"sallyport-probe", "--identity", NULL};
    int status;
    int error = first_line(arguments[0], program, -1, detail->text, sizeof detail->text, &status);
    if (error) return error;
    unsigned user = 0, effective = 0, group = 0, effective_group = 0;
    if (sscanf(detail->text, "uid=%u euid=%u gid=%u egid=%u", &user, &effective, &group, &effective_group) != 4)
        return ECANCELED;
    return effective != geteuid() || effective_group != getegid() ? 0 : EPERM;
}

ATTEMPT(probe_memory_execute) {
    int from = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    int memory = memfd_create("probe", MFD_CLOEXEC);
    if (from < 0 || memory < 0) return errno;
    char bytes[65536];
    ssize_t size;
    while ((size = read(from, bytes, sizeof bytes)) > 0)
        if (write(memory, bytes, (size_t)size) != size) return errno;
    close(from);
    char *const program[] = {"sallyport-probe", "--identity", NULL};
    int status;
    return first_line(NULL, program, memory, detail->text, sizeof detail->text, &status);
}

ATTEMPT(probe_change_user) {
    PROCESS(user);
    return outcome(setuid((uid_t)user));
}

ATTEMPT(probe_change_group) {
    PROCESS(group);
    return outcome(setgid((gid_t)group));
}

ATTEMPT(probe_add_group) {
    PROCESS(group);
    gid_t groups[1] = {(gid_t)group};
    return outcome(setgroups(1, groups));
}

ATTEMPT(probe_environment) { return getenv(arguments[0]) ? 0 : ENOENT; }

/// 0 when any capability is left in any set.
ATTEMPT(probe_capabilities) {
    char text[8192] = {0};
    long size = probe_read_file("/proc/self/status", (uint8_t *)text, sizeof text - 1);
    if (size < 0) return (int)-size;
    static const char *const sets[] = {"CapInh:", "CapPrm:", "CapEff:", "CapBnd:", "CapAmb:"};
    unsigned long long all = 0;
    for (size_t index = 0; index < sizeof sets / sizeof *sets; index++) {
        const char *line = strstr(text, sets[index]);
        if (!line) return ENODATA;
        all |= strtoull(line + strlen(sets[index]), NULL, 16);
    }
    say(detail, "%llx", all);
    return all ? 0 : EPERM;
}

// Sets the limit on core files; who is told so looks whether it came to pass.
static int limit_core(rlim_t wanted) {
    struct rlimit limit = {wanted, wanted};
    if (setrlimit(RLIMIT_CORE, &limit) < 0 || getrlimit(RLIMIT_CORE, &limit) < 0) return errno;
    return limit.rlim_cur == wanted ? 0 : EPERM;
}

/// Whether the kernel would write this process's memory to a file when it crashes.
ATTEMPT(probe_core_dump) { return limit_core(1 << 20); }

/// Whether the kernel would start a handler that core_pattern names behind `|` when this process crashes: at zero it does (core(5)).
ATTEMPT(probe_core_handler) { return limit_core(0); }
