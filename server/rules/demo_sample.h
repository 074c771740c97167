/*
 * demo_sample: the texts of the sample organisation, as templates/sample/ has them (embedded as
 * "sample/…"; tests/sample_check.sh holds them together, so that reading them cannot fail).
 */
#ifndef RULES_DEMO_SAMPLE_H
#define RULES_DEMO_SAMPLE_H

#include "base/dice.h"
#include "base/kind.h"
#include "base/names.h"
#include "base/strings.h"
#include "rules/org_csv.h"

struct demo_topic {
	const char *key, *kind, *name_zh, *name_en, *about_zh, *about_en;
	const char *parent;    /* a key, or "" */
	struct strings others; /* more words that lead to it, the key among them */
};
struct demo_topics {
	struct demo_topic *items;
	size_t count, room;
};

struct demo_point {
	const char *key, *voice, *headline, *body; /* with {…} still in them */
	const char *recurring;                     /* the group's name; NULL: none */
	enum kind kind;
	struct strings topics; /* names, as one types them behind a # */
	bool slogan, team_only, anonymous, highlight;
};
struct demo_points {
	struct demo_point *items;
	size_t count, room;
};

struct demo_synthesis {
	const char *topic; /* a name */
	bool hq;           /* of the headquarters; else of a branch */
	struct strings points;
	const char *text; /* [[n]] cites the n-th of the points */
};
struct demo_syntheses {
	struct demo_synthesis *items;
	size_t count, room;
};

struct demo_voice {
	const char *login, *voice;
};

/* What is said under points (answers.txt). Advice: `who|in how many days|what`; chains: a why, its
 * answer, the next why …, parted by |. */
enum demo_saying {
	SAY_TO_EXPERIENCE, /* the manager */
	SAY_TO_LESSON,
	SAY_TO_SLOGAN,
	SAY_ADVICE,
	SAY_OFFER,
	SAY_COLLEAGUE,
	SAY_CHAIN_EXPERIENCE,
	SAY_CHAIN_LESSON,
	SAY_ABOVE, /* the branch manager, under a manager's own point */
	SAY_HIGHLIGHT,
	SAY_NOT_HELPED, /* the asker */
	SAY_ANEW,       /* and what is answered then */
	DEMO_SAYINGS
};

struct demo_sample {
	struct org_file org;
	struct names voices; /* login → index of `voice` */
	struct strings voice;
	struct demo_topics topics;
	struct demo_points points;
	struct names point_by_key;
	struct demo_syntheses syntheses;
	struct names fill_by_name;
	struct strings fills[32];
	struct strings excuses, branch_remarks, hq_remarks;
	struct strings highlight_reasons, leave_reasons, distil_closes;
	struct strings proposed; /* words that are no topics yet */
	struct strings said[DEMO_SAYINGS];
	struct demo_ask_answers { /* what is answered to the ask in a point of the sample */
		struct demo_ask_answer {
			const char *key, *text;
		} * items;
		size_t count, room;
	} ask_answers;
};

const struct demo_sample *demo_sample_read(struct arena *a);
const char *demo_sample_voice(const struct demo_sample *s, const char *login); /* "terse" if none */

const char *demo_sample_ask_answer(
	const struct demo_sample *s, const char *point_key); /* or NULL */

/* {名} becomes an entry of fill.txt, the same one throughout the text; {a|b} one of a and b. */
const char *demo_sample_fill(
	struct arena *a, const struct demo_sample *s, struct dice *dice, const char *text);

#endif
