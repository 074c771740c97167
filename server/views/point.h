/* point: what a point's page and lists show of it. */
#ifndef VIEWS_POINT_H
#define VIEWS_POINT_H

#include "base/diff.h"
#include "chrome.h"
#include "doors/json.h"
#include "ask.h"
#include "remark.h"
#include "store/guide.h"
#include "store/point.h"
#include "store/story.h"
#include "store/synthesis.h"
#include "use.h"

struct point_step { /* of the way up: submitted, discussed, team, branch, hq, bulletin */
	const char *step;
	const char *unit_name;
	struct unit_id unit;
	struct meeting_id meeting; /* at which it was discussed; 0: another step */
	const char *by;            /* NULL: hidden, or not yet */
	int64_t at;                /* 0: not yet */
	const char *date;
};
struct point_way {
	struct point_step *items;
	size_t count, room;
};

struct point_change { /* a version, and what it changed in the one before */
	int64_t number;
	const char *date, *headline;
	struct diff diff; /* of the first: nothing */
	bool first;
};
struct point_changes { /* newest first */
	struct point_change *items;
	size_t count, room;
};

struct point_rollup {
	const char *unit, *week; /* NULL: none */
};

struct point_view {
	const struct chrome *chrome;
	const struct point *point;
	struct safe headline, body; /* cites filtered for the viewer; what was searched marked */
	const char *date, *week;
	struct point_way way;
	bool own;
	const char *left; /* why no text of its week takes it up; NULL: not left, or not for this
			     viewer */
	struct point_id lead; /* merged under it; 0: not, or not for this viewer */
	struct points merged; /* under this one, those that the viewer sees */
	struct syntheses cited_in;
	struct guides guides;   /* that cite it */
	struct stories stories; /* that come from it */
	struct point_changes changes;
	const struct point *before, *after; /* in the same reflection; NULL: none to be shown */
	struct point_rollup rollup;         /* where it lies, for those who manage it */
	bool open;                          /* its author may still change it */
	const struct remark_view *remarks;
	struct ask_cards asks; /* that stand in its words */
	struct evidence evidence;
	const struct use_view *uses;
};

const char *point_topic_name(const struct topic *t); /* in the viewer's language */
const char *point_kind_word(enum kind kind);         /* 经验, 教训 */

const char *point_step_word(const struct point_step *s);

/* {id, kind, headline, topics, unit, author?}: as lists and roll-ups show it. */
void point_json(struct json_writer *j, const struct point *p);
/* The same with "evidence" (views/use.h). */
void point_json_used(struct json_writer *j, const struct point *p, const struct evidence *e);
/* The same with body_md, body_html, reach and way. */
void point_json_whole(struct json_writer *j, const struct point_view *v);
/* The steps that were taken, into an open array. */
void point_json_way(struct json_writer *j, const struct point_way *way);
/* Its page; mark "#r": at what was said. And of what is made of points: "syntheses", "stories". */
struct url point_url(struct arena *a, struct point_id id, const char *mark, int64_t number);
struct url point_text_url(struct arena *a, const char *place, int64_t number);
void point_json_topics(struct json_writer *j, const struct topics *topics);

#endif
