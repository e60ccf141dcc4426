#pragma once

#include <linux/filter.h>

// Compiles the rules into at most `room` instructions; how many, or -1.
long oracle_program(struct sock_filter *_Nonnull instructions, unsigned long room);
