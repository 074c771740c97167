#include "order.h"

#include <assert.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "doors/txn.h"
#include "rollup.h"
#include "store/pick.h"

/* lines are by number. */
static const struct rollup_line *find_line(const struct rollup_lines *lines, struct point_id id)
{
	size_t from = 0, to = lines->count;
	while (from < to) {
		size_t middle = (from + to) / 2;
		if (lines->items[middle].id.n == id.n)
			return &lines->items[middle];
		if (lines->items[middle].id.n < id.n)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

struct order_entries order_entries_of(struct arena *a, const struct rollup_lines *lines)
{
	struct order_entries list = { 0 };
	size_t *at = ARENA_MANY(a, size_t, lines->count + 1);
	LIST_EACH (const struct rollup_line, l, lines)
		if (!l->lead.n || !find_line(lines, l->lead)) {
			at[l - lines->items] = list.count;
			struct order_entry *e = LIST_ADD(a, &list);
			e->line = l;
			e->number = list.count - 1;
		}
	LIST_EACH (const struct rollup_line, l, lines) {
		const struct rollup_line *lead = l->lead.n ? find_line(lines, l->lead) : NULL;
		if (!lead)
			continue;
		assert(at[lead - lines->items] < list.count); /* a lead is nobody's source */
		*LIST_ADD(a, &list.items[at[lead - lines->items]].merged) = l;
	}
	return list;
}

static struct order_group *group_of(
	struct arena *a, struct order_groups *all, const struct topic *topic)
{
	LIST_EACH (struct order_group, g, all)
		if (topic ? g->topic && g->topic->id.n == topic->id.n : !g->topic)
			return g;
	struct order_group *g = LIST_ADD(a, all);
	g->topic = topic;
	return g;
}

/* Into the groups of this line's topics, once each. */
static void join(struct arena *a, struct order_groups *all, const struct order_entry *e,
	const struct rollup_line *l)
{
	LIST_EACH (const struct topic, t, &l->topics) {
		struct order_group *g = group_of(a, all, t);
		size_t n = g->entries.count;
		if (!n || g->entries.items[n - 1].line != e->line)
			*LIST_ADD(a, &g->entries) = *e;
		g->of_kind[l->kind]++;
	}
}

/* Those without a topic count here; a lead that has one stands there, its bare followers with it.
 */
static void join_none(struct arena *a, struct order_groups *all, const struct order_entry *e)
{
	int64_t bare[KINDS] = { 0 };
	bare[e->line->kind] += !e->line->topics.count;
	for (size_t i = 0; i < e->merged.count; i++)
		bare[e->merged.items[i]->kind] += !e->merged.items[i]->topics.count;
	if (!bare[EXPERIENCE] && !bare[LESSON])
		return;
	struct order_group *g = group_of(a, all, NULL);
	for (int k = 0; k < KINDS; k++)
		g->of_kind[k] += bare[k];
	if (!e->line->topics.count)
		*LIST_ADD(a, &g->entries) = *e;
}

/* What is compared by: the order, and the topic whose entries are compared. */
static _Thread_local const struct order *by_order;
static _Thread_local int64_t by_topic;

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int kind_rank(const char *kind)
{
	static const char *const ranks[] = { "step", "topic", "difficulty", "ability" };
	int i = 0;
	while (i < 3 && !text_same(ranks[i], kind))
		i++;
	return i;
}

static int by_place(const void *p, const void *q)
{
	const struct order_group *a = p, *b = q;
	if (!a->topic || !b->topic)
		return compare(a->topic != NULL, b->topic != NULL);
	int64_t one = order_place(by_order, a->topic->id.n, 0),
		two = order_place(by_order, b->topic->id.n, 0);
	int c = compare(one, two);
	c = c ? c : compare(kind_rank(a->topic->kind), kind_rank(b->topic->kind));
	c = c ? c : compare(a->topic->position, b->topic->position);
	return c ? c : compare(a->topic->id.n, b->topic->id.n);
}

static int by_importance(const void *p, const void *q)
{
	const struct rollup_line *a = ((const struct order_entry *)p)->line,
				 *b = ((const struct order_entry *)q)->line;
	int c = compare(
		order_place(by_order, by_topic, a->id.n), order_place(by_order, by_topic, b->id.n));
	c = c ? c : compare(a->kind, b->kind);
	return c ? c : compare(a->id.n, b->id.n);
}

void order_groups_sort(struct order_groups *all, const struct order *order)
{
	by_order = order;
	LIST_SORT(all, by_place);
	by_order = NULL;
}

struct order_groups order_groups_of(
	struct arena *a, const struct order_entries *entries, const struct order *order)
{
	struct order_groups all = { 0 };
	LIST_EACH (const struct order_entry, e, entries) {
		join(a, &all, e, e->line);
		for (size_t i = 0; i < e->merged.count; i++)
			join(a, &all, e, e->merged.items[i]);
		join_none(a, &all, e);
	}
	by_order = order;
	LIST_SORT(&all, by_place);
	bool *seen = ARENA_MANY(a, bool, entries->count + 1);
	LIST_EACH (struct order_group, g, &all) {
		by_topic = g->topic ? g->topic->id.n : 0;
		LIST_SORT(&g->entries, by_importance);
		LIST_EACH (struct order_entry, e, &g->entries) {
			e->again = seen[e->number];
			seen[e->number] = true;
		}
	}
	by_order = NULL;
	return all;
}

struct ids {
	int64_t *items;
	size_t count, room;
};

/* What stands in this list now, in its order. */
static struct ids current(struct work *w, struct db *db, const struct unit *unit,
	const struct rollup *rollup, int64_t scope)
{
	struct ids list = { 0 };
	if (scope == ORDER_PICKS) {
		struct picks picks = pick_list(db, w->who, rollup->id);
		LIST_EACH (const struct pick, k, &picks)
			*LIST_ADD(w->arena, &list) = k->point.n;
		return list;
	}
	const struct rollup_selection all = { .unit = unit->id,
		.kind = unit->kind,
		.week = rollup->week,
		.mergers = true,
		.topic = { scope == 0  ? -1
			   : scope > 0 ? scope
				       : 0 } };
	struct rollup_lines lines = rollup_line_list(db, w->who, &all);
	struct order order = order_of_any(db, rollup->id);
	struct order_entries entries = order_entries_of(w->arena, &lines);
	struct order_groups groups = order_groups_of(w->arena, &entries, &order);
	LIST_EACH (const struct order_group, g, &groups) {
		int64_t topic = g->topic ? g->topic->id.n : 0;
		if (scope == ORDER_TOPICS && topic)
			*LIST_ADD(w->arena, &list) = topic;
		if (scope == topic)
			LIST_EACH (const struct order_entry, e, &g->entries)
				*LIST_ADD(w->arena, &list) = e->line->id.n;
	}
	return list;
}

static enum outcome keep(
	struct txn *t, const struct rollup *r, int64_t scope, const struct ids *list)
{
	struct rollup_id id = rollup_ensure(t, r->unit, r->week);
	if (scope == ORDER_PICKS)
		pick_order(t, id, list->items, list->count);
	else
		order_put(t, id, scope, list->items, list->count);
	return txn_commit(t) ? DONE : BROKEN;
}

static bool take(struct ids *list, int64_t id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i] == id) {
			list->items[i] = 0;
			return true;
		}
	return false;
}

enum outcome order_move(
	struct work *w, struct unit_id unit_id, struct week week, int64_t scope, int64_t id, int by)
{
	const struct unit *unit;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = rollup_open_to(w, t.db, unit_id, week, &unit);
	if (outcome != DONE)
		return outcome;
	struct rollup r = rollup_get(t.db, unit_id, week);
	struct ids list = current(w, t.db, unit, &r, scope);
	size_t at = 0;
	while (at < list.count && list.items[at] != id)
		at++;
	if (at == list.count)
		return NOT_FOUND;
	size_t to = at + (size_t)by; /* wraps below 0: past the end */
	if (to < list.count) {
		list.items[at] = list.items[to];
		list.items[to] = id;
	}
	return keep(&t, &r, scope, &list);
}

enum outcome order_set(struct work *w, struct unit_id unit_id, struct week week, int64_t scope,
	const int64_t *ids, size_t n)
{
	const struct unit *unit;
	struct ids wanted = { 0 };
	TXN(t, w->writer, w->arena);
	enum outcome outcome = rollup_open_to(w, t.db, unit_id, week, &unit);
	if (outcome != DONE)
		return outcome;
	struct rollup r = rollup_get(t.db, unit_id, week);
	struct ids list = current(w, t.db, unit, &r, scope);
	for (size_t i = 0; i < n; i++)
		if (take(&list, ids[i]))
			*LIST_ADD(w->arena, &wanted) = ids[i];
	LIST_EACH (const int64_t, id, &list)
		if (*id)
			*LIST_ADD(w->arena, &wanted) = *id;
	return keep(&t, &r, scope, &wanted);
}
