#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <netinet/in.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netlink.h>
#include <string.h>
#include <sys/fsuid.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

// What a dump of `table inet sallyport` must show: the output chain sends the offline principal's packets to the
// chain `offline`, that chain accepts nothing, and its last word is an unconditional reject.
struct evidence {
    uint32_t principal;
    bool sends_offline_away;
    bool rejects_the_rest;
    bool accepts;
};

struct attributes {
    const unsigned char *next;
    size_t left;
};

// The next attribute of a list, or false at the end or where the bytes stop making sense.
static bool take_attribute(struct attributes *list, uint16_t *type, struct attributes *value) {
    struct nlattr header;
    if (list->left < sizeof header) return false;
    memcpy(&header, list->next, sizeof header);
    if (header.nla_len < sizeof header || header.nla_len > list->left) return false;
    *type = header.nla_type & NLA_TYPE_MASK;
    *value = (struct attributes){list->next + sizeof header, header.nla_len - sizeof header};
    size_t step = NLA_ALIGN(header.nla_len);
    if (step > list->left) step = list->left;
    list->next += step;
    list->left -= step;
    return true;
}

static bool find_attribute(struct attributes list, uint16_t wanted, struct attributes *value) {
    uint16_t type;
    while (take_attribute(&list, &type, value))
        if (type == wanted) return true;
    return false;
}

static bool attribute_is_text(struct attributes value, const char *text) {
    size_t count = strlen(text) + 1;
    return value.left == count && memcmp(value.next, text, count) == 0;
}

static bool attribute_is_big_endian(struct attributes value, uint32_t number) {
    uint32_t bytes;
    if (value.left != sizeof bytes) return false;
    memcpy(&bytes, value.next, sizeof bytes);
    return ntohl(bytes) == number;
}

static bool verdict_of(struct attributes data, uint32_t *code, struct attributes *chain) {
    struct attributes immediate, verdict, value;
    if (!find_attribute(data, NFTA_IMMEDIATE_DATA, &immediate)) return false;
    if (!find_attribute(immediate, NFTA_DATA_VERDICT, &verdict)) return false;
    if (!find_attribute(verdict, NFTA_VERDICT_CODE, &value) || value.left != sizeof *code) return false;
    memcpy(code, value.next, sizeof *code);
    *code = ntohl(*code);
    if (!find_attribute(verdict, NFTA_VERDICT_CHAIN, chain)) *chain = (struct attributes){NULL, 0};
    return true;
}

static bool compares_with(struct attributes data, uint32_t number) {
    struct attributes value, bytes;
    if (!find_attribute(data, NFTA_CMP_OP, &value) || !attribute_is_big_endian(value, NFT_CMP_EQ)) return false;
    if (!find_attribute(data, NFTA_CMP_DATA, &value) || !find_attribute(value, NFTA_DATA_VALUE, &bytes)) return false;
    return bytes.left == sizeof number && memcmp(bytes.next, &number, sizeof number) == 0;
}

static void judge_rule(struct evidence *evidence, struct attributes rule) {
    struct attributes chain, expressions, element;
    if (!find_attribute(rule, NFTA_RULE_CHAIN, &chain) || !find_attribute(rule, NFTA_RULE_EXPRESSIONS, &expressions))
        return;
    const bool in_output = attribute_is_text(chain, "output"), in_offline = attribute_is_text(chain, "offline");
    bool names_principal = false, unconditional = true, rejects = false;
    uint16_t type;
    while (take_attribute(&expressions, &type, &element)) {
        struct attributes name, data = {NULL, 0}, value, target;
        if (!find_attribute(element, NFTA_EXPR_NAME, &name)) continue;
        find_attribute(element, NFTA_EXPR_DATA, &data);
        uint32_t code;
        if (attribute_is_text(name, "meta")) {
            names_principal = find_attribute(data, NFTA_META_KEY, &value) &&
                              attribute_is_big_endian(value, NFT_META_SKUID);
            unconditional = false;
        } else if (attribute_is_text(name, "cmp")) {
            names_principal = names_principal && compares_with(data, evidence->principal);
        } else if (attribute_is_text(name, "reject")) {
            rejects = true;
        } else if (attribute_is_text(name, "immediate") && verdict_of(data, &code, &target)) {
            if (in_output && names_principal && (code == (uint32_t)NFT_GOTO || code == (uint32_t)NFT_JUMP) &&
                attribute_is_text(target, "offline"))
                evidence->sends_offline_away = true;
            if (in_offline && code != NF_DROP) evidence->accepts = true;
        } else if (!attribute_is_text(name, "counter")) {
            names_principal = false;
            unconditional = false;
        }
    }
    if (in_offline) evidence->rejects_the_rest = rejects && unconditional;
}

static int request_dump(int netlink) {
    struct {
        struct nlmsghdr header;
        struct nfgenmsg family;
        struct nlattr attribute;
        char table[NLA_ALIGN(sizeof "sallyport")];
    } message = {
        .header = {.nlmsg_len = sizeof message,
                   .nlmsg_type = NFNL_SUBSYS_NFTABLES << 8 | NFT_MSG_GETRULE,
                   .nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP},
        .family = {.nfgen_family = NFPROTO_INET, .version = NFNETLINK_V0},
        .attribute = {.nla_len = NLA_HDRLEN + sizeof "sallyport", .nla_type = NFTA_RULE_TABLE},
        .table = "sallyport",
    };
    return send(netlink, &message, sizeof message, 0) == (ssize_t)sizeof message ? 0 : -1;
}

static int collect_evidence(int netlink, struct evidence *evidence) {
    static _Alignas(struct nlmsghdr) unsigned char buffer[64 << 10];
    while (true) {
        ssize_t count = recv(netlink, buffer, sizeof buffer, 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return -1;
        size_t left = (size_t)count;
        for (struct nlmsghdr *message = (struct nlmsghdr *)buffer; NLMSG_OK(message, left);
             message = NLMSG_NEXT(message, left)) {
            if (message->nlmsg_type == NLMSG_DONE) return 0;
            if (message->nlmsg_type == NLMSG_ERROR) {
                errno = ENOENT;
                return -1;
            }
            if (message->nlmsg_type != (NFNL_SUBSYS_NFTABLES << 8 | NFT_MSG_NEWRULE)) continue;
            size_t head = NLMSG_SPACE(sizeof(struct nfgenmsg));
            if (message->nlmsg_len < head) continue;
            judge_rule(evidence, (struct attributes){(unsigned char *)message + head, message->nlmsg_len - head});
        }
    }
}

// A datagram to the discard port of this machine, sent with the offline principal's file-system identity, which is the
// one that `meta skuid` sees. Returns the error of the attempt, 0 when it was let through, -1 without such a network.
static int refused_datagram(uint32_t principal, int family) {
    setfsuid(principal);
    int descriptor = socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    setfsuid(geteuid());
    if (descriptor < 0) return -1;
    struct sockaddr_in four = {.sin_family = AF_INET, .sin_port = htons(9), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr_in6 six = {.sin6_family = AF_INET6, .sin6_port = htons(9), .sin6_addr = IN6ADDR_LOOPBACK_INIT};
    const struct sockaddr *address = family == AF_INET ? (struct sockaddr *)&four : (struct sockaddr *)&six;
    socklen_t size = family == AF_INET ? sizeof four : sizeof six;
    int error = sendto(descriptor, "", 1, MSG_DONTWAIT, address, size) < 0 ? errno : 0;
    close(descriptor);
    return error;
}

int confinement_verify_firewall(uint32_t offline_principal) {
    struct evidence evidence = {.principal = offline_principal};
    int netlink = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_NETFILTER);
    if (netlink < 0) return confinement_fail(CONFINEMENT_FIREWALL, errno, "open a netlink socket to nf_tables");
    const struct timeval limit = {.tv_sec = 5};
    setsockopt(netlink, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    int result = request_dump(netlink) < 0 ? -1 : collect_evidence(netlink, &evidence);
    int error = errno;
    close(netlink);
    if (result < 0) return confinement_fail(CONFINEMENT_FIREWALL, error, "list the rules of table inet sallyport");
    if (!evidence.sends_offline_away || !evidence.rejects_the_rest || evidence.accepts)
        return confinement_fail(CONFINEMENT_FIREWALL, ENOENT, "table inet sallyport does not hold the offline rules");
    int four = refused_datagram(offline_principal, AF_INET);
    if (four != EPERM)
        return confinement_fail(CONFINEMENT_FIREWALL, four > 0 ? four : ENOENT,
                                "the canary over IPv4 was not refused by the firewall");
    if (refused_datagram(offline_principal, AF_INET6) == 0)
        return confinement_fail(CONFINEMENT_FIREWALL, ENOENT, "the canary over IPv6 was not refused by the firewall");
    return 0;
}

int send_canary(const struct confinement *confinement) {
    if (confinement->network == CONFINEMENT_NETWORK_OPEN) return 0;
    const int expected = confinement->network == CONFINEMENT_NETWORK_NONE ? ENETUNREACH : EPERM;
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(9), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return confinement_fail(CONFINEMENT_CANARY, errno, "make the canary's socket");
    int sent = sendto(descriptor, "", 1, MSG_DONTWAIT, (struct sockaddr *)&address, sizeof address);
    int error = sent < 0 ? errno : 0;
    close(descriptor);
    if (error == expected) return 0;
    return confinement_fail(CONFINEMENT_CANARY, error, "the command could have reached the network");
}
