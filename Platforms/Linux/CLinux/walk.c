#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

// linux/openat2.h of Debian 12 has these, older systems do not.
struct open_how_v0 {
    uint64_t flags;
    uint64_t mode;
    uint64_t resolve;
};
enum { resolve_no_symlinks = 0x04, openat2_number = 437 };

int sallyport_open_at(int directory, const char *name, int flags)
{
    int descriptor;
    do
        descriptor = openat(directory, name, flags | O_CLOEXEC);
    while (descriptor < 0 && errno == EINTR);
    return descriptor < 0 ? -errno : descriptor;
}

int sallyport_open_without_links(const char *path, int flags)
{
    struct open_how_v0 how = {.flags = (uint64_t)(unsigned)(flags | O_CLOEXEC), .resolve = resolve_no_symlinks};
    long descriptor = syscall(openat2_number, AT_FDCWD, path, &how, sizeof how);
    return descriptor < 0 ? -errno : (int)descriptor;
}

long sallyport_read_directory(int directory, void *buffer, size_t size)
{
    long count = syscall(SYS_getdents64, directory, buffer, size);
    return count < 0 ? -errno : count;
}

int sallyport_open_path_flag(void)
{
    return O_PATH;
}
