#pragma once
#include <stddef.h>

// getrandom(2) until the buffer is full; 0, or a negative errno.
int sallyport_random(void *_Nonnull buffer, size_t size);
