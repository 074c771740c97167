/*
 * audit: the log of managing acts in sentences. An administrator reads it, who sees nothing that
 * people wrote: of points, reflections and stories only the number is told, and a detail is shown
 * only where the table in audit.c says so.
 */
#ifndef VIEWS_AUDIT_H
#define VIEWS_AUDIT_H

#include "base/outcome.h"
#include "change.h"
#include "chrome.h"
#include "store/audit.h"
#include "unit.h"

struct audit_line {
	const char *who; /* the name, or the owner of the machine */
	int64_t person;  /* 0: the owner */
	const char *sentence, *when;
	struct changes changes;
};
struct audit_lines {
	struct audit_line *items;
	size_t count, room;
};

struct audit_choice {
	const char *value, *label;
	bool on;
};
struct audit_choices {
	struct audit_choice *items;
	size_t count, room;
};

struct audit_view {
	const struct chrome *chrome;
	struct audit_choices acts;
	struct unit_choices units;
	const char *act, *person; /* as asked for */
	int64_t unit;
	struct audit_lines lines;
	const char *next; /* cursor; NULL: this is the end */
	struct faults faults;
};

/* All but `when`. */
struct audit_line audit_line_of(struct arena *a, const struct audit_entry *e);
/* Each kind of act that the log knows, "noun/action"; `on` is the one that equals chosen. */
struct audit_choices audit_choices_of(struct arena *a, const char *chosen);

#endif
