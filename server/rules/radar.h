/*
 * radar: what was told before. Points like a text, the topics it is likely about, and lessons that
 * recur over teams and weeks.
 *
 * Two points tell the same if paragraphs of theirs are the same but for numbers (base/near.h), or
 * if they are alike enough in words (doors/alike.h) and topics: likeness = cosine of the words + a
 * tenth of the cosine of the topics, less where one is an experience and the other a lesson. A text
 * whose topics are not known yet is given those of its nearest neighbours, with their weights.
 *
 * How well it hits: tests/radar_sample_test.c and tests/radar_test.c print it.
 */
#ifndef RULES_RADAR_H
#define RULES_RADAR_H

#include "base/snippet.h"
#include "store/point.h"
#include "store/radar_find.h"
#include "work.h"

/* At the end of the transaction: what is kept of the point follows the truth. */
void radar_put_point(struct txn *t, struct point_id id);
/* As search_fill() and search_empty() (rules/search.h). */
bool radar_fill(struct writer *w, bool *more);
bool radar_empty(struct writer *w, struct arena *a);
/* Compares up to `most` waiting points with the others, outside the writer's lock, and puts those
 * that tell the same into groups. Needs w->db. How many: 0 when none wait. */
size_t radar_gather(struct work *w, size_t most);

struct radar_text {
	enum kind kind;
	const char *headline, *body; /* plain */
	const struct topics *topics; /* NULL: not known */
	struct point_id self;        /* of a point that is written already */
};
struct radar_text radar_text_of(struct arena *a, const struct point *p);

struct radar_like {
	const struct point *point;
	double likeness;
	bool same;           /* a paragraph is the same */
	struct terms shared; /* words they have in common, the most telling first */
};
struct radar_likes {
	struct radar_like *items;
	size_t count, room;
};
/* Those that tell the same, likest first. near: also what is only near, of the same kind or not. */
struct radar_likes radar_similar(struct db *db, const struct who *who,
	const struct radar_text *text, size_t most, bool near);

bool radar_is_same(const struct radar_like *like); /* not near only */

/* What it is likely about, by its nearest neighbours: accepted topics, and proposed ones that the
 * viewer sees on one of them. */
struct topics radar_topics(
	struct db *db, const struct who *who, const struct radar_text *text, size_t most);

/* A lesson or an experience that recurs, as the viewer sees it. */
struct radar_group {
	struct point_id newest;
	struct points points; /* newest first */
	bool more;            /* there may be others, older */
	size_t teams, branches, weeks;
	size_t teams_lately; /* of this week and the three before it */
	struct terms shared;
};
struct radar_groups {
	struct radar_group *items;
	size_t count, room;
};
/* That with the newest point first. next: hand it in as `before` for those after them; 0: no more.
 */
struct radar_groups radar_recurring(
	struct work *w, struct point_id before, size_t most, struct point_id *next);

#endif
