#include "CSamba.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The shapes of Samba 4.17 as Debian 12 ships it.
struct samba_sid {
	uint8_t revision;
	int8_t count;
	uint8_t authority[6];
	uint32_t parts[15];
};
struct samba_security_token {
	uint32_t count;
	struct samba_sid *sids;
	uint64_t privileges;
	uint32_t rights;
};

static int (*access_check)(const void *, const void *, uint32_t, uint32_t *);
static void *(*decode)(void *, const char *, const void *);
static char *(*encode)(void *, const void *, const void *);
static void *(*new_context)(const void *, size_t, const char *);
static int (*free_context)(void *, const char *);

bool samba_load(void) {
	const char *names[] = {
		"/usr/lib/x86_64-linux-gnu/samba/libsamba-security-samba4.so.0",
		"/usr/lib/aarch64-linux-gnu/samba/libsamba-security-samba4.so.0",
		"libsamba-security-samba4.so.0",
	};
	void *library = NULL;
	for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) library = dlopen(names[i], RTLD_NOW);
	void *talloc = dlopen("libtalloc.so.2", RTLD_NOW);
	if (!library || !talloc) return false;
	access_check = (int (*)(const void *, const void *, uint32_t, uint32_t *))dlsym(library, "se_access_check");
	decode = (void *(*)(void *, const char *, const void *))dlsym(library, "sddl_decode");
	encode = (char *(*)(void *, const void *, const void *))dlsym(library, "sddl_encode");
	new_context = (void *(*)(const void *, size_t, const char *))dlsym(talloc, "talloc_named_const");
	free_context = (int (*)(void *, const char *))dlsym(talloc, "_talloc_free");
	return access_check && decode && encode && new_context && free_context;
}

static const struct samba_sid domain = {1, 4, {0, 0, 0, 0, 0, 5}, {21, 1, 2, 3}};

void *samba_descriptor(const char *sddl) { return decode(NULL, sddl, &domain); }

void *samba_token(const uint8_t *sids, size_t count) {
	struct samba_security_token *token = calloc(1, sizeof *token);
	struct samba_sid *list = calloc(count, sizeof *list);
	if (!token || !list) return NULL;
	memcpy(list, sids, count * sizeof *list);
	token->count = (uint32_t)count;
	token->sids = list;
	return token;
}

size_t samba_access_checks(void *descriptor, void *token, uint32_t desired, size_t times) {
	size_t succeeded = 0;
	for (size_t i = 0; i < times; i++) {
		uint32_t granted = 0;
		succeeded += access_check(descriptor, token, desired, &granted) == 0;
	}
	return succeeded;
}

size_t samba_sddl_round_trips(const char *sddl, size_t times) {
	size_t succeeded = 0;
	for (size_t i = 0; i < times; i++) {
		void *context = new_context(NULL, 0, "round trip");
		void *descriptor = decode(context, sddl, &domain);
		succeeded += descriptor && encode(context, descriptor, &domain);
		free_context(context, "round trip");
	}
	return succeeded;
}

static uint64_t allocations;
extern void *__libc_malloc(size_t size);
void *malloc(size_t size) {
	__atomic_add_fetch(&allocations, 1, __ATOMIC_RELAXED);
	return __libc_malloc(size);
}
uint64_t allocation_count(void) { return __atomic_load_n(&allocations, __ATOMIC_RELAXED); }

void flush_output(void) { fflush(stdout); }
