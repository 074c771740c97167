/* write: the pages on which a reflection is written. */
#ifndef VIEWS_WRITE_H
#define VIEWS_WRITE_H

#include "base/diff.h"
#include "base/outcome.h"
#include "chrome.h"
#include "point.h"
#include "radar.h"
#include "rules/coach.h"
#include "rules/reflection.h"
#include "rules/reflection_form.h"
#include "store/reflection.h"
#include "store/task.h"

struct write_place {
	int number; /* 0-5: the name of its fields */
	const char *badge;
	const struct form_place *typed;
	bool by_default; /* its writer is "a member of" unless a point says otherwise */
	bool open, optional;
	const char *headline_fault, *story_fault; /* NULL: none */
};
struct write_places {
	struct write_place *items;
	size_t count, room;
};

struct write_fault { /* links to its field; field NULL: of the whole */
	const char *field, *message;
};
struct write_faults {
	struct write_fault *items;
	size_t count, room;
};

struct write_week { /* of the choice of weeks */
	const char *week, *words, *state;
	struct reflection_id closed; /* to be read only; 0: may be written */
	bool here;
};
struct write_weeks {
	struct write_week *items;
	size_t count, room;
};

struct write_taking { /* a daily report's problem or countermeasure, to be made an entry */
	const char *day, *value, *headline;
	enum kind kind;
};
struct write_tasks { /* the team's open ones */
	struct task *items;
	size_t count, room;
};
struct write_takes {
	struct write_taking *items;
	size_t count, room;
};

/* What every page of writing knows: which entry this is about. */
struct write_about {
	const char *subject; /* names the draft, and the entry when the form comes back */
	const char *week;    /* 2026-W47; NULL: after a task */
	const char *title;   /* in words */
	const char *days;
	const char *address;  /* of its form */
	int64_t base_version; /* of what is handed in, that this began from; 0: nothing was */
	bool changes;         /* an entry is handed in: this changes it */
	const char *late;     /* where it will land, in words; NULL: in time */
};

struct write_view {
	const struct chrome *chrome;
	struct write_about about;
	int64_t draft_version;
	const char *draft_key;  /* names it in the browser */
	const char *draft_time; /* when it was saved; NULL: there is none */
	const char *task, *task_fault;
	const char *readers, *until;
	struct write_places of_kind[KINDS];
	struct write_faults faults;
	struct write_weeks weeks;
	struct write_takes takes;
	struct write_tasks tasks;
	const struct reflection *before; /* what the viewer wrote last; NULL: nothing */
	struct safe example;
	bool pasted, has_file;
};

struct write_none_view {
	const struct chrome *chrome;
	const char *unit_code;
};

struct preview_point {
	enum kind kind;
	const char *headline;
	struct strings tags;
	struct safe body;
	struct ask_texts asks;
	bool team_only, anonymous;
	struct coach_hints hints;   /* what would make it easier to use */
	struct radar_beside beside; /* who told the same, and topics it may be about */
};
struct preview_points {
	struct preview_point *items;
	size_t count, room;
};

struct preview_view {
	const struct chrome *chrome;
	struct write_about about;
	int64_t draft_version;
	struct fields fields; /* all that was typed, to go on with */
	struct preview_points points;
	struct write_faults faults;
	const char *readers;
};

struct write_conflict_view {
	const struct chrome *chrome;
	struct write_about about; /* base_version: the newest */
	struct fields fields;
	bool file; /* it was written as one Markdown text */
	const char *theirs_when;
	struct diff theirs; /* against mine */
	const char *mine;
};

struct write_paste_view {
	const struct chrome *chrome;
	struct write_about about;
	const char *text;
	bool has_draft;
	const char *fault;
};

struct write_lost_view { /* a form that came after the session had ended */
	const struct chrome *chrome;
	const char *next;
	struct strings words;
};

struct write_file_view {
	const struct chrome *chrome;
	struct write_about about;
	int64_t draft_version;
	const char *draft_key, *draft_time;
	const char *text;
	struct faults faults;
	const char *readers, *until;
};

struct safe write_example(struct arena *a); /* beside the form, in the viewer's language */
/* A story as it will be shown once handed in. */
struct safe write_body(struct arena *a, const char *body);

#endif
