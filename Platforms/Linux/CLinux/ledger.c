#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>

int sallyport_random(void *buffer, size_t size)
{
    char *next = buffer;
    while (size > 0) {
        ssize_t count = getrandom(next, size, 0);
        if (count < 0 && errno != EINTR)
            return -errno;
        if (count > 0) {
            next += count;
            size -= (size_t)count;
        }
    }
    return 0;
}

int sallyport_create_at(int directory, const char *name, int flags, mode_t mode)
{
    int descriptor = openat(directory, name, flags | O_CLOEXEC, mode);
    return descriptor < 0 ? -errno : descriptor;
}

int sallyport_lock(int descriptor)
{
    while (flock(descriptor, LOCK_EX) < 0)
        if (errno != EINTR)
            return -errno;
    return 0;
}
