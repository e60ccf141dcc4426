#pragma once
#include <stddef.h>
#include <sys/types.h>

// getrandom(2) until the buffer is full; 0, or a negative errno.
int sallyport_random(void *_Nonnull buffer, size_t size);

// openat(2) with O_CLOEXEC and a mode for what O_CREAT makes; a descriptor, or a negative errno.
int sallyport_create_at(int directory, const char *_Nonnull name, int flags, mode_t mode);

// flock(2), exclusive, waiting for it; 0, or a negative errno.
int sallyport_lock(int descriptor);
