/*
 * order: a roll-up's points under their topics, by importance; and changing that importance.
 *
 * Points without a topic come first, then topics by the places they were given, else as the tree of
 * topics has them. Under a topic: by place, then experiences before lessons, then by number. A
 * merged point stands under its lead (if the lead is listed), wherever either of them belongs.
 */
#ifndef RULES_ORDER_H
#define RULES_ORDER_H

#include "store/order.h"
#include "store/rollup_line.h"
#include "work.h"

struct line_refs {
	const struct rollup_line **items;
	size_t count, room;
};
struct order_entry {
	const struct rollup_line *line;
	struct line_refs merged; /* under it */
	size_t number;           /* among all entries */
	bool again;              /* in a group: it stood in one before */
};
struct order_entries {
	struct order_entry *items;
	size_t count, room;
};
struct order_group {
	const struct topic *topic; /* NULL: not classified yet */
	int64_t of_kind[KINDS];    /* merged ones count too */
	struct order_entries entries;
};
struct order_groups {
	struct order_group *items;
	size_t count, room;
};

/* Every entry once, by number: leads and those that stand alone. */
struct order_entries order_entries_of(struct arena *a, const struct rollup_lines *lines);
/* The same under each of their topics. */
struct order_groups order_groups_of(
	struct arena *a, const struct order_entries *entries, const struct order *order);

/* Groups as the page has them: by place, else as the tree of topics has them. */
void order_groups_sort(struct order_groups *all, const struct order *order);

/* What is put in order: the points under this topic (0: those without one), or one of these. */
enum { ORDER_PICKS = -2 };

/* One place up (-1) or down (1). NOT_FOUND: it is not in this list. */
enum outcome order_move(
	struct work *w, struct unit_id unit, struct week week, int64_t scope, int64_t id, int by);
/* These first, in this order; what was not named follows as it stood. */
enum outcome order_set(struct work *w, struct unit_id unit, struct week week, int64_t scope,
	const int64_t *ids, size_t n);

#endif
