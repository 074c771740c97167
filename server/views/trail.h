/* trail: where one's points went, for their author alone. */
#ifndef VIEWS_TRAIL_H
#define VIEWS_TRAIL_H

#include "base/strings.h"
#include "point.h"

struct trail_fact {
	const char *deed; /* read, said, used, cited, told, highlighted, picked, pinned, like */
	int64_t at;       /* 0: not known */
	const char *date; /* NULL: not known */
	const char *icon, *words;
	const char *text;                  /* what was said; NULL */
	const char *effect, *effect_words; /* of a use; else NULL */
	struct url to;                     /* NULL: nowhere else */
};
struct trail_facts { /* the newest first */
	struct trail_fact *items;
	size_t count, room;
};

struct trail_point {
	const struct point *point;
	const char *evidence; /* NULL: never used */
	struct point_way way;
	struct trail_facts facts;
	size_t first; /* so many are shown at once, the others unfold */
};
struct trail_points {
	struct trail_point *items;
	size_t count, room;
};

struct trail_view {
	const struct chrome *chrome;
	struct trail_points points;
	bool first;            /* the first page */
	struct strings lately; /* what these weeks brought, a sentence each */
	const char *next;      /* cursor; NULL: that is all */
};

/* {point: {id, kind, headline …}, evidence, reach, way, facts: [{deed, at?, words, text?,
 * effect?}]} */
void trail_json(struct json_writer *j, const struct trail_point *p, const struct evidence *e);

#endif
