/*
 * agenda: what a meeting takes up and how long, by its kind and length. What there is nothing for
 * is left out, and its time goes to the rest.
 */
#ifndef RULES_AGENDA_H
#define RULES_AGENDA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/meeting_kind.h"

enum agenda_part {
	AGENDA_AGREED,    /* what was agreed last time */
	AGENDA_TASK,      /* plan, course and outcome of the task */
	AGENDA_POINTS,    /* the week's */
	AGENDA_DEEP,      /* two or three go deep */
	AGENDA_QUESTIONS, /* the six, or some of them */
	AGENDA_ASKS,      /* open ones */
	AGENDA_BREAK,
	AGENDA_CLOSING, /* who does what until when */
	AGENDA_PARTS
};

struct agenda {
	struct agenda_item {
		enum agenda_part part;
		int minutes;
	} items[AGENDA_PARTS];
	size_t count;
};

/* The minutes are those of the length, all together. */
struct agenda agenda_of(
	enum meeting_kind kind, enum meeting_length length, const bool there[AGENDA_PARTS]);
/* Is this question on the agenda of such a meeting? */
bool agenda_asks(enum meeting_kind kind, enum meeting_length length, enum question q);
const char *agenda_word(enum agenda_part part);

#endif
