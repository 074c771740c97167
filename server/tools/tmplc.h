/*
 * tmplc: what the three files of the template compiler share. tmplc.c goes through the source,
 * place.c knows where in the HTML that is, words.c turns the {% words %} into C.
 */
#ifndef TOOLS_TMPLC_H
#define TOOLS_TMPLC_H

#include <stdbool.h>

#include "place.h"

extern struct place here;
extern int line;         /* of the template, from 1 */
extern bool header_only; /* only the prototypes are wanted */

/* Prints FILE:LINE: error: … and ends the program. */
void fail(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));
/* Prints C, but for the header. */
void emit(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* What follows stands in the template's present line, at this column. */
void emit_line(int column);

bool words_in_page(void);                     /* is a page open? */
void words_say(const char *word, char *rest); /* {% word rest %}; changes rest */
void words_end(void);                         /* the file ends */

#endif
