// The job: a supervisor outside, the first process of a pid namespace, and the command. The end of the first process
// is the end of everything inside (pid_namespaces(7)).
#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// What the processes inside tell the supervisor; written whole, because it is smaller than PIPE_BUF.
struct event {
    enum { FAILED, ENDED } kind;
    int status;  // as of waitpid(2), when ENDED
    struct failure failure;
};

static const int forwarded[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGWINCH, SIGCONT};

static _Noreturn void give_up(int events) {
    struct event event = {.kind = FAILED, .failure = failure};
    write_all(events, &event, sizeof event);
    _exit(STATUS_FAILED);
}

static void await_signals(sigset_t *set) {
    sigemptyset(set);
    for (size_t index = 0; index < sizeof forwarded / sizeof *forwarded; index++) sigaddset(set, forwarded[index]);
    sigaddset(set, SIGCHLD);
    sigprocmask(SIG_BLOCK, set, NULL);
}

static const char *search_path(const struct confinement_texts *environment) {
    for (size_t index = 0; index < environment->count; index++)
        if (strncmp(environment->items[index], "PATH=", 5) == 0) return environment->items[index] + 5;
    return "/usr/local/bin:/usr/bin:/bin";
}

// Executes one candidate; a file without a known format is a shell script (exec(3)).
static void execute(const struct confinement *confinement, const char *file) {
    static char *no_environment[] = {NULL};
    char **environment = confinement->environment.items ? confinement->environment.items : no_environment;
    execve(file, confinement->arguments.items, environment);
    if (errno != ENOEXEC) return;
    char **arguments = calloc(confinement->arguments.count + 2, sizeof *arguments);
    if (!arguments) return;
    arguments[0] = "/bin/sh";
    arguments[1] = (char *)file;
    memcpy(arguments + 2, confinement->arguments.items + 1, confinement->arguments.count * sizeof *arguments);
    execve("/bin/sh", arguments, environment);
}

static int execute_command(const struct confinement *confinement) {
    const char *name = confinement->arguments.items[0];
    int error = ENOENT;
    if (strchr(name, '/')) {
        execute(confinement, name);
        return fail_path(CONFINEMENT_COMMAND, errno, "execute", name);
    }
    const char *path = search_path(&confinement->environment);
    while (*name) {
        size_t count = strcspn(path, ":");
        char *candidate = NULL;
        if (count > 0 && asprintf(&candidate, "%.*s/%s", (int)count, path, name) > 0) {
            execute(confinement, candidate);
            if (errno == EACCES) error = EACCES;
            else if (errno != ENOENT && errno != ENOTDIR) return fail_path(CONFINEMENT_COMMAND, errno, "execute", candidate);
            free(candidate);
        }
        if (!path[count]) break;
        path += count + 1;
    }
    return fail_path(CONFINEMENT_COMMAND, error, "find in PATH the command", name);
}

static _Noreturn void run_command(const struct confinement *confinement, int events) {
    setsid();
    umask(callers_mask);
    // A terminal of another session stays that session's; then there is none to control, and no harm.
    if (isatty(0)) ioctl(0, TIOCSCTTY, 0);
    const char *directory = confinement->working_directory.items[0];
    if (shed_identity(confinement) < 0) give_up(events);
    if (chdir(directory) < 0) {
        fail_path(CONFINEMENT_COMMAND, errno == ENOENT ? ENOTDIR : errno, "enter the working directory", directory);
        give_up(events);
    }
    if (enter_write_gate() < 0 || enter_system_calls() < 0 || send_canary(confinement) < 0) give_up(events);
    sigset_t none;
    sigemptyset(&none);
    signal(SIGPIPE, SIG_DFL);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execute_command(confinement);
    give_up(events);
}

// Finishes what only the inside can, reaps whatever ends there and passes signals on to the command's session, until the command itself ends.
static _Noreturn void run_first_process(const struct confinement *confinement, int events, int lifeline) {
    sigset_t signals;
    await_signals(&signals);
    if (leave_network(confinement) < 0) give_up(events);
    close_empty_network();
    // One byte says that the view has been built; the end of the supervisor says that it never will be.
    char word;
    if (read(lifeline, &word, 1) != 1) _exit(STATUS_FAILED);
    if (prepare_write_gate(confinement) < 0 || mount_processes() < 0) give_up(events);
    pid_t command = fork();
    if (command < 0) {
        confinement_fail(CONFINEMENT_PROCESSES, errno, "start the command's process");
        give_up(events);
    }
    if (command == 0) run_command(confinement, events);
    // Changed credentials clear the parent-death signal, so it is asked for after them; the supervisor that died before
    // has closed the lifeline.
    if (keep_only_kill(confinement) < 0 || prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0) give_up(events);
    struct pollfd alive = {.fd = lifeline, .events = POLLIN};
    if (poll(&alive, 1, 0) != 0) _exit(STATUS_FAILED);
    while (true) {
        int number = sigwaitinfo(&signals, NULL);
        if (number > 0 && number != SIGCHLD) kill(-command, number);
        struct event event = {.kind = ENDED};
        for (pid_t ended; (ended = waitpid(-1, &event.status, WNOHANG)) > 0;) {
            if (ended != command) continue;
            write_all(events, &event, sizeof event);
            _exit(0);
        }
    }
}

int64_t milliseconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

// True with an event; false when the time is up, the first process is gone without a word, or nobody is left who would hear
// of the outcome. The kernel closes what a process held before it tells of its end, so that a caller who died while the
// parent-death signal could not be asked for yet, and is nobody's parent any more, is noticed here.
static bool await_event(const struct confinement *confinement, pid_t first, int events, struct event *event,
                        bool *timed_out) {
    sigset_t signals;
    sigemptyset(&signals);
    for (size_t index = 0; index < sizeof forwarded / sizeof *forwarded; index++) sigaddset(&signals, forwarded[index]);
    int arrivals = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    const int64_t limit = confinement->timeout_milliseconds, start = milliseconds_now();
    struct pollfd sources[] = {
        {.fd = events, .events = POLLIN}, {.fd = arrivals, .events = POLLIN}, {.fd = OUTCOME_DESCRIPTOR}};
    while (true) {
        int64_t left = limit < 0 ? -1 : limit - (milliseconds_now() - start);
        if (limit >= 0 && left <= 0) {
            *timed_out = true;
            return false;
        }
        if (poll(sources, 3, (int)left) <= 0) continue;
        if (sources[2].revents) return false;
        if (sources[0].revents) return read(events, event, sizeof *event) == (ssize_t)sizeof *event;
        struct signalfd_siginfo arrival;
        if (read(arrivals, &arrival, sizeof arrival) == (ssize_t)sizeof arrival) kill(first, (int)arrival.ssi_signo);
    }
}

static void report(const char *word, int number) {
    char line[64];
    int count = number < 0 ? snprintf(line, sizeof line, "%s\n", word)
                           : snprintf(line, sizeof line, "%s %d\n", word, number);
    write_all(OUTCOME_DESCRIPTOR, line, (size_t)count);
}

static _Noreturn void end_like(int status) {
    if (WIFEXITED(status)) {
        report("exited", WEXITSTATUS(status));
        _exit(WEXITSTATUS(status));
    }
    report("signaled", WTERMSIG(status));
    sigset_t all;
    sigemptyset(&all);
    signal(WTERMSIG(status), SIG_DFL);
    sigprocmask(SIG_SETMASK, &all, NULL);
    kill(getpid(), WTERMSIG(status));
    _exit(128 + WTERMSIG(status));
}

static void end_tree(pid_t first) {
    kill(first, SIGKILL);
    while (waitpid(first, NULL, 0) < 0 && errno == EINTR) {}
}

int confinement_supervise(const struct confinement *confinement) {
    int events[2], lifeline[2];
    sigset_t signals;
    note_run(confinement);
    await_signals(&signals);
    if (pipe2(events, O_CLOEXEC) < 0 || pipe2(lifeline, O_CLOEXEC) < 0)
        return confinement_fail(CONFINEMENT_PROCESSES, errno, "make pipes");
    // fork(2) into a new pid namespace. Not unshare(2): the supervisor itself still has to fork when that namespace is dead.
    pid_t first = (pid_t)syscall(SYS_clone, CLONE_NEWPID | SIGCHLD, NULL, NULL, NULL, NULL);
    if (first < 0)
        return fail_namespace(CONFINEMENT_PROCESSES, "start the first process of the namespace",
                              "within user.max_pid_namespaces");
    if (first == 0) {
        close(events[0]);
        close(lifeline[1]);
        run_first_process(confinement, events[1], lifeline[0]);
    }
    close(events[1]);
    close(lifeline[0]);
    close_empty_network();
    if (put_view(confinement) < 0) {
        end_tree(first);
        return -1;
    }
    // The real user is still the caller, so that the caller's death reaches this process, and this one's the tree.
    struct event event = {.kind = ENDED, .status = SIGKILL};
    bool timed_out = false, heard = false;
    // A first process that has failed does not read the byte, but has sent its event.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 && getppid() == caller_process &&
        (write(lifeline[1], "", 1) == 1 || errno == EPIPE))
        heard = await_event(confinement, first, events[0], &event, &timed_out);
    end_tree(first);
    return_ownership(confinement);
    if (timed_out) {
        report("timed-out", -1);
        _exit(STATUS_TIMED_OUT);
    }
    if (heard && event.kind == FAILED) {
        failure = event.failure;
        return -1;
    }
    end_like(heard ? event.status : SIGKILL);
}
