#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
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
