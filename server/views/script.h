/* script: a story told aloud: its three-minute version, and who told it to whom. */
#ifndef VIEWS_SCRIPT_H
#define VIEWS_SCRIPT_H

#include "base/oral.h"
#include "base/outcome.h"
#include "chrome.h"
#include "doors/json.h"
#include "store/meeting.h"
#include "store/script.h"
#include "store/story.h"

struct telling_line {
	const struct telling *telling;
	const char *day;
};
struct telling_lines {
	struct telling_line *items;
	size_t count, room;
};

struct telling_form {
	const char *whom, *day, *listeners, *latest; /* latest: today */
	struct telling_meetings {
		struct telling_meeting {
			struct meeting_id id;
			const char *words;
			bool chosen;
		} * items;
		size_t count, room;
	} meetings; /* lately, that the teller sees */
	struct faults faults;
};

/* A part of the story's page. */
struct script_view {
	const struct chrome *chrome;
	const struct story *story;
	struct script script;
	const char *length; /* in words; NULL: there is no text */
	bool may_write, may_tell, open;
	struct telling_lines lines;
	const char *sum; /* in words; NULL: never told */
	bool more;       /* there are older ones */
	struct telling_form form;
};

struct script_edit_view {
	const struct chrome *chrome;
	const struct story *story;
	const char *text, *length;
	int64_t base_version, draft_version;
	const char *draft_subject, *draft_key, *draft_time;
	const char *theirs, *theirs_by, *theirs_time; /* somebody else was faster; NULL */
	struct faults faults;
};

/* 约 640 字，讲 2 分 50 秒左右 … and whether that is three minutes. NULL: no text. */
const char *script_length(struct arena *a, const char *text);
/* 讲过 3 次，42 人听过. NULL: never. */
const char *telling_sum_words(struct arena *a, struct telling_sum s);

/* {story, text, version, changed_at, length: {unit, count, least, most, seconds}} */
void script_json(struct json_writer *j, const struct script *s);
/* {id, story, by, unit, whom, meeting?, day, listeners, at} */
void telling_json(struct json_writer *j, struct arena *a, const struct telling *x);

#endif
