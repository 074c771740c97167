/* reflection: what the page of one, the list of one's own, and the API show. */
#ifndef VIEWS_REFLECTION_H
#define VIEWS_REFLECTION_H

#include "base/diff.h"
#include "chrome.h"
#include "point.h"
#include "rules/coach.h"
#include "rules/point_text.h"
#include "store/reflection.h"

struct reflection_item { /* one point of it */
	const struct point *point;
	struct safe body;
	struct ask_texts asks;
	struct coach_hints hints; /* for its author: what would make it easier to use */
	bool team, branch, hq;    /* how far it has come */
	bool may_withdraw;
};
struct reflection_items {
	struct reflection_item *items;
	size_t count, room;
};

struct reflection_version_line {
	int64_t number;
	const char *time, *via;
	bool blind;
};
struct reflection_version_lines {
	struct reflection_version_line *items;
	size_t count, room;
};

struct reflection_view {
	const struct chrome *chrome;
	const struct reflection *reflection;
	const char *week, *title, *days, *date;
	const char *lands; /* the week of its roll-up in words; NULL: its own */
	const char *team_name;
	struct points points;
	struct reflection_items items;
	bool own, open, withdrawn;
	const char *edit;            /* address of the form */
	const char *readers, *until; /* for the author of an open one */
	const char *blind_time; /* the newest came without having seen the one before; NULL: no */
	struct reflection_version_lines versions; /* for the author */
	const char *draft_time;                   /* there is a draft to go on with; NULL: none */
	const char *forget[2]; /* drafts the browser may forget: it was just handed in */
};

struct reflection_version_view {
	const struct chrome *chrome;
	const struct reflection *reflection;
	const char *title, *time, *via;
	int64_t number, before; /* before 0: it is the first */
	struct diff diff;
	bool open;
};

struct reflection_line {
	const struct reflection *reflection;
	const char *title, *days, *state;
	const char *headlines; /* with a dot between */
};
struct reflection_lines {
	struct reflection_line *items;
	size_t count, room;
};
struct reflection_list_view {
	const struct chrome *chrome;
	struct reflection_lines lines;
	bool writes;
};

void reflection_json(struct json_writer *j, const struct reflection_view *v);
const char *reflection_title(struct arena *a, const struct reflection *r);
const char *reflection_state_word(const struct reflection *r);
const char *reflection_via_word(enum via via);

#endif
