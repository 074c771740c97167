/* rollup: what a unit's roll-up page of one week shows, and the same as JSON. */
#ifndef VIEWS_ROLLUP_H
#define VIEWS_ROLLUP_H

#include "base/strings.h"
#include "chrome.h"
#include "point.h"
#include "rollup_matrix.h"
#include "rules/order.h"
#include "rules/rollup.h"
#include "store/pick.h"
#include "synthesis.h"
#include "store/roster.h"

struct rollup_topic { /* how many points under one topic; those that the viewer may see */
	const struct topic *topic;
	int64_t of_kind[KINDS];
};
struct rollup_topics {
	struct rollup_topic *items;
	size_t count, room;
};

struct rollup_part_view { /* a team of a branch, a branch of the headquarters */
	const struct rollup_part *part;
	bool shown; /* its figures; what is still open shows as open and nothing else */
	int64_t of_kind[KINDS];
	int64_t presence[4]; /* of a team */
};
struct rollup_part_views {
	struct rollup_part_view *items;
	size_t count, room;
};

struct rollup_view {
	const struct chrome *chrome;
	const struct unit *unit, *parent; /* parent NULL: the headquarters */
	const char *week, *words, *dates, *before,
		*after;          /* after NULL: this is the current week */
	const struct zone *zone; /* days are shown in it */
	struct rollup state;
	const char *closed_on;
	struct rollup_rights rights;
	bool works;             /* the viewer manages it and it is open */
	bool names_deputies;    /* the viewer may say who stands in for its manager */
	int64_t of_kind[KINDS]; /* what the viewer may see of it */
	int64_t unclassified;
	bool told; /* of a branch, to those who see all of it: what became of its points */
	struct handled_counts handled;
	struct roster roster; /* names only with rights.names, numbers only with rights.numbers */
	struct rollup_part_views parts;
	struct rollup_lines lines;
	struct order_entries entries;
	struct order_groups groups;
	struct rollup_topics topics; /* all of them, also where points are shown page by page */
	struct topics offered;       /* to classify by */
	struct strings warnings;     /* before closing: what is missing */
	struct synthesis_texts syntheses; /* of this roll-up */
	struct synthesis_texts below;     /* of the branches, at the headquarters */
	struct picks picks;
	struct matrix matrix;     /* of the headquarters, for those who see all */
	const char *narrowed;     /* which part of it is listed, in words; NULL: all of it */
	const struct topic *only; /* ?topic=: only its points are listed; NULL: all */
	struct unit_id only_part;
	const char *next; /* ?cursor= of the next page; NULL: this is the last */
};

void rollup_json(struct json_writer *j, const struct rollup_view *v);
void rollup_handled_json(struct json_writer *j, const struct handled_counts *c); /* "handled" */

/* For templates. */
const char *rollup_day(struct out *o, const struct rollup_view *v, int64_t moment); /* 11月20日 */
const char *rollup_author(struct out *o, const struct rollup_line *l); /* or: a member of team X */
const char *rollup_figures(struct out *o, const int64_t of_kind[KINDS]); /* 经验 2 · 教训 1 */
const char *rollup_presence_icon(enum presence p);
const char *rollup_presence_word(enum presence p);
/* The text on this topic; NULL: none, or not for this viewer. */
const struct synthesis_text *rollup_synthesis_on(
	const struct rollup_view *v, const struct topic *topic);
/* Is this topic's text not shown beside its points, since no point here has the topic? */
bool rollup_synthesis_alone(const struct rollup_view *v, const struct synthesis_text *s);
bool rollup_line_has(const struct rollup_line *l, struct topic_id topic);

#endif
