/*
 * script: a story told aloud: its three-minute version, written by whoever may write the story; and
 * the log of who told it to whom, which everybody who reads the published story may add to.
 */
#ifndef RULES_SCRIPT_H
#define RULES_SCRIPT_H

#include "store/script.h"
#include "work.h"

enum { SCRIPT_RUNES = 3000, TELLING_RUNES = 60, TELLING_DAYS_BACK = 366 };

/* base_version -1: not said. NOT_FOUND, FORBIDDEN, STALE; INVALID with a fault on text. "" takes it
 * out. */
enum outcome script_save(
	struct work *w, struct story_id story, const char *text, int64_t base_version);

struct telling_text { /* as typed; NULL or "": not said */
	const char *whom, *day, *listeners;
	struct meeting_id meeting;
};
/* NOT_FOUND; CONFLICT: the story is a draft; INVALID with faults on whom, day, listeners, meeting.
 */
enum outcome telling_record(struct work *w, struct story_id story, const struct telling_text *said,
	struct telling_id *id);
enum outcome telling_take_back(struct work *w, struct telling_id id); /* one's own */

#endif
