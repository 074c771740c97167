/* minutes: a meeting's record as Markdown, in the viewer's language: to be sent, printed on a page,
 * kept. What is empty is left out. Headings are of the first two levels. */
#ifndef RULES_MINUTES_H
#define RULES_MINUTES_H

#include "record.h"

const char *minutes_text(struct arena *a, const struct record *r);
/* Those of a long meeting: printed closer, so that they stay on one page. */
bool minutes_are_long(const char *text);

#endif
