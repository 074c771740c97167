/* counts: how often each number came. For some hundreds of different ones, below 2^32. */
#ifndef BASE_COUNTS_H
#define BASE_COUNTS_H

#include <stdint.h>

#include "arena.h"

struct count {
	uint32_t key, n;
};

struct counts {
	struct arena *arena;
	struct count *slots; /* by hash; n is 0 where there is none */
	size_t size, used;
};

void counts_add(struct counts *c, uint32_t key, uint32_t n);
/* Most frequent first, of equals the smaller number; *n of them. */
struct count *counts_sorted(const struct counts *c, size_t *n);

#endif
