/* search_queries: the classes of query that tests/bench/search.c asks, made of the texts' own
 * words. */
#ifndef BENCH_SEARCH_QUERIES_H
#define BENCH_SEARCH_QUERIES_H

#include "search_fill.h"

/* n characters of somewhere in the text, Han only. */
static char *piece(struct arena *a, const struct strings *s, int n)
{
	for (;;) {
		const char *text = s->items[roll(s->count)], *end = text + strlen(text), *p = text;
		for (size_t skip = roll(text_runes(text)); skip && p < end; skip--)
			text_rune(&p, end);
		const char *from = p;
		int got = 0;
		while (got < n && p < end && rune_is_han(text_rune(&p, end)))
			got++;
		if (got == n)
			return arena_copy(a, from, (size_t)(p - from));
	}
}

static const char *const common[] = { "客户", "的", "我", "不", "一", "车", "是", "公里", "电",
	"他" };

static const char *query_of(struct arena *a, const struct strings *s, int class)
{
	switch (class) {
	case 0:
		return piece(a, s, 1);
	case 1:
		return piece(a, s, 2);
	case 2:
		return piece(a, s, 3);
	case 3:
		return piece(a, s, 4);
	case 4:
		return arena_format(a, "\"%s\"", piece(a, s, 6));
	case 5:
		return common[roll(10)];
	case 6:
		return arena_format(a, "E%d", (int)roll(90));
	case 7:
		return arena_format(a, "%d", (int)roll(1000));
	case 8:
		return arena_format(a, "%s %s", piece(a, s, 2), piece(a, s, 2));
	case 9:
		return arena_format(a, "%s %s %s", piece(a, s, 2), piece(a, s, 2), piece(a, s, 2));
	case 10:
		return arena_format(a, "%s OR %s", piece(a, s, 2), piece(a, s, 2));
	case 11:
		return arena_format(a, "%s -%s", piece(a, s, 2), piece(a, s, 2));
	case 12:
		return arena_format(a, "%s kind:lesson", piece(a, s, 2));
	case 13:
		return arena_format(a, "%s unit:b%d", piece(a, s, 2), (int)roll(BRANCHES));
	case 14:
		return arena_format(a, "%s #专题%d", piece(a, s, 2), (int)roll(TOPICS));
	case 15:
		return arena_format(a, "%s week:2025-W10..W40", piece(a, s, 2));
	case 16:
		return arena_format(a, "%s%s怎么办", piece(a, s, 4), piece(a, s, 4));
	}
	return NULL;
}

static const char *const classes[] = { "1 character", "2 characters", "3 characters",
	"4 characters", "\"6 characters\"", "the commonest", "letters+digits", "digits", "AND of 2",
	"AND of 3", "OR", "NOT", "kind:", "unit:", "#topic", "week:", "a sentence" };

#endif
