#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <sys/xattr.h>

static const char *attribute(int inherited)
{
    return inherited ? "system.posix_acl_default" : "system.posix_acl_access";
}

long sallyport_acl_get(int descriptor, int inherited, void *buffer, size_t size)
{
    ssize_t length = fgetxattr(descriptor, attribute(inherited), buffer, size);
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
