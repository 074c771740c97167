/* counts: how often each number came. For some hundreds of different ones, below 2^32; small ones
 * cost least. */
#ifndef BASE_COUNTS_H
#define BASE_COUNTS_H

#include <stdint.h>

#include "arena.h"

struct count {
	uint32_t key, n;
};

enum { COUNTS_LOW = 4096 };

struct counts {
	struct arena *arena;
	uint32_t *low;       /* how often each number below COUNTS_LOW; NULL: none did */
	struct count *slots; /* by hash; n is 0 where there is none */
	size_t size, used;
};

void counts_add_any(struct counts *c, uint32_t key, uint32_t n);

static inline void counts_add(struct counts *c, uint32_t key, uint32_t n)
{
	if (key < COUNTS_LOW && c->low)
		c->low[key] += n;
	else
		counts_add_any(c, key, n);
}

/* Most frequent first, of equals the smaller number; *n of them. */
struct count *counts_sorted(const struct counts *c, size_t *n);

#endif
