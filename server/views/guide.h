/* guide: what is written on a topic's page, as that page, its versions, its form and the API show
 * it. */
#ifndef VIEWS_GUIDE_H
#define VIEWS_GUIDE_H

#include "base/diff.h"
#include "base/outcome.h"
#include "base/strings.h"
#include "chrome.h"
#include "doors/json.h"
#include "store/guide.h"
#include "store/person.h"
#include "store/topic.h"

struct guide_point { /* that it cites */
	struct point_id id;
	const char *headline; /* NULL: not for this viewer: a number */
	const char *team_name;
	enum kind kind;
	bool fresh; /* not in what was given out before: it is why it was changed */
};
struct guide_points {
	struct guide_point *items;
	size_t count, room;
};

/* A part of the topic's page. */
struct guide_view {
	const struct chrome *chrome;
	const struct topic *topic;
	const struct guide *guide; /* NULL: there is none, or not for the viewer */
	struct safe body;          /* what is shown of it; cites filtered for the viewer */
	struct guide_points points;
	bool changed;                          /* some of the points are fresh, others are not */
	bool draft;                            /* what is shown was not given out */
	bool pending;                          /* it was, and a newer version was not */
	bool may_write, due;                   /* due: to be looked at again by now */
	const char *note;                      /* why it was changed last; NULL: not said */
	const char *given, *checked, *recheck; /* days; NULL: none */
	int64_t version;
};

struct guide_choice {
	const char *value, *words;
	bool chosen;
};
struct guide_choices {
	struct guide_choice *items;
	size_t count, room;
};

struct guide_edit_view {
	const struct chrome *chrome;
	const struct topic *topic;
	const struct guide *guide; /* NULL: a new one */
	const char *body, *note;
	struct guide_choices owners; /* none: the viewer does not name them */
	struct guide_choices rechecks;
	struct points near; /* pinned there, to be cited with a tap */
	int64_t base_version;
	const char *draft_subject, *draft_key, *draft_time; /* draft_time NULL: there is none */
	int64_t draft_version;
	const struct guide *theirs; /* somebody else was faster; NULL */
	const char *theirs_time;
	struct diff diff; /* from theirs to what was typed */
	struct faults faults;
};

struct guide_version_line {
	int64_t number;
	const char *by, *time, *note;
	bool given;
};
struct guide_version_lines {
	struct guide_version_line *items;
	size_t count, room;
};
struct guide_version_view {
	const struct chrome *chrome;
	const struct topic *topic;
	struct guide_version_lines all;
	const struct guide_version_line *one; /* the one shown */
	int64_t before;                       /* 0: it is the first */
	bool newest, may_write;
	struct diff diff;
	struct guide_points points; /* that came with it */
};

const char *guide_name(const struct guide *g); /* its topic's, in the viewer's language */
const char *guide_word(const struct topic *t); /* 操作指南, 难点办法, 能力点 */

/* {topic, name, state, owner, body_md, body_html, version, published_at, checked_at, recheck_at,
 * cites: [{point, headline?, fresh}]}; for those who tend it also draft_md, draft_version. */
void guide_json(struct json_writer *j, const struct guide_view *v);
/* {id, topic, name, state, owner, version, published_at, recheck_at} */
void guide_json_line(struct json_writer *j, const struct guide *g);

#endif
