#include "probe.h"
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

enum { most_listeners = 64 };

/// Answers every stream with one line and every datagram with itself, until it is killed.
static int answer(struct pollfd *listeners, int count) {
    for (;;) {
        if (poll(listeners, (nfds_t)count, -1) < 0) {
            if (errno == EINTR) continue;
            return 71;
        }
        for (int index = 0; index < count; index++) {
            if (!listeners[index].revents) continue;
            int stream = accept4(listeners[index].fd, NULL, NULL, SOCK_CLOEXEC);
            if (stream >= 0) {
                send(stream, "hello\n", 6, MSG_NOSIGNAL);
                shutdown(stream, SHUT_WR);
                close(stream);
                continue;
            }
            struct sockaddr_storage from;
            socklen_t length = sizeof from;
            char bytes[2048];
            ssize_t size = recvfrom(listeners[index].fd, bytes, sizeof bytes, MSG_DONTWAIT, (struct sockaddr *)&from, &length);
            if (size >= 0) sendto(listeners[index].fd, bytes, (size_t)size, MSG_NOSIGNAL, (struct sockaddr *)&from, length);
        }
    }
}

int probe_serve(const char *const *ports, int count) {
    struct pollfd listeners[most_listeners];
    int used = 0;
    for (int index = 0; index < count && used + 2 <= most_listeners; index++) {
        int error = 0;
        struct sockaddr_in6 address = {.sin6_family = AF_INET6, .sin6_port = htons((uint16_t)number(ports[index], &error))};
        if (error) return 64;
        for (int type = SOCK_STREAM; type <= SOCK_DGRAM; type++) {
            int descriptor = socket(AF_INET6, type | SOCK_CLOEXEC, 0);
            int yes = 1, no = 0;
            setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
            setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
            if (descriptor < 0 || bind(descriptor, (struct sockaddr *)&address, sizeof address) ||
                (type == SOCK_STREAM && listen(descriptor, 64))) {
                perror("sallyport-probe: serve");
                return 71;
            }
            listeners[used++] = (struct pollfd){descriptor, POLLIN, 0};
        }
    }
    return answer(listeners, used);
}

/// A listening socket at a path, or with a leading @ in the abstract name space.
static int local_listener(const char *name) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t size = strlen(name);
    if (size + 1 > sizeof address.sun_path) return -1;
    memcpy(address.sun_path, name, size);
    if (*name == '@') address.sun_path[0] = 0;
    socklen_t length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + size + (*name != '@'));
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0 || bind(descriptor, (struct sockaddr *)&address, length) || listen(descriptor, 64)) {
        perror("sallyport-probe: local service");
        return -1;
    }
    if (*name != '@') chmod(name, 0666);
    return descriptor;
}

int probe_serve_unix(const char *name) {
    int descriptor = local_listener(name);
    if (descriptor < 0) return 71;
    struct pollfd listener = {descriptor, POLLIN, 0};
    return answer(&listener, 1);
}

/// One order: the words of a line, performed as this process.
static int perform_order(char *line) {
    const char *words[8];
    int count = 0;
    line[strcspn(line, "\n")] = 0;
    for (char *rest = line, *word; count < 8 && (word = strsep(&rest, " "));) words[count++] = word;
    struct probe_detail detail = {0};
    if (count > 1 && !strcmp(words[0], "create")) return probe_perform(probe_create, words + 1, count - 1, &detail);
    if (count == 4 && !strcmp(words[0], "connect")) return probe_perform(probe_connect, words + 1, count - 1, &detail);
    return EINVAL;
}

int probe_serve_orders(const char *name) {
    int descriptor = local_listener(name);
    if (descriptor < 0) return 71;
    for (;;) {
        int stream = accept4(descriptor, NULL, NULL, SOCK_CLOEXEC);
        if (stream < 0) continue;
        char line[1024] = {0};
        size_t used = 0;
        ssize_t size;
        while (!strchr(line, '\n') && (size = recv(stream, line + used, sizeof line - 1 - used, 0)) > 0) used += (size_t)size;
        uint8_t error = (uint8_t)perform_order(line);
        send(stream, &error, 1, MSG_NOSIGNAL);
        close(stream);
    }
}
