/*
 * point_text: one point as its author types it: a headline with tags, and the story under it.
 *
 * The body is the only truth: it keeps every line as typed, also those that speak to the program
 * (`求助: …`, `请示: …`, `范围: 本团队`, `署名: 匿名`, `署名: 实名`, or Ask, Decision, Scope: team,
 * Sign: anonymous; a colon of either width). What they say is read out of it; in code they are
 * text.
 */
#ifndef RULES_POINT_TEXT_H
#define RULES_POINT_TEXT_H

#include "base/kind.h"
#include "base/outcome.h"
#include "base/strings.h"

#define POINT_MAX_HEADLINE 200 /* characters, without tags */
#define POINT_MAX_TAG      40
#define POINT_MAX_TAGS     10

struct ask_text {
	enum ask_kind kind;
	const char *text;
	int line; /* in the body, from 0 */
};

struct ask_texts {
	struct ask_text *items;
	size_t count, room;
};

struct point_text {
	enum kind kind;
	const char *headline; /* trimmed, without tags and closing # */
	struct strings tags;  /* in their order, without # */
	const char *body; /* \n lines, no blank line at either end, no heading of level 1 or 2 */
	struct ask_texts asks;
	/* A line of the body says so. Neither anonymous nor named: as the author has it by default.
	 */
	bool team_only, anonymous, named;
	int line, body_line; /* in its file: of the headline, of the body's first line; or 0 */
};

/* Headline and tags from one typed line: `报价前先问 #报价 #大客户`. Tags are the words with a # at
 * the end, after a blank; 、，；。 may stand between and behind them; `A#1` and `C#` are text. */
void point_text_set_headline(struct arena *a, struct point_text *p, const char *typed);

/* Body and what it says from a clean body (point_text_escape, or read from the database). */
void point_text_set_body(struct arena *a, struct point_text *p, const char *body);

/* Lets the body say that the name is given, or is not, in place of what it said. */
void point_text_sign(struct arena *a, struct point_text *p, bool anonymous);

/* A fault for each rule that the point breaks; with field NULL they are placed by p's lines. */
void point_text_check(const struct point_text *p, const char *field, struct faults *faults);

/* `headline #tag #tag`, as a form field or a heading shows it. */
const char *point_text_heading(struct arena *a, const struct point_text *p);

/* The body as readers see it: without the lines that speak to the program. */
const char *point_text_shown(struct arena *a, const char *body);

/*
 * A typed story made clean: lines end in \n, blank lines at both ends go, `# ` and `## ` that
 * would end the point get a backslash, a fence left open is closed. A clean story stays as it is.
 */
const char *point_text_escape(struct arena *a, const char *typed);

/* Without the blank lines at both ends. */
const char *point_text_trim(struct arena *a, const char *body);

/* The story for a form's field, without those backslashes. escape(unescape(b)) is b for a clean b.
 */
const char *point_text_unescape(struct arena *a, const char *body);

#endif
