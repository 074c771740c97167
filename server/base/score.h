/*
 * score: what a row is worth to a query, by the row alone.
 *
 * For each phrase its weight times (2 if the headline has it, and tf / (tf + 1) of the body); a
 * filter token with a weight counts 1.5; words that stand together in the order asked for add to
 * it; younger rows are up to 15 % better. Columns: body 0, headline 1, filter 2.
 */
#ifndef BASE_SCORE_H
#define BASE_SCORE_H

#include <stdbool.h>
#include <stdint.h>

enum { SCORE_FILTER_COLUMN = 2, SCORE_PLACES = 16 /* that are looked at for nearness */ };

struct score_places {               /* of one phrase in a row */
	int body, headline, filter; /* how many */
	int size;                   /* tokens of the phrase */
	int count, column[SCORE_PLACES], at[SCORE_PLACES];
};

static inline void score_place(struct score_places *p, int column, int at)
{
	p->body += column == 0;
	p->headline += column == 1;
	p->filter += column == SCORE_FILTER_COLUMN;
	if (p->count < SCORE_PLACES) {
		p->column[p->count] = column;
		p->at[p->count++] = at;
	}
}

static inline float score_worth(const struct score_places *p)
{
	return (p->headline ? 2.0f : 0) + (float)p->body / ((float)p->body + 1) +
	       (p->filter ? 1.5f : 0);
}

/* 1 if b follows a at once, less with what lies between, half of it in the other order. A run of
 * Han has a position more than tokens: its pairs overlap. */
float score_nearness(const struct score_places *a, const struct score_places *b);

/* What the sum over a row's phrases is multiplied with, or if there are none, its score. Days since
 * 1970. */
static inline float score_young(bool words, int64_t day, int64_t today)
{
	int64_t age = today - day;
	float young = 0.15f / (1 + (age > 0 ? (float)age / 90 : 0));
	return words ? 0.85f + young : young;
}

#endif
