/* remark: what is said under a point, as its page and the API show it. */
#ifndef VIEWS_REMARK_H
#define VIEWS_REMARK_H

#include "base/outcome.h"
#include "base/strings.h"
#include "chrome.h"
#include "doors/json.h"
#include "mention.h"
#include "store/point.h"
#include "store/reading.h"
#include "store/remark.h"

struct remark_line { /* in the order of the page: what answers something stands under it */
	const struct remark *remark;
	const char *time, *until; /* until NULL: not said */
	struct mention_spans said;
	const char *hint; /* the coach's, on one's own words while they can be changed; NULL */
	int depth;        /* 0: under the point itself; at most REMARK_DEEPEST */
	bool fresh;       /* its author may still change it */
	bool i_let, other_lets; /* of the two who say whether it rises: the viewer, and the other */
	bool may_answer, may_dig; /* the viewer may answer this why, ask on after this answer */
};
#define REMARK_DEEPEST 4

struct remark_lines {
	struct remark_line *items;
	size_t count, room;
};
struct remark_reader {
	const char *name, *time;
};
struct remark_readers {
	struct remark_reader *items;
	size_t count, room;
};

struct remark_view {
	const struct chrome *chrome;
	struct point_id point;
	struct remark_lines lines;
	bool may[REMARK_KINDS];
	bool may_raise;
	bool own; /* the point is the viewer's: readers are shown */
	struct remark_readers readers;
	const char *answer;     /* how its clock stands, in words; NULL: it is none of theirs */
	bool owed;              /* the viewer owes the answer, and has not given it */
	struct strings phrases; /* to be sent by one tap; where `owed` */
	struct faults faults;   /* of what was typed last */
	const char *typed, *whom, *until;
	enum remark_kind kind; /* chosen in the form */
};

const char *remark_kind_word(enum remark_kind k); /* 追问, 回答, 建议, 点评 */
const char *remark_verb(enum remark_kind k);      /* what the form's choice says */

/* {id, kind, to?, author?, text, mentions?, whom?, until?, rises, at, changed_at?, struck?} */
void remark_json(struct json_writer *j, const struct remark *r, const struct mentions *mentions);

#endif
