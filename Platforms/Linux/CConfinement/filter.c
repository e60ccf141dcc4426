#include "filter.h"

#include <stddef.h>

struct filter filter;

void emit(uint16_t code, uint32_t operand, uint8_t if_true, uint8_t if_false) {
    filter.instructions[filter.length++] =
        (struct sock_filter){.code = code, .k = operand, .jt = if_true, .jf = if_false};
}

static void load(size_t offset) { emit(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0); }

void load_architecture(void) { load(offsetof(struct seccomp_data, arch)); }

void load_call(void) { load(offsetof(struct seccomp_data, nr)); }

// Both supported architectures are little-endian.
void load_argument(unsigned index, bool high_half) {
    load(offsetof(struct seccomp_data, args) + 8 * index + (high_half ? 4 : 0));
}

void answer(uint32_t action) { emit(BPF_RET | BPF_K, action, 0, 0); }

void refuse(int error) { answer(SECCOMP_RET_ERRNO | (uint32_t)error); }

static uint8_t distance(unsigned short start) { return (uint8_t)(filter.length - start - 1); }

unsigned short begin_call(uint32_t call) {
    emit(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 0);
    return (unsigned short)(filter.length - 1);
}

void end_call(unsigned short start) {
    answer(SECCOMP_RET_ALLOW);
    filter.instructions[start].jf = distance(start);
}

unsigned short begin_beyond(uint32_t call) {
    emit(BPF_JMP | BPF_JGE | BPF_K, call, 0, 0);
    return (unsigned short)(filter.length - 1);
}

void end_beyond(unsigned short start) { filter.instructions[start].jt = distance(start); }
