/*
 * hq: the desk of the headquarters, for one week: the clock, topics against branches with their
 * trend, what is worth sending out, and what goes out.
 *
 * That every point is placed, merged or left with a reason is each branch's to do (R2, handled.h):
 * the headquarters does not do it again for all of them. It sees how far each branch did, and what
 * they passed over lies on the desk, to be read and sent out like the rest.
 */
#ifndef VIEWS_HQ_H
#define VIEWS_HQ_H

#include "ask.h"
#include "bulletin.h"
#include "radar.h"
#include "rollup_matrix.h"
#include "store/handled.h"
#include "synthesis.h"
#include "use.h"

struct hq_branch {
	const struct matrix_part *part;
	int64_t closed_at; /* 0: still open */
	const char *closed_on;
	bool late;                     /* after the cut-off, or past it and still open */
	struct handled_counts handled; /* what became of its points; zeros while it is open */
	const char *passed_words;      /* how many of them nobody dealt with; NULL: none */
};
struct hq_branches {
	struct hq_branch *items;
	size_t count, room;
	size_t closed;
	struct handled_counts handled; /* of all that have closed */
};

/* A point that could go out, and why it is looked at. */
struct hq_point {
	const struct point *point;
	struct evidence figures;
	const char *evidence;    /* in words; NULL: never used */
	const char *reason, *by; /* of a highlight: why, and which unit flagged it; else NULL */
	const char *week;
	bool chosen;
};
struct hq_points {
	struct hq_point *items;
	size_t count, room;
};
struct hq_use { /* that failed */
	const struct use *use;
	const struct point *point;
	const char *day;
	bool chosen;
};
struct hq_uses {
	struct hq_use *items;
	size_t count, room;
};
struct hq_text { /* texts on one topic stand together */
	const struct synthesis_text *text;
	const char *excerpt;
	bool first; /* on its topic */
	bool chosen;
};
struct hq_texts {
	struct hq_text *items;
	size_t count, room;
};
struct hq_ask {
	const struct ask *ask;
	const char *due;
	bool late;
};
struct hq_asks {
	struct hq_ask *items;
	size_t count, room;
};
struct hq_story {
	const struct story *story;
	const char *date;
	bool chosen;
};
struct hq_stories {
	struct hq_story *items;
	size_t count, room;
};

struct hq_rows {
	const struct matrix_row **items;
	size_t count, room;
};

struct hq_clock {
	struct bulletin_clock_view words;
	int64_t now, cut_at, due_at;
	int64_t out_at; /* when this week's went out; 0: not yet */
	const char *out_on, *out_late;
	const char *left, *late; /* to the next of the two, since the due time; two units each */
};

struct hq_view {
	const struct chrome *chrome;
	const struct unit *unit;
	const char *week, *words, *days, *before, *after; /* after NULL: this is the current week */
	bool writes;                                      /* may choose and write */
	struct hq_clock clock;
	struct hq_branches branches;
	struct matrix matrix;
	struct hq_rows risen; /* topics that grew most since the week before */
	struct trend_weeks weeks;
	struct trend of_kind[KINDS]; /* of all topics */
	struct hq_points highlights, proved;
	struct hq_points passed; /* that no text takes up, without a reason: a few of each branch */
	struct hq_uses failed;
	struct radar_entries recurring;
	struct hq_texts texts;
	struct hq_asks asks;
	struct hq_stories stories;
	/* What goes out. */
	const struct bulletin *draft; /* of this week; NULL: none yet */
	const struct bulletin *other; /* of another week, that stands in the way; NULL: none */
	struct bulletin_id out;       /* this week's, issued; 0: none */
	struct bulletin_parts parts[PIECE_KINDS];
	size_t carried;
	const char *frame; /* as it is, or as it was typed */
	struct faults faults;
};

const char *hq_span(struct arena *a, int64_t seconds); /* 1 天 3 小时 */
const char *hq_author(struct out *o, const struct point *p);
const char *hq_piece_name(enum piece_kind kind, int64_t noun, struct arena *a); /* "0.12" */

void hq_json(struct json_writer *j, const struct hq_view *v);

#endif
