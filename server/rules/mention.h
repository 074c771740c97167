/*
 * mention: @name in what is said: the full name, or the name somebody signs in with; of several of
 * one name, `@王磊(wanglei)`. An @ behind a letter or digit, or before a blank or a mark, is text.
 *
 * Whoever is not among the people is refused in the same words whether they exist or not.
 */
#ifndef RULES_MENTION_H
#define RULES_MENTION_H

#include "store/mention.h"
#include "work.h"

/* Who is named, each once, in order; with faults on "text". */
struct mentions mention_find(struct work *w, const struct mention_people *people, const char *text);
bool mention_any(const char *text); /* is there an @ that means somebody? */

/* Does the text mention somebody right here, at its @? The length of it; 0: no. */
size_t mention_at(const char *text, const char *begin);

/* Those whom the typed letters could mean, the best first: a name or what is in it, how it is read
 * (wanglei, wl), the name they sign in with; all of them for "". At most `most`. */
struct mention_people mention_suggest(
	struct arena *a, const struct mention_people *people, const char *typed, size_t most);
/* What to write behind the @: the name, with the login where others have the same. */
const char *mention_word(
	struct arena *a, const struct mention_people *people, const struct mention_person *p);

#endif
