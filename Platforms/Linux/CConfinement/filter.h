// A filter as it grows, one instruction after the other (seccomp(2), linux/filter.h); for systemcalls.c only.
#pragma once

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stdint.h>

enum { MOST_INSTRUCTIONS = 512 };

struct filter {
    unsigned short length;
    struct sock_filter instructions[MOST_INSTRUCTIONS];
};

extern struct filter filter;

void emit(uint16_t code, uint32_t operand, uint8_t if_true, uint8_t if_false);
void load_architecture(void);
void load_call(void);
void load_argument(unsigned index, bool high_half);
void answer(uint32_t action);
void refuse(int error);

// Begins the rules of one call; the jump around them is completed by `end_call`.
unsigned short begin_call(uint32_t call);
// What a rule does not refuse is allowed; only the calls that skipped it go on, with the call's number still loaded.
void end_call(unsigned short start);

// Begins what calls from a number on skip; the jump around it is completed by `end_beyond`.
unsigned short begin_beyond(uint32_t call);
void end_beyond(unsigned short start);
