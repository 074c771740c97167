/*
 * dice: numbers that look thrown, the same ones for the same seed on every machine (SplitMix64, by
 * Steele, Lea and Flood 2014). For sample data and tests; what must not be guessed comes from
 * doors/secret.h.
 */
#ifndef BASE_DICE_H
#define BASE_DICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dice {
	uint64_t state;
};

static inline uint64_t dice_throw(struct dice *d)
{
	uint64_t z = d->state += 0x9e3779b97f4a7c15u;
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

/* 0 … n-1; 0 where n is 0. */
static inline size_t dice_below(struct dice *d, size_t n)
{
	return n ? (size_t)(dice_throw(d) % n) : 0;
}

static inline int64_t dice_between(struct dice *d, int64_t least, int64_t most)
{
	return least + (int64_t)dice_below(d, (size_t)(most - least + 1));
}

static inline bool dice_percent(struct dice *d, unsigned percent)
{
	return dice_below(d, 100) < percent;
}

#endif
