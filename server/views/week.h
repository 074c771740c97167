/* week: a week in words, in the viewer's language. */
#ifndef VIEWS_WEEK_H
#define VIEWS_WEEK_H

#include "base/clock.h"

const char *week_words(struct arena *a, struct week w);      /* 2026年第47周 */
const char *week_short(struct arena *a, struct week w);      /* 第47周 */
const char *week_days_words(struct arena *a, struct week w); /* 11月16日 – 11月22日 */

#endif
