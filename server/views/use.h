/* use: who used a thing and what came of it, as its page, a list of its own and the API show it. */
#ifndef VIEWS_USE_H
#define VIEWS_USE_H

#include "base/outcome.h"
#include "chrome.h"
#include "doors/json.h"
#include "store/evidence.h"

struct use_line {
	const struct use *use;
	const char *day;
};
struct use_lines {
	struct use_line *items;
	size_t count, room;
};

struct use_form {
	struct use_id of; /* the entry that is changed; 0: a new one */
	const char *effect, *text, *conditions, *customer, *day;
	const char *latest; /* today: no later day is taken */
	bool anonymous;
	struct use_words customers; /* to choose from */
	struct faults faults;
};

/* A thing's uses: a part of its page, or a page of their own. */
struct use_view {
	const struct chrome *chrome;
	struct use_subject subject;
	const char *title;    /* of the thing */
	const char *evidence; /* in words; NULL: never used */
	struct use_lines lines;
	bool may_use, open; /* open: the form is unfolded */
	bool whole;         /* a page of their own */
	bool own;           /* the viewer wrote the point */
	const char *next;   /* cursor of the next page; NULL: that is all */
	struct use_form form;
};

const char *use_place(enum use_noun noun); /* "points", "stories", "topics": in addresses */
/* Of the thing; behind: "", "/uses", "#uses". */
struct url use_address(struct out *o, struct use_subject s, const char *behind);
bool use_chosen(const struct use_form *f, enum effect e);
const char *use_effect_word(enum effect e);              /* 有效, 部分有效, 没有效果 */
const char *use_who(struct out *o, const struct use *u); /* the name, or 一队的一位同事 */

/* 2 个分公司的 4 个团队用过：3 次有效，1 次没有效果. NULL: never. */
const char *use_effects_words(struct arena *a, const int64_t of_effect[EFFECTS]); /* 3 次有效 */
const char *use_evidence_words(struct arena *a, const struct evidence *e);

/* {id, effect, text, conditions?, customer?, day, author?, unit, anonymous?, at, changed_at?} */
void use_json(struct json_writer *j, const struct use *u);
/* "evidence": {worked, partly, failed, people, teams, branches, score}, or null */
void use_json_evidence(struct json_writer *j, const struct evidence *e);

#endif
