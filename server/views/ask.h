/* ask: help and decisions wanted, as their page, a point's page and the API show them. */
#ifndef VIEWS_ASK_H
#define VIEWS_ASK_H

#include "base/outcome.h"
#include "chrome.h"
#include "doors/json.h"
#include "mention.h"
#include "store/ask.h"

struct ask_card {
	const struct ask *ask;
	const char *report; /* the day of its report; NULL: none that the viewer sees */
	const char *met;    /* the day of its meeting; NULL: none that the viewer sees */
	const char *due;    /* when an answer is or was due; NULL: it has one */
	bool late;
	bool may_answer, may_close;
	bool may_share;        /* the viewer may make an answer for all of it */
	struct reply_id reply; /* the answer for all that was made of it; 0: none to be seen */
	struct ask_trail {
		struct ask_mark {
			const char *words, *text; /* text NULL: none */
			struct mention_spans said;
		} * items;
		size_t count, room;
	} trail;
	const char *typed; /* what was refused a moment ago; "" */
};
struct ask_cards {
	struct ask_card *items;
	size_t count, room;
};

struct ask_view {
	const struct chrome *chrome;
	struct ask_cards waiting, own, units; /* for my answer; mine; of the units I manage */
	int64_t waits;                        /* for my answer, shown or not */
	int64_t own_next, units_next;         /* older ones lie below this id; 0: none */
	bool older;                           /* not the page that one begins with */
};

struct ask_one_view {
	const struct chrome *chrome;
	const struct ask_card *card;
	struct faults faults;
};

const char *ask_kind_word(enum ask_kind k);   /* 求助, 请示 */
const char *ask_state_word(enum ask_state s); /* 等回应, 已回应 … */
const char *ask_deed_word(const char *deed);  /* of a step; Translators: filled with a name */

const char *ask_topic_name(const struct ask *a);

/* {id, kind, point? or report? or topic?, author?, text, unit, state, due_at, named}; with steps in
 * a single one. */
void ask_json(struct json_writer *j, const struct ask *a, const struct ask_steps *steps);

#endif
