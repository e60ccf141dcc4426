#include "CSetup.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int steers_the_runtime(const char *variable) {
    return strncmp(variable, "SWIFT_", 6) == 0 || strncmp(variable, "LIBDISPATCH_", 12) == 0;
}

static void prepare(int count, char **arguments, char **environment) {
    (void)count;
    (void)arguments;
    char **kept = environment;
    for (char **variable = environment; *variable; variable++) {
        if (!steers_the_runtime(*variable)) *kept++ = *variable;
    }
    *kept = NULL;
    // A file opened later must never become standard output.
    for (int descriptor = 0; descriptor < 3; descriptor++) {
        if (fcntl(descriptor, F_GETFD) < 0 && open("/dev/null", O_RDWR) < 0) _exit(71);
    }
    umask(022);
}

__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char **, char **) = prepare;

void sallyport_setup_early(void) {}
