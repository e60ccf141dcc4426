#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct failure failure;

static const char *const layer_names[] = {
    [CONFINEMENT_REQUEST] = "request",
    [CONFINEMENT_REGISTRY] = "registry",
    [CONFINEMENT_AUTHORIZATION] = "authorization",
    [CONFINEMENT_DESCRIPTORS] = "descriptors",
    [CONFINEMENT_FIREWALL] = "firewall",
    [CONFINEMENT_NAMESPACES] = "namespaces",
    [CONFINEMENT_MOUNTS] = "mounts",
    [CONFINEMENT_PROTECTED_PATHS] = "protected-paths",
    [CONFINEMENT_PROCESSES] = "processes",
    [CONFINEMENT_CREDENTIALS] = "credentials",
    [CONFINEMENT_WRITE_GATE] = "write-gate",
    [CONFINEMENT_SYSTEM_CALLS] = "system-calls",
    [CONFINEMENT_CANARY] = "canary",
    [CONFINEMENT_COMMAND] = "command",
};

int write_all(int descriptor, const void *bytes, size_t count) {
    const char *next = bytes;
    while (count > 0) {
        ssize_t written = write(descriptor, next, count);
        if (written < 0) {
            if (errno == EINTR) continue;
            return -1;
        }
        next += written;
        count -= (size_t)written;
    }
    return 0;
}

// The outcome is one line, so no byte of a path may end it.
static void keep_printable(char *text) {
    for (; *text; text++)
        if ((unsigned char)*text < 0x20 || *text == 0x7f) *text = '?';
}

int confinement_fail_bytes(enum confinement_layer layer, int error, const uint8_t *bytes, size_t count) {
    failure.layer = layer;
    failure.error = error;
    if (count >= sizeof failure.text) count = sizeof failure.text - 1;
    memcpy(failure.text, bytes, count);
    failure.text[count] = 0;
    keep_printable(failure.text);
    return -1;
}

int confinement_fail(enum confinement_layer layer, int error, const char *text) {
    return confinement_fail_bytes(layer, error, (const uint8_t *)text, strlen(text));
}

int fail_path(enum confinement_layer layer, int error, const char *action, const char *path) {
    failure.layer = layer;
    failure.error = error;
    snprintf(failure.text, sizeof failure.text, "%s %s", action, path);
    keep_printable(failure.text);
    return -1;
}

int confinement_report_failure(void) {
    char line[320];
    int count = snprintf(line, sizeof line, "failed %s %d %s\n", layer_names[failure.layer], failure.error, failure.text);
    write_all(OUTCOME_DESCRIPTOR, line, (size_t)count);
    if (failure.layer != CONFINEMENT_COMMAND) return STATUS_FAILED;
    return failure.error == ENOENT ? STATUS_NOT_FOUND : STATUS_NOT_EXECUTABLE;
}

int confinement_append(struct confinement_texts *texts, const uint8_t *bytes, size_t count) {
    char **items = reallocarray(texts->items, texts->count + 2, sizeof *items);
    char *copy = malloc(count + 1);
    if (!items || !copy) return confinement_fail(CONFINEMENT_REQUEST, ENOMEM, "hold the request");
    memcpy(copy, bytes, count);
    copy[count] = 0;
    items[texts->count++] = copy;
    items[texts->count] = NULL;
    texts->items = items;
    return 0;
}
