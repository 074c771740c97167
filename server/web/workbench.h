/* workbench: the page shown again after something could not be done, or with a text as it was
 * typed. */
#ifndef WEB_WORKBENCH_H
#define WEB_WORKBENCH_H

#include "visit.h"
#include "store/unit.h"

struct workbench_typed {
	const char *body;
	int64_t base_version;
};

/* The faults are the visit's; `why` gives the status. scope: a topic's number, none, open; "": the
 * first that waits. typed NULL: the text as it is kept. */
enum outcome workbench_page(struct visit *v, const struct unit *unit, struct week week,
	const char *scope, const struct workbench_typed *typed, enum outcome why);

/* "synthesis/2/2026-W47/15": what a draft of this text is called. */
const char *workbench_subject(
	struct visit *v, struct unit_id unit, struct week week, struct topic_id topic);
/* The text that a draft of this name is about, as it is saved; NULL: none, or not for this viewer.
 */
const char *workbench_saved(struct visit *v, const char *subject);

#endif
