/* setup: the first unit and the first person of an empty database, by whoever comes first. */
#ifndef RULES_SETUP_H
#define RULES_SETUP_H

#include "work.h"

struct setup {
	const char *unit; /* name of the headquarters */
	const char *name, *login, *password;
};

/* Nobody is there yet. */
bool setup_is_due(struct db *db);

/* Once only: NOT_FOUND as soon as there is anybody, however many ask at the same time. The first
 * person administers and belongs to the headquarters. Hashes (90 ms). */
enum outcome setup_do(struct work *w, const struct setup *s);

#endif
