/*
 * story_form: a story as the fields of a form, and back. Lists are one line, parted by blanks or
 * 、 , ; so a topic whose name has blanks is written by a word of its own that has none.
 */
#ifndef RULES_STORY_FORM_H
#define RULES_STORY_FORM_H

#include "story_text.h"
#include "work.h"

struct story_form {
	const char *title, *outcome, *topics, *units, *people, *sources, *body;
	const char *writers; /* logins */
};

struct story_form story_form_from(struct work *w, const struct story_text *text);
/* false: faults by field. */
bool story_form_read(struct work *w, const struct story_form *form, struct story_text *text);
struct strings story_form_list(struct arena *a, const char *typed);

#endif
