#pragma once
#include <stddef.h>

// The extended attributes of POSIX access control lists, by descriptor; every function returns a negative errno on
// failure. `inherited` chooses system.posix_acl_default over system.posix_acl_access.

// fgetxattr(2): the length of the value. The kernel allocates and clears as much as the buffer holds, so a short length
// is tried first.
long sallyport_acl_get(int descriptor, int inherited, void *_Nonnull buffer, size_t size);

// getxattrat(2) of a name that is no symbolic link; -ENOSYS before Linux 6.13, -ERANGE for unusually long lists.
long sallyport_acl_get_at(int directory, const char *_Nonnull name, void *_Nonnull buffer, size_t size);

// fsetxattr(2).
int sallyport_acl_set(int descriptor, int inherited, const void *_Nonnull value, size_t size);

// fremovexattr(2).
int sallyport_acl_remove(int descriptor, int inherited);
