#pragma once

#include <stddef.h>
#include <stdint.h>

// The driver of libFuzzer, which comes with `-sanitize=fuzzer`.
int LLVMFuzzerRunDriver(int *_Nonnull argc, char *_Nullable *_Nonnull *_Nonnull argv,
                        int (*_Nonnull body)(const uint8_t *_Nullable bytes, size_t count));
