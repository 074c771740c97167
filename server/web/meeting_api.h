/* meeting_api: what web/meeting_api*.c and task_api.c share. */
#ifndef WEB_MEETING_API_H
#define WEB_MEETING_API_H

#include "doors/json.h"
#include "visit.h"

/* The body as JSON; NULL: a fault says why not. */
const struct json *meeting_api_body(struct visit *v);
/* The record as it is now. */
enum outcome meeting_api_answer(struct visit *v, struct meeting_id id, int status);

#endif
