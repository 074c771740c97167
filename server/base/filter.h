/*
 * filter: what a found row must be, as words of the search index.
 *
 * The column `filter` of the index holds, for each row, its kind, unit, topics, week and audience
 * as tokens, so that narrowing a search (and keeping out what the viewer may not see) costs what
 * one more word costs, and counts, facets and snippets cannot leak. A token is one private-use
 * character for the kind, U+E000 on, then the number in base 4096, high digit first, U+E100 on.
 * People's text never holds such characters (fold.h drops them), so nobody can write a token.
 *
 * A number that one asks for by range (weeks) is written as three tokens, for itself, its eight and
 * its sixty-four neighbours: ten years are then asked for with at most 36 tokens.
 */
#ifndef BASE_FILTER_H
#define BASE_FILTER_H

#include <stdint.h>

#include "out.h"

enum filter_kind {   /* stored: never renumber without raising TOKENIZER_VERSION */
	FILTER_ALL,  /* every row has (ALL, 0): what "everything but" starts from */
	FILTER_TYPE, /* point, synthesis, story … */
	FILTER_KIND, /* experience, lesson */
	FILTER_UNIT, /* the row's unit and each unit above it */
	FILTER_TOPIC,
	FILTER_PERSON,
	FILTER_AUDIENCE,  /* who may see it; the store says what the numbers mean */
	FILTER_WEEK = 16, /* and the two after it: by range */
	FILTER_KINDS = 32,
};

/* One token, a blank before it if o is not empty. number >= 0. */
void filter_token(struct out *o, enum filter_kind kind, int64_t number);

/* The three tokens of a number that is asked for by range; FILTER_WEEK only. */
void filter_ranged(struct out *o, enum filter_kind kind, int64_t number);

/* Tokens, blank between, any of which every number from first to last has. Needs first <= last;
 * last - first is cut to 4095. */
void filter_range(struct out *o, enum filter_kind kind, int64_t first, int64_t last);

#endif
