/* synthesis: a unit's text on one topic of one week, as pages and the API show it. */
#ifndef VIEWS_SYNTHESIS_H
#define VIEWS_SYNTHESIS_H

#include "base/diff.h"
#include "base/outcome.h"
#include "chrome.h"
#include "doors/json.h"
#include "point.h"
#include "store/unit.h"
#include "store/synthesis.h"

struct synthesis_text {
	const struct synthesis *synthesis;
	struct safe body; /* cites as this reader may see them */
	const char *week, *changed;
};
struct synthesis_texts {
	struct synthesis_text *items;
	size_t count, room;
};

struct synthesis_view {
	const struct chrome *chrome;
	const struct synthesis_text *text;
	const char *words;     /* of the week */
	struct points cited;   /* those that the reader may see */
	bool manages;          /* sees the older versions */
	struct longs versions; /* their numbers, newest first */
	int64_t version;       /* the one that is shown */
	const char *older;     /* the words of an older version; NULL: the newest is shown */
};

/* What could not be saved: the typed text, and, when somebody else saved meanwhile, theirs. */
struct synthesis_edit_view {
	const struct chrome *chrome;
	const struct unit *unit;
	const struct topic *topic;
	const char *week, *typed;
	const struct synthesis_text *theirs; /* NULL: only faults */
	struct diff diff;                    /* from theirs to what was typed */
	bool from_workbench;
	int64_t version; /* to save on top of */
	struct faults faults;
};

/* One version against the one before it, for those who manage the unit. */
struct synthesis_version_line {
	int64_t number;
	const char *by, *time;
};
struct synthesis_version_lines {
	struct synthesis_version_line *items;
	size_t count, room;
};
struct synthesis_version_view {
	const struct chrome *chrome;
	const struct synthesis *synthesis;
	const char *words, *week; /* of the week */
	int64_t number, before;   /* before 0: it is the first */
	const char *by, *time;
	struct diff diff;
	struct synthesis_version_lines all;
	bool restores; /* it is not the newest, and the week is open */
};

/* {id, unit, week, state, topic, body_md, body_html, version, cites} */
void synthesis_json(struct json_writer *j, const struct synthesis_text *s);

#endif
