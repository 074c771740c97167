/* story: what the pages and the API show of case stories. */
#ifndef VIEWS_STORY_H
#define VIEWS_STORY_H

#include "base/diff.h"
#include "base/outcome.h"
#include "base/strings.h"
#include "chrome.h"
#include "doors/json.h"
#include "rules/story_form.h"
#include "path.h"
#include "script.h"
#include "store/story.h"
#include "use.h"

struct story_line {
	const struct story *story;
	const char *units, *date;
};
struct story_lines {
	struct story_line *items;
	size_t count, room;
};
struct story_list_view {
	const struct chrome *chrome;
	struct story_lines drafts, published;
	const char *next; /* cursor; NULL: that is all */
	bool may_start, first;
};

struct story_named {                /* a unit or a person: as written, and what is known of it */
	const char *written, *name; /* name NULL: not known */
};
struct story_names {
	struct story_named *items;
	size_t count, room;
};

struct story_view {
	const struct chrome *chrome;
	const struct story *story;
	struct safe title, body; /* cites filtered for the viewer; what was searched marked */
	struct story_names units, people;
	struct story_writers writers;
	struct story_source_list sources;
	const char *date, *file; /* file: the whole as Markdown, for programs */
	bool may_write, may_publish;
	const struct use_view *uses; /* of its page */
	const struct script_view *script;
	const struct path_here *here; /* NULL: not on the path, or not for the viewer */
};

struct story_edit_view {
	const struct chrome *chrome;
	const struct story *story; /* NULL: a new one */
	struct story_form form;
	const char *file; /* as a whole file; NULL: as fields */
	int64_t base_version;
	struct faults faults;
	bool names_writers; /* the viewer may say who writes it */
	/* Of the fields, which save themselves; draft_time NULL: there is no draft yet. */
	const char *draft_subject, *draft_key, *draft_time;
	int64_t draft_version;
};

struct story_conflict_view {
	const struct chrome *chrome;
	const struct story *story;
	const char *mine, *theirs, *by, *time; /* both as whole files */
	struct diff diff;                      /* from theirs to mine */
	int64_t newest;
	bool file; /* it was written as one file */
};

struct story_version_line {
	int64_t number;
	const char *by, *time;
};
struct story_version_lines {
	struct story_version_line *items;
	size_t count, room;
};
struct story_version_view {
	const struct chrome *chrome;
	const struct story *story;
	struct story_version_lines all;
	int64_t number, before; /* the one shown; before 0: it is the first */
	struct diff diff;
	const char *by, *time;
};

const char *story_outcome_word(const char *outcome); /* 成功 …; NULL for none */

/* {id, title, outcome, state, topics, units, people, version, published_at}. */
void story_json(struct json_writer *j, const struct story *s);
/* The same with writers, sources, body_md and body_html. */
void story_json_whole(struct json_writer *j, const struct story_view *v);

#endif
