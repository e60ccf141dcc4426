#pragma once
#include <stddef.h>

// Opening and reading directories by descriptor; every function returns a negative errno on failure.

// openat(2) with O_CLOEXEC added.
int sallyport_open_at(int directory, const char *_Nonnull name, int flags);

// openat2(2) of an absolute path with RESOLVE_NO_SYMLINKS: no component may be a symbolic link.
int sallyport_open_without_links(const char *_Nonnull path, int flags);

// getdents64(2): fills the buffer with linux_dirent64 records and returns how many bytes they take; 0 at the end.
long sallyport_read_directory(int directory, void *_Nonnull buffer, size_t size);

// The flags that the Swift overlay of the C library lacks.
int sallyport_open_path_flag(void);
