/*
 * trend: numbers over weeks as a line. The page draws it as SVG, made here, and has the same
 * numbers in a table beside it.
 */
#ifndef VIEWS_TREND_H
#define VIEWS_TREND_H

#include "base/clock.h"
#include "base/out.h"

struct trend_week {
	struct week week;
	const char *words; /* 第47周 */
};
struct trend_weeks { /* the oldest first */
	struct trend_week *items;
	size_t count, room;
};
struct trend { /* a number for each week */
	int64_t *items;
	size_t count, room;
	int64_t most; /* the top of its picture: of several in one picture the same */
};

struct trend_weeks trend_weeks_of(struct arena *a, struct week last, int count);
/* All 0, one for each week. */
struct trend trend_empty(struct arena *a, const struct trend_weeks *weeks);
void trend_add(struct trend *t, const struct trend_weeks *weeks, struct week week, int64_t n);

/* Of a picture so wide and high, with a margin on all sides: the corners of the line, where its
 * last week is, and where a number is. */
struct trend_place {
	long width, height, margin;
};
extern const struct trend_place trend_small, trend_large;
const char *trend_points(struct out *o, const struct trend *t, struct trend_place p);
const char *trend_area(struct out *o, const struct trend *t, struct trend_place p); /* below it */
long trend_end_x(const struct trend *t, struct trend_place p);
long trend_end_y(const struct trend *t, struct trend_place p);
long trend_y(const struct trend *t, struct trend_place p, int64_t n);
/* "3, 0, 5": for who does not see it. */
const char *trend_words(struct out *o, const struct trend *t);

#endif
