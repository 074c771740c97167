/* synthesis: a unit's text on one topic of one week, as pages and the API show it. */
#ifndef VIEWS_SYNTHESIS_H
#define VIEWS_SYNTHESIS_H

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
	int64_t version;                     /* to save on top of */
	struct faults faults;
};

/* {id, unit, week, state, topic, body_md, body_html, version, cites} */
void synthesis_json(struct json_writer *j, const struct synthesis_text *s);

#endif
