/* hint: what the coach says while one types, as JSON. */
#ifndef WEB_HINT_H
#define WEB_HINT_H

#include "rules/coach.h"
#include "visit.h"

/* [{kind, text}] under a key. */
void hint_list(struct json_writer *j, const char *key, const struct coach_hints *hints);
/* Of a draft that came in: {"0": […], …} by the places of the weekly form, {"file": […]} of a whole
 * text, {"course": […], …} of a daily report. `subject`: the draft's. */
void hint_draft(struct visit *v, struct json_writer *j, const char *subject);

#endif
