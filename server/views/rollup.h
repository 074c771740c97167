/* rollup: what a unit's roll-up page of one week shows. */
#ifndef VIEWS_ROLLUP_H
#define VIEWS_ROLLUP_H

#include "chrome.h"
#include "point.h"
#include "store/roster.h"
#include "store/unit.h"

struct rollup_line {
	const struct point *point;
	const char *date, *excerpt;
};
struct rollup_lines {
	struct rollup_line *items;
	size_t count, room;
};
struct rollup_topic { /* points under one topic; topic NULL: not classified yet */
	const struct topic *topic;
	int64_t of_kind[KINDS];
	struct rollup_lines lines;
};
struct rollup_topics {
	struct rollup_topic *items;
	size_t count, room;
};

struct rollup_view {
	const struct chrome *chrome;
	const struct unit *unit, *parent;               /* parent NULL: the headquarters */
	const char *week, *week_words, *before, *after; /* after NULL: this is the current week */
	bool closed;
	bool may_close; /* the viewer manages the unit */
	int64_t of_kind[KINDS];
	struct roster roster; /* of a team, for the team and its manager; else empty */
	struct points points;
	struct rollup_topics topics;
};

void rollup_json(struct json_writer *j, const struct rollup_view *v);

#endif
