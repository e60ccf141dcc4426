#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Loads Samba's security library where Debian puts it; false when it is not installed.
bool samba_load(void);

/// Makes a descriptor of SDDL text; NULL when Samba refuses it.
void *_Nullable samba_descriptor(const char *_Nonnull sddl);

/// Makes a token of binary identifiers, 68 bytes each: revision, count, authority, fifteen sub-authorities.
void *_Nullable samba_token(const uint8_t *_Nonnull sids, size_t count);

/// Runs se_access_check a number of times; returns how many succeeded.
size_t samba_access_checks(void *_Nonnull descriptor, void *_Nonnull token, uint32_t desired, size_t times);

/// Parses and prints SDDL text a number of times; returns how many succeeded.
size_t samba_sddl_round_trips(const char *_Nonnull sddl, size_t times);

/// How many blocks malloc has handed out since the process began.
uint64_t allocation_count(void);

/// Writes out what was printed; a pipe would keep it.
void flush_output(void);
