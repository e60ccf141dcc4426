#include "probe.h"
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>

static int kept_count;
static char **kept_arguments;

__attribute__((constructor)) static void keep(int count, char **arguments) {
    kept_count = count;
    kept_arguments = arguments;
}

const char *probe_argument(int index) { return index >= 0 && index < kept_count ? kept_arguments[index] : NULL; }

void probe_exit(int status) { exit(status); }

void probe_write(int descriptor, const uint8_t *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

long probe_read_file(const char *path, uint8_t *bytes, size_t capacity) {
    int descriptor = strcmp(path, "-") ? open(path, O_RDONLY | O_CLOEXEC) : dup(0);
    if (descriptor < 0) return -errno;
    size_t used = 0;
    ssize_t got = 0;
    while (used < capacity && (got = read(descriptor, bytes + used, capacity - used)) > 0) used += (size_t)got;
    int error = errno;
    close(descriptor);
    return got < 0 ? -error : (long)used;
}

const char *probe_error_name(int error) {
    const char *name = strerrorname_np(error);
    return name ? name : "EUNKNOWN";
}

struct report {
    int error;
    struct probe_detail detail;
};

int probe_perform(probe_attempt attempt, const char *const *arguments, int count, struct probe_detail *detail) {
    struct report *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) return errno;
    shared->error = ECHILD;
    pid_t child = fork();
    if (child < 0) {
        int error = errno;
        munmap(shared, sizeof *shared);
        say(detail, "fork");
        return error;
    }
    if (child == 0) {
        alarm(10);
        struct probe_detail said = {{0}};
        int error = attempt(arguments, count, &said);
        shared->detail = said;
        shared->error = error;
        _exit(0);
    }
    int status;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    int result = WIFSIGNALED(status) ? -WTERMSIG(status) : shared->error;
    *detail = shared->detail;
    munmap(shared, sizeof *shared);
    return result;
}

int probe_identity(void) {
    gid_t groups[256];
    int count = getgroups(256, groups);
    printf("uid=%u euid=%u gid=%u egid=%u groups=", getuid(), geteuid(), getgid(), getegid());
    for (int index = 0; index < count; index++) printf(index ? ",%u" : "%u", groups[index]);
    printf("\n");
    return 0;
}

int probe_linger(const char *seconds) {
    sleep((unsigned)strtoul(seconds, NULL, 10));
    return 0;
}
