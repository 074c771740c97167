/*
 * kind: the two kinds of point, and what people call them in a heading. The kinds of ask beside.
 */
#ifndef BASE_KIND_H
#define BASE_KIND_H

#include <stdbool.h>
#include <stddef.h>

enum kind { EXPERIENCE, LESSON };
#define KINDS 2

const char *kind_name(enum kind k); /* "experience", "lesson": in the database and the API */
bool kind_parse(const char *name, enum kind *k);

const char *kind_heading(enum kind k); /* 经验, 教训: how a written reflection heads them */

/* Does this heading (without its #) name a kind? 经验, 三点经验, Experiences …, in simplified or
 * traditional characters, any case, with blanks anywhere and a colon of either width behind. */
bool kind_of_heading(const char *text, size_t len, enum kind *k);

enum ask_kind { ASK_HELP, ASK_DECISION };

const char *ask_kind_name(enum ask_kind k); /* "help", "decision" */

#endif
