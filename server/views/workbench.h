/* workbench: where a branch, or the headquarters, distils a week: one topic's points, and beside
 * them the text that is being written on it. */
#ifndef VIEWS_WORKBENCH_H
#define VIEWS_WORKBENCH_H

#include "base/outcome.h"
#include "rollup.h"

struct workbench_topic { /* topic NULL: points without one */
	const struct topic *topic;
	int64_t points, open;
	bool text;
};
struct workbench_topics {
	struct workbench_topic *items;
	size_t count, room;
};

struct workbench_item {
	const struct rollup_line *line;
	const struct line_refs *merged; /* under it */
	struct safe body;
	bool cited;           /* by the text that is shown beside */
	struct point_id like; /* tells the same, and could lead it; 0: none */
	const char *like_headline, *like_who;
};
struct workbench_items {
	struct workbench_item *items;
	size_t count, room;
};

struct workbench_best { /* proved itself: used, with what came of it */
	const struct point *point;
	const char *uses;
};
struct workbench_bests {
	struct workbench_best *items;
	size_t count, room;
};

/* The text on the topic, as it is shown in the form. */
struct workbench_text {
	const struct synthesis_text *saved; /* NULL: none yet */
	const char *body;                   /* what is in the form */
	int64_t base_version, draft_version;
	const char *subject, *draft_key, *draft_time; /* draft_time NULL: there is no draft */
	bool behind; /* somebody saved another version since this draft was begun */
};

enum workbench_list { LIST_TOPIC, LIST_LOOSE, LIST_OPEN };

struct workbench_view {
	const struct chrome *chrome;
	const struct rollup_view *rollup; /* frame, rights, state, counts; none of its points */
	enum workbench_list list;
	const struct topic *topic; /* of LIST_TOPIC; NULL: the week has none */
	const char *scope;         /* as the address names it: 15, none, open */
	struct workbench_topics topics;
	struct workbench_items items;
	struct workbench_text text;
	struct synthesis_texts below;   /* at the headquarters: what branches say on it */
	struct synthesis_texts earlier; /* what this unit said on it before */
	struct workbench_bests best;    /* of this unit on this topic, of other weeks, by effect */
	struct faults faults;
	bool merges; /* a branch's week that is open: merging, leaving */
};

/* 31 点：24 已提炼，5 合并，2 留下并说明，0 未处理 */
const char *workbench_sum(struct out *o, const struct handled_counts *c);
const char *workbench_handled_word(enum handled h);
const char *workbench_topic_name(const struct topic *t); /* NULL: not classified yet */
const char *workbench_scope(struct out *o, const struct topic *t);

struct url workbench_url(
	struct arena *a, const char *unit_code, const char *week, const char *scope);

#endif
