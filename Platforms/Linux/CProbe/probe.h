#pragma once
#define _GNU_SOURCE
#include "CProbe.h"
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Turns the usual convention (minus one and errno) into 0 or errno.
static inline int outcome(long result) { return result < 0 ? errno : 0; }

__attribute__((format(printf, 2, 3))) static inline void say(struct probe_detail *detail, const char *format, ...) {
    va_list list;
    va_start(list, format);
    vsnprintf(detail->text, sizeof detail->text, format, list);
    va_end(list);
}

/// A number in decimal, octal (0...) or hexadecimal; 0 when it is not one, with EINVAL kept in `*error`.
static inline long number(const char *text, int *error) {
    char *end;
    errno = 0;
    long value = strtol(text, &end, 0);
    if (errno || end == text || *end) *error = EINVAL;
    return value;
}

/// The head of an attempt's definition; few of them need everything.
#define ATTEMPT(name) \
    int name(__attribute__((unused)) const char *const *arguments, __attribute__((unused)) int count, \
             __attribute__((unused)) struct probe_detail *detail)

/// A process by number; the first argument of many attempts.
#define PROCESS(pid) \
    int bad = 0; \
    pid_t pid = (pid_t)number(arguments[0], &bad); \
    if (bad) return bad
