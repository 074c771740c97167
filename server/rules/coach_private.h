/*
 * coach_private: what in a text tells who or where a customer is: a telephone number, the number of
 * an identity card, an e-mail address, where somebody lives.
 *
 * Numbers of identity cards are told from orders by their check digit (GB 11643-1999, which is ISO
 * 7064 MOD 11-2), province and day of birth; telephone numbers by their shape and by the word that
 * stands before them. All text here is folded, but for coach_private_street().
 */
#ifndef RULES_COACH_PRIVATE_H
#define RULES_COACH_PRIVATE_H

#include "coach_words.h"

/* Each gives what it found, as it stands there; NULL: nothing. */
const char *coach_private_phone(
	struct arena *a, const struct coach_words *words, const char *folded);
const char *coach_private_identity(
	struct arena *a, const struct coach_words *words, const char *folded);
const char *coach_private_email(struct arena *a, const char *folded);
const char *coach_private_house(
	struct arena *a, const struct coach_words *words, const char *folded);
/* As English writes it, not folded: 12 Baker Street; its names begin with capitals. */
const char *coach_private_street(
	struct arena *a, const struct coach_words *words, const char *text);

#endif
