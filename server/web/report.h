/* report: what the pages and the API of daily reports share. */
#ifndef WEB_REPORT_H
#define WEB_REPORT_H

#include "rules/report.h"
#include "views/report.h"
#include "visit.h"

/* 11月24日 周二 */
const char *report_day_words(struct visit *v, int64_t day);
/* A stored text as it was handed in; what was taken out of it since does no harm. */
struct report_text report_text_stored(struct arena *a, const char *text);

#endif
