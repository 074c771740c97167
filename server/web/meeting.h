/* meeting: what the pages and the API of meetings share. */
#ifndef WEB_MEETING_H
#define WEB_MEETING_H

#include "rules/meeting.h"
#include "views/meeting.h"
#include "visit.h"

/* The record's page again, with the faults of v->work; typed: what was refused, of a question. */
enum outcome meeting_page(
	struct visit *v, struct meeting_id id, enum question at, const char *typed);
/* Back to a place of the record's page. */
enum outcome meeting_back(struct visit *v, struct meeting_id id, const char *said, const char *at);
/* Does the line belong to the meeting of the address? */
bool meeting_has_line(struct visit *v, struct meeting_id id, struct line_id line);
/* Into the form of that week, for who said it themselves: its address; NULL: not so. */
const char *meeting_to_form(struct visit *v, struct line_id line);

#endif
