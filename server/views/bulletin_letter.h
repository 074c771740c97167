/*
 * bulletin_letter: what is sent of a bulletin to groups, programs and by e-mail: the words of the
 * outbox (rules/outbox.h), made when they are sent. `since` of a row is the edition that it tells
 * of: a newer one has its own row, and the older is dropped.
 */
#ifndef VIEWS_BULLETIN_LETTER_H
#define VIEWS_BULLETIN_LETTER_H

#include "rules/outbox.h"

typedef bool outbox_make(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter);

outbox_make bulletin_letter_group, bulletin_letter_event, bulletin_letter_mail; /* "bulletin" */
outbox_make unsigned_letter_group, unsigned_letter_event; /* "unsigned": of a unit, in numbers */
outbox_make trial_letter_group, trial_letter_event;       /* "test" */

#endif
