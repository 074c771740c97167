/* report_take: what of a daily report could become a point of the week: its problem a lesson, a
 * countermeasure that had an effect an experience. */
#ifndef RULES_REPORT_TAKE_H
#define RULES_REPORT_TAKE_H

#include "paste.h"
#include "report_text.h"

/* false: there is nothing in it for this kind. */
bool report_take(
	struct arena *a, const struct report_text *r, enum kind kind, struct paste_point *out);

#endif
