/* export_marks: what managers did to weeks and points beside closing and classifying: the rows of
 * the tables that an export has of it. All of it, for the owner of the machine. */
#ifndef STORE_EXPORT_MARKS_H
#define STORE_EXPORT_MARKS_H

#include "doors/db.h"

enum export_mark {
	MARK_MERGED,
	MARK_HIGHLIGHT,
	MARK_LEAVE,
	MARK_PICK,
	MARK_EXCUSE,
	MARK_ORDER,
	MARK_ROSTER,
	MARKS
};
enum { MARK_COLUMNS = 5 };

struct export_mark_row {
	const char *text[MARK_COLUMNS]; /* NULL: none; a week is its number */
};
struct export_mark_rows {
	struct export_mark_row *items;
	size_t count, room;
};

/*
 * Columns, in the order in which they are put back:
 * merged: point, lead. leave: point, reason, by, at. highlight: point, unit, reason, by, at. pick:
 * week, point, comment, by, at. excuse: login, week, reason, by, at. roster (of a closed week):
 * unit, week, login. order: unit, week, topic (""; the first after that: the topics themselves),
 * point.
 */
struct export_mark_rows export_marks_any(struct db *db, enum export_mark mark);

#endif
