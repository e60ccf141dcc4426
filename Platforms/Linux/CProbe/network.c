#include "probe.h"
#include <arpa/inet.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <linux/vm_sockets.h>
#include <net/ethernet.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#ifndef IPPROTO_MPTCP
#define IPPROTO_MPTCP 262
#endif

struct endpoint {
    int family, type, protocol;
    socklen_t length;
    struct sockaddr_storage address;
};

/// KIND ADDRESS PORT, where KIND names the transport and ends in the address family.
static int endpoint(const char *const *arguments, int count, struct endpoint *end) {
    static const struct {
        const char *name;
        int family, type, protocol;
    } kinds[] = {
        {"tcp4", AF_INET, SOCK_STREAM, 0},     {"tcp6", AF_INET6, SOCK_STREAM, 0},
        {"udp4", AF_INET, SOCK_DGRAM, 0},      {"udp6", AF_INET6, SOCK_DGRAM, 0},
        {"mptcp4", AF_INET, SOCK_STREAM, IPPROTO_MPTCP}, {"mptcp6", AF_INET6, SOCK_STREAM, IPPROTO_MPTCP},
        {"icmp4", AF_INET, SOCK_DGRAM, IPPROTO_ICMP},    {"icmp6", AF_INET6, SOCK_DGRAM, IPPROTO_ICMPV6},
    };
    memset(end, 0, sizeof *end);
    for (size_t index = 0; index < sizeof kinds / sizeof *kinds; index++)
        if (!strcmp(kinds[index].name, arguments[0])) {
            end->family = kinds[index].family;
            end->type = kinds[index].type;
            end->protocol = kinds[index].protocol;
        }
    int error = end->family ? 0 : EINVAL;
    uint16_t port = count > 2 ? htons((uint16_t)number(arguments[2], &error)) : 0;
    void *host;
    if (end->family == AF_INET6) {
        struct sockaddr_in6 *address = (struct sockaddr_in6 *)&end->address;
        *address = (struct sockaddr_in6){.sin6_family = AF_INET6, .sin6_port = port};
        host = &address->sin6_addr;
        end->length = sizeof *address;
    } else {
        struct sockaddr_in *address = (struct sockaddr_in *)&end->address;
        *address = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = port};
        host = &address->sin_addr;
        end->length = sizeof *address;
    }
    if (!error && inet_pton(end->family, arguments[1], host) != 1) error = EINVAL;
    return error;
}

static int ready(int descriptor, short events) {
    struct pollfd poll_for = {descriptor, events, 0};
    int got = poll(&poll_for, 1, 2000);
    return got > 0 ? 0 : got == 0 ? ETIMEDOUT : errno;
}

ATTEMPT(probe_connect) {
    struct endpoint end;
    int error = endpoint(arguments, count, &end);
    if (error) return error;
    int descriptor = socket(end.family, end.type | SOCK_CLOEXEC | SOCK_NONBLOCK, end.protocol);
    if (descriptor < 0) return say(detail, "socket"), errno;
    error = outcome(connect(descriptor, (struct sockaddr *)&end.address, end.length));
    if (error == EINPROGRESS && !(error = ready(descriptor, POLLOUT))) {
        socklen_t size = sizeof error;
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    }
    close(descriptor);
    return error;
}

/// Sends and waits for an answer; silence is ETIMEDOUT with the detail `sent`.
static int ask(int descriptor, const void *bytes, size_t size, const struct endpoint *end, struct probe_detail *detail) {
    int error = outcome(sendto(descriptor, bytes, size, MSG_NOSIGNAL, (const struct sockaddr *)&end->address, end->length));
    if (!error) {
        say(detail, "sent");
        error = ready(descriptor, POLLIN);
        char answer[512];
        if (!error) error = outcome(recv(descriptor, answer, sizeof answer, 0));
        if (!error) say(detail, "answered");
    }
    close(descriptor);
    return error;
}

ATTEMPT(probe_send) {
    struct endpoint end;
    int error = endpoint(arguments, count, &end);
    if (error) return error;
    int descriptor = socket(end.family, end.type | SOCK_CLOEXEC, end.protocol);
    return descriptor < 0 ? (say(detail, "socket"), errno) : ask(descriptor, "probe", 5, &end, detail);
}

ATTEMPT(probe_ping) {
    struct endpoint end;
    int error = endpoint(arguments, count, &end);
    if (error) return error;
    int descriptor = socket(end.family, end.type | SOCK_CLOEXEC, end.protocol);
    if (descriptor < 0) return say(detail, "socket"), errno;
    struct icmphdr four = {.type = ICMP_ECHO};
    struct icmp6_hdr six = {.icmp6_type = ICMP6_ECHO_REQUEST};
    return end.family == AF_INET ? ask(descriptor, &four, sizeof four, &end, detail)
                                 : ask(descriptor, &six, sizeof six, &end, detail);
}

ATTEMPT(probe_resolve) {
    char text[4096] = {0};
    long size = probe_read_file("/etc/resolv.conf", (uint8_t *)text, sizeof text - 1);
    if (size < 0) return (int)-size;
    const char *line = strstr(text, "nameserver ");
    char server[64];
    if (!line || sscanf(line, "nameserver %63s", server) != 1) return EDESTADDRREQ;
    struct endpoint end;
    const char *where[] = {strchr(server, ':') ? "udp6" : "udp4", server, "53"};
    int error = endpoint(where, 3, &end);
    if (error) return error;
    // One question of type A: header, the labels, then type and class.
    uint8_t query[300] = {0x53, 0x50, 1, 0, 0, 1};
    size_t used = 12;
    for (const char *label = arguments[0]; *label;) {
        size_t length = strcspn(label, ".");
        if (length == 0 || length > 63 || used + length > 280) return EINVAL;
        query[used++] = (uint8_t)length;
        memcpy(query + used, label, length);
        used += length;
        label += length + (label[length] == '.');
    }
    const uint8_t question[] = {0, 0, 1, 0, 1};
    memcpy(query + used, question, sizeof question);
    int descriptor = socket(end.family, end.type | SOCK_CLOEXEC, 0);
    return descriptor < 0 ? (say(detail, "socket"), errno)
                          : ask(descriptor, query, used + sizeof question, &end, detail);
}

ATTEMPT(probe_bind) {
    struct endpoint end;
    int error = endpoint(arguments, count, &end);
    if (error) return error;
    int descriptor = socket(end.family, end.type | SOCK_CLOEXEC, end.protocol);
    if (descriptor < 0) return say(detail, "socket"), errno;
    error = outcome(bind(descriptor, (struct sockaddr *)&end.address, end.length));
    if (!error && end.type == SOCK_STREAM) error = outcome(listen(descriptor, 1));
    close(descriptor);
    return error;
}

/// listen KIND ADDRESS PORT: waits a moment for somebody to connect; ENOTCONN when nobody could.
ATTEMPT(probe_listen) {
    struct endpoint end;
    int error = endpoint(arguments, count, &end);
    if (error) return error;
    int descriptor = socket(end.family, end.type | SOCK_CLOEXEC, end.protocol);
    if (descriptor < 0) return say(detail, "socket"), errno;
    const int yes = 1;
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    error = outcome(bind(descriptor, (struct sockaddr *)&end.address, end.length));
    if (!error) error = outcome(listen(descriptor, 1));
    if (!error && (error = ready(descriptor, POLLIN)) == ETIMEDOUT) error = ENOTCONN;
    close(descriptor);
    return error;
}

ATTEMPT(probe_socket) {
    static const struct {
        const char *name;
        int family, type, protocol;
    } kinds[] = {
        {"vsock", AF_VSOCK, SOCK_STREAM, 0},
        {"packet", AF_PACKET, SOCK_RAW, 0},
        {"raw4", AF_INET, SOCK_RAW, IPPROTO_TCP},
        {"raw6", AF_INET6, SOCK_RAW, IPPROTO_TCP},
        {"sctp", AF_INET, SOCK_STREAM, IPPROTO_SCTP},
        {"dccp", AF_INET, SOCK_DCCP, IPPROTO_DCCP},
        {"udplite", AF_INET, SOCK_DGRAM, IPPROTO_UDPLITE},
        {"alg", AF_ALG, SOCK_SEQPACKET, 0},
        {"bluetooth", AF_BLUETOOTH, SOCK_RAW, 1},
        {"can", AF_CAN, SOCK_RAW, 1},
        {"tipc", AF_TIPC, SOCK_RDM, 0},
        {"rds", AF_RDS, SOCK_SEQPACKET, 0},
        {"xdp", AF_XDP, SOCK_RAW, 0},
        {"key", AF_KEY, SOCK_RAW, 2},
        {"unix", AF_UNIX, SOCK_STREAM, 0},
        {"netlink-route", AF_NETLINK, SOCK_RAW, NETLINK_ROUTE},
        {"netlink-netfilter", AF_NETLINK, SOCK_RAW, NETLINK_NETFILTER},
        {"netlink-audit", AF_NETLINK, SOCK_RAW, NETLINK_AUDIT},
        {"netlink-generic", AF_NETLINK, SOCK_RAW, NETLINK_GENERIC},
        {"netlink-uevent", AF_NETLINK, SOCK_RAW, NETLINK_KOBJECT_UEVENT},
        {"netlink-xfrm", AF_NETLINK, SOCK_RAW, NETLINK_XFRM},
    };
    for (size_t index = 0; index < sizeof kinds / sizeof *kinds; index++)
        if (!strcmp(kinds[index].name, arguments[0])) {
            int descriptor = socket(kinds[index].family, kinds[index].type | SOCK_CLOEXEC, kinds[index].protocol);
            if (descriptor < 0) return errno;
            close(descriptor);
            return 0;
        }
    return EINVAL;
}

/// An address in the file system, or an abstract one when `abstract` is 1.
static int local(const char *name, int abstract, struct sockaddr_un *address, socklen_t *length) {
    *address = (struct sockaddr_un){.sun_family = AF_UNIX};
    size_t size = strlen(name);
    if (size + 1 >= sizeof address->sun_path) return ENAMETOOLONG;
    memcpy(address->sun_path + abstract, name, size);
    *length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + size);
    return 0;
}

static int local_connect(const char *name, int abstract) {
    struct sockaddr_un address;
    socklen_t length;
    int error = local(name, abstract, &address, &length);
    if (error) return error;
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return errno;
    error = outcome(connect(descriptor, (struct sockaddr *)&address, length));
    close(descriptor);
    return error;
}

ATTEMPT(probe_unix_connect) { return local_connect(arguments[0], 0); }

ATTEMPT(probe_abstract_connect) { return local_connect(arguments[0], 1); }

ATTEMPT(probe_abstract_bind) {
    struct sockaddr_un address;
    socklen_t length;
    int error = local(arguments[0], 1, &address, &length);
    if (error) return error;
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return errno;
    error = outcome(bind(descriptor, (struct sockaddr *)&address, length));
    close(descriptor);
    return error;
}

/// ask-service PATH CALL...: sends the rest as one line to a service that does it, and takes its answer for one's own.
ATTEMPT(probe_ask_service) {
    struct sockaddr_un address;
    socklen_t length;
    int error = local(arguments[0], 0, &address, &length);
    if (error) return error;
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return errno;
    error = outcome(connect(descriptor, (struct sockaddr *)&address, length));
    for (int index = 1; index < count && !error; index++) {
        error = outcome(send(descriptor, arguments[index], strlen(arguments[index]), MSG_NOSIGNAL));
        if (!error) error = outcome(send(descriptor, index + 1 < count ? " " : "\n", 1, MSG_NOSIGNAL));
    }
    uint8_t answer = 0;
    if (!error) error = ready(descriptor, POLLIN);
    if (!error) error = recv(descriptor, &answer, 1, 0) == 1 ? answer : ECONNABORTED;
    close(descriptor);
    return error;
}
