/*
 * meeting_line: what was answered at a meeting, and what it becomes: a point, which its speaker
 * finds in the weekly form and hands in; an ask, owed and climbing like any other; the name of an
 * ability that is missing. What became of it stays linked to the line.
 */
#ifndef RULES_MEETING_LINE_H
#define RULES_MEETING_LINE_H

#include "base/kind.h"
#include "meeting.h"
#include "paste.h"
#include "store/meeting_line.h"

enum { LINE_RUNES = 500, LINE_ABILITY_RUNES = 40 };

struct line_input {
	enum question question;
	struct person_id person; /* who said it; 0: all of them */
	const char *text;
};

/* Keepers of the record. INVALID: faults at text, person. */
enum outcome meeting_line_say(
	struct work *w, struct meeting_id meeting, const struct line_input *in, struct line_id *id);
enum outcome meeting_line_change(struct work *w, struct line_id id, const struct line_input *in);
/* CONFLICT once it has become something. */
enum outcome meeting_line_remove(struct work *w, struct line_id id);

/* Keepers of the record, and whoever said it. The kind that its question suggests: */
enum kind meeting_line_kind(enum question q);
bool meeting_line_may_turn(struct work *w, struct db *db, const struct meeting_line *l);
/* It shall be a point: whoever said it finds it in the form of that week. */
enum outcome meeting_line_write(struct work *w, struct line_id id, enum kind kind);
enum outcome meeting_line_ask(struct work *w, struct line_id id, enum ask_kind kind);
/* Found by the name, or proposed as an ability. name NULL or "": the words themselves. */
enum outcome meeting_line_gap(struct work *w, struct line_id id, const char *name);
/* The words that would name the ability. */
const char *meeting_line_ability(struct work *w, const struct meeting_line *l);

/* An entry for the weekly form. */
void meeting_line_take(struct arena *a, const struct meeting_line *l, struct paste_point *out);

#endif
