/*
 * outcome: how a thing that a person asked for ended, and what was wrong with it.
 *
 * A bug is an assert; a broken disk or database sticks to its handle (doors/db.h) and ends as
 * BROKEN; all else is an outcome with its faults. What the viewer may not see is NOT_FOUND.
 */
#ifndef BASE_OUTCOME_H
#define BASE_OUTCOME_H

#include "arena.h"

enum outcome {
	DONE,
	NOT_FOUND, /* not there, or not there for this viewer */
	FORBIDDEN, /* visible, but not theirs to change */
	INVALID,   /* see the faults */
	CONFLICT,  /* the state does not allow it: closed, taken, exists */
	STALE,     /* somebody changed it meanwhile; both texts are shown */
	BROKEN,    /* the database or the disk failed; it was logged */
};

struct fault {
	const char
		*field; /* name of the form field or front-matter key; NULL for a place in a text */
	int line, column;    /* 1-based; 0 where the fault has no place */
	const char *message; /* in the viewer's language; says what to do */
};

struct faults {
	struct arena *arena;
	struct fault *items;
	size_t count, room;
};

/* message is not copied: it must live as long as the arena. */
void fault_add(struct faults *f, const char *field, const char *message);
void fault_add_at(struct faults *f, int line, int column, const char *message);
const char *fault_of(
	const struct faults *f, const char *field); /* the first on this field, or NULL */

/* By line and column, those from number `from` on; what has the same place keeps its order. */
void fault_sort(struct faults *f, size_t from);

#endif
