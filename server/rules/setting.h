/*
 * setting: what an administrator decides for the whole organisation. One table (setting.c) holds
 * name, kind, default and help; what is not set has its default.
 */
#ifndef RULES_SETTING_H
#define RULES_SETTING_H

#include "base/uri.h"
#include "work.h"

enum setting_kind {
	SETTING_TEXT,
	SETTING_ZONE,
	SETTING_LANGUAGE,
	SETTING_NUMBER,
	SETTING_SWITCH,  /* 1: yes, 0: no */
	SETTING_LINES,   /* a text of several lines */
	SETTING_CALENDAR /* days, a line each (base/workday.h) */
};

struct setting {
	const char *name;
	enum setting_kind kind;
	const char *fallback;
	long least, most;         /* of a number; of a text, its characters */
	const char *label, *help; /* English: show them through _() */
};

const struct setting *setting_at(size_t i); /* NULL past the last */

const char *setting_text(struct db *db, const char *name); /* as set, or the default */
long setting_number(struct db *db, const char *name);

bool setting_may(const struct who *who, const struct setting *s); /* may the viewer change it? */

/* Each setting that has a field of its name; all or none of them are saved. FORBIDDEN where one is
 * not the viewer's to change. */
enum outcome setting_save(struct work *w, const struct fields *fields);

#endif
