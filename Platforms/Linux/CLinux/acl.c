#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

// struct xattr_args of linux/xattr.h; both are younger than the headers of Debian 12.
struct attribute_arguments {
    uint64_t value __attribute__((aligned(8)));
    uint32_t size;
    uint32_t flags;
};
enum { getxattrat_number = 464 };

static const char *attribute(int inherited)
{
    return inherited ? "system.posix_acl_default" : "system.posix_acl_access";
}

enum { usual_size = 256 };

long sallyport_acl_get(int descriptor, int inherited, void *buffer, size_t size)
{
    ssize_t length = fgetxattr(descriptor, attribute(inherited), buffer, size < usual_size ? size : usual_size);
    if (length < 0 && errno == ERANGE)
        length = fgetxattr(descriptor, attribute(inherited), buffer, size);
    return length < 0 ? -errno : length;
}

long sallyport_acl_get_at(int directory, const char *name, void *buffer, size_t size)
{
    struct attribute_arguments arguments = {.value = (uint64_t)(uintptr_t)buffer, .size = size < usual_size ? (uint32_t)size : usual_size};
    long length = syscall(getxattrat_number, directory, name, AT_SYMLINK_NOFOLLOW, attribute(0), &arguments,
                          sizeof arguments);
    return length < 0 ? -errno : length;
}

int sallyport_acl_set(int descriptor, int inherited, const void *value, size_t size)
{
    return fsetxattr(descriptor, attribute(inherited), value, size, 0) < 0 ? -errno : 0;
}

int sallyport_acl_remove(int descriptor, int inherited)
{
    return fremovexattr(descriptor, attribute(inherited)) < 0 ? -errno : 0;
}
