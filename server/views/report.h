/* report: daily reports: the list of a team's days, one of them, the form, and JSON. */
#ifndef VIEWS_REPORT_H
#define VIEWS_REPORT_H

#include "ask.h"
#include "base/strings.h"
#include "chrome.h"
#include "doors/json.h"
#include "rules/report_text.h"
#include "store/report.h"
#include "store/unit.h"

struct report_line {
	const struct report *report;
	const char *problem,
		*gives; /* its first words; what it contributes, "" if that is not said */
};
struct report_day {
	const char *day; /* 2026-11-24 */
	const char *words;
	struct report_lines {
		struct report_line *items;
		size_t count, room;
	} lines;
	const char *missing; /* names; "" if nobody is */
};
struct report_days {
	struct report_day *items;
	size_t count, room;
};
struct report_team {
	const struct unit *unit;
	bool manages;
	struct report_days days; /* that have anything to show */
};
struct report_list_view {
	const struct chrome *chrome;
	struct report_teams_shown {
		struct report_team *items;
		size_t count, room;
	} teams;
	const char *write; /* the day to write about; NULL: not the viewer's to write */
	bool written;      /* today's is there */
	const char *earlier, *from, *to;
};

struct report_view {
	const struct chrome *chrome;
	const struct report *report;
	const char *day, *words, *changed;
	int64_t version; /* the one that is shown */
	struct longs versions;
	struct report_parts {
		struct report_part {
			const char *heading;
			struct safe body;
		} * items;
		size_t count, room;
	} parts;
	const char *gives;
	struct ask_cards asks;
};

struct report_form_view {
	const struct chrome *chrome;
	const char *day, *words, *subject, *draft_key, *draft_time;
	int64_t draft_version, base_version;
	struct report_places {
		struct report_place {
			enum report_field field;
			const char *name, *label, *hint, *typed, *fault;
			bool needed;
		} * items;
		size_t count, room;
	} needed, more, asks;
	bool more_open;
	unsigned gives;
	struct faults faults;
	const char *theirs; /* another version was handed in meanwhile: its Markdown; NULL */
	bool changes;
};

const char *report_field_word(enum report_field f); /* 背景, "Background" … */
const char *report_field_hint(enum report_field f);
const char *report_gift_word(enum report_gift g);
const char *report_use_word(enum report_use u);
/* 信息、信念; "" for none. */
const char *report_gives_words(struct arena *a, unsigned gives);
/* A cited point that may_see() refuses is a number without a link. */
struct safe report_body(struct arena *a, const char *text,
	bool (*may_see)(void *ctx, long point_number), void *ctx);

void report_json(struct json_writer *j, struct arena *a, const struct report *r,
	const struct report_text *text, const struct asks *asks);

#endif
