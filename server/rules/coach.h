/*
 * coach: what would make a point easier for somebody else to use, and what in it is a customer's
 * own (DESIGN R5: a point is a story, not a slogan). Hints, never faults: a point is taken as it
 * is. A writer switches off the kinds that are not wanted.
 *
 * Of a story the first 3,000 characters are judged; what is private is looked for in all of it.
 *
 * A sentence is a slogan if it has a slogan's word and fewer than two of: somebody, a time or an
 * amount, something done. A slogan that the next sentence makes concrete is none. What the lists
 * hold: rules/coach_words.h; how well it hits: tests/coach_words_test.c, over
 * tests/fixtures/coach.tsv.
 */
#ifndef RULES_COACH_H
#define RULES_COACH_H

#include "coach_words.h"
#include "point_text.h"
#include "work.h"

enum coach_kind {
	COACH_PHONE,
	COACH_IDENTITY,
	COACH_EMAIL,
	COACH_ADDRESS,
	COACH_SHORT,  /* under two sentences */
	COACH_SLOGAN, /* without who, when, what */
	COACH_NEXT,   /* a lesson that does not say what to do next time */
	COACH_KINDS
};

/* In English: what is hinted at, for _(). */
struct coach_kind_row {
	const char *name, *label;
};
extern const struct coach_kind_row coach_kinds[COACH_KINDS];

/* One writer's coach. */
struct coach {
	const struct coach_words *words;
	unsigned off; /* bits, 1 << kind */
};
/* words NULL: ours. */
struct coach coach_of(struct work *w, const struct coach_words *words);

struct coach_hint {
	enum coach_kind kind;
	const char *name, *text; /* of the kind; in the viewer's language */
};
struct coach_hints {
	struct coach_hint *items;
	size_t count, room;
};

/* What is private first, then at most two on the story, the most useful first. */
struct coach_hints coach_hints(
	struct arena *a, const struct coach *coach, const struct point_text *p);

/* Of what is said under a point, or in answer to an ask: what is private, and a slogan. */
struct coach_hints coach_said(struct arena *a, const struct coach *coach, const char *text);

/* For measuring. The sentence alone; what was found of this kind in a text, NULL: nothing; the
 * sentences of a story. */
bool coach_is_slogan(struct arena *a, const struct coach_words *words, const char *sentence);
const char *coach_private(
	struct arena *a, const struct coach_words *words, enum coach_kind kind, const char *text);
size_t coach_sentences(struct arena *a, const char *story);

/* Switches one kind off or on for who asks. NOT_FOUND: no such kind. */
enum outcome coach_switch(struct work *w, const char *kind, bool on);
/* Exactly these kinds (by name) are on. */
enum outcome coach_choose(struct work *w, const struct strings *on);

#endif
