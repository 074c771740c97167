#include "filter.h"

#include <assert.h>

enum { KIND_AT = 0xE000, DIGIT_AT = 0xE100, DIGIT_BITS = 12, LEVELS = 3, LEVEL_BITS = 3 };

static void write_token(struct out *o, unsigned kind, int64_t number)
{
	assert(kind < FILTER_KINDS && number >= 0);
	if (o->len)
		out_char(o, ' ');
	out_rune(o, KIND_AT + kind);
	int shift = 0;
	while (number >> shift >> DIGIT_BITS)
		shift += DIGIT_BITS;
	for (; shift >= 0; shift -= DIGIT_BITS)
		out_rune(o, DIGIT_AT + (unsigned)(number >> shift & ((1 << DIGIT_BITS) - 1)));
}

void filter_token(struct out *o, enum filter_kind kind, int64_t number)
{
	write_token(o, kind, number);
}

void filter_ranged(struct out *o, enum filter_kind kind, int64_t number)
{
	assert(kind == FILTER_WEEK);
	for (unsigned level = 0; level < LEVELS; level++)
		write_token(o, kind + level, number >> level * LEVEL_BITS);
}

void filter_range(struct out *o, enum filter_kind kind, int64_t first, int64_t last)
{
	assert(kind == FILTER_WEEK && first >= 0 && first <= last);
	if (last - first > 4095)
		last = first + 4095;
	while (first <= last) {
		unsigned level = LEVELS - 1;
		int64_t width = 1 << level * LEVEL_BITS;
		while (first % width || first + width - 1 > last) {
			level--;
			width = 1 << level * LEVEL_BITS;
		}
		write_token(o, kind + level, first / width);
		first += width;
	}
}
