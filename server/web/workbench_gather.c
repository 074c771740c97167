/* The topics of a week, and the points of the one that is shown. */
#include "workbench_gather.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "rules/radar_pair.h"
#include "store/tally.h"
#include "views/html_stored.h"

enum { LINES_MOST = 200, LINES_AT_HQ = 60 };

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

static struct workbench_topic *topic_of(
	struct visit *v, struct workbench_topics *list, struct topic_id id)
{
	LIST_EACH (struct workbench_topic, t, list)
		if (t->topic ? t->topic->id.n == id.n : !id.n)
			return t;
	struct workbench_topic *t = LIST_ADD(v->work.arena, list);
	t->topic = id.n ? topic_get_any(v->work.db, id) : NULL;
	return t;
}

static void count_topics(
	struct visit *v, const struct rollup_view *r, struct workbench_topics *list)
{
	if (r->unit->kind == UNIT_BRANCH) {
		struct handled_topics all =
			handled_topics_any(v->work.db, r->unit->id, r->state.week, r->state.id);
		LIST_EACH (const struct handled_topic, h, &all) {
			struct workbench_topic *t = topic_of(v, list, h->topic);
			t->points = h->points;
			t->open = h->open;
		}
		return;
	}
	struct tally_rows rows = tally_of_any(v->work.db, r->unit->id, r->state.week);
	LIST_EACH (const struct tally_row, row, &rows)
		if (row->topic.n > 0 || row->topic.n == TALLY_UNCLASSIFIED)
			topic_of(v, list, (struct topic_id){ row->topic.n > 0 ? row->topic.n : 0 })
				->points += row->of_kind[0] + row->of_kind[1];
}

void workbench_gather_topics(
	struct visit *v, const struct rollup_view *r, struct workbench_view *view)
{
	struct workbench_topics found = { 0 };
	struct order_groups groups = { 0 };
	count_topics(v, r, &found);
	struct syntheses texts =
		synthesis_of_rollup(v->work.db, v->work.who, r->unit->id, r->state.week);
	LIST_EACH (const struct synthesis, s, &texts)
		topic_of(v, &found, s->topic.id)->text = true;
	LIST_EACH (const struct workbench_topic, t, &found)
		LIST_ADD(v->work.arena, &groups)->topic = t->topic;
	struct order order = order_of_any(v->work.db, r->state.id);
	order_groups_sort(&groups, &order);
	LIST_EACH (const struct order_group, g, &groups)
		*LIST_ADD(v->work.arena, &view->topics) =
			*topic_of(v, &found, g->topic ? g->topic->id : (struct topic_id){ 0 });
}

/* That with the most to do, those without a text first; else the first. */
static const struct workbench_topic *first_waiting(const struct workbench_topics *list)
{
	const struct workbench_topic *best = NULL;
	LIST_EACH (const struct workbench_topic, t, list) {
		if (!t->topic)
			continue;
		bool fresh = best && best->text && !t->text && t->open;
		bool more = best && best->text == t->text && t->open > best->open;
		if (!best || fresh || more)
			best = t;
	}
	return best ? best : list->count ? list->items : NULL;
}

bool workbench_choose(struct visit *v, const char *scope, struct workbench_view *view)
{
	view->list = LIST_TOPIC;
	if (text_same(scope, "none")) {
		view->list = LIST_LOOSE;
	} else if (text_same(scope, "open")) {
		view->list = LIST_OPEN;
	} else if (*scope) {
		view->topic = topic_get_any(v->work.db, (struct topic_id){ atol(scope) });
		if (!view->topic || view->topic->merged_into.n)
			return false;
	} else {
		const struct workbench_topic *t = first_waiting(&view->topics);
		view->topic = t ? t->topic : NULL;
		view->list = t && !t->topic ? LIST_LOOSE : LIST_TOPIC;
	}
	static const char *const names[] = { "", "none", "open" };
	view->scope = view->topic ? arena_format(v->work.arena, "%ld", (long)view->topic->id.n)
				  : names[view->list];
	return true;
}

static void add_item(struct visit *v, struct workbench_view *view, const struct order_entry *e,
	const struct longs *cited)
{
	struct workbench_item *item = LIST_ADD(v->work.arena, &view->items);
	item->line = e->line;
	item->merged = &e->merged;
	item->body = html_stored(v->work.arena, e->line->body_html, may_see, v);
	LIST_EACH (const long, id, cited)
		item->cited = item->cited || *id == e->line->id.n;
}

static void propose(struct visit *v, const struct rollup_view *r, struct workbench_view *view)
{
	struct point_id *ids = ARENA_MANY(v->work.arena, struct point_id, view->items.count + 1);
	for (size_t i = 0; i < view->items.count; i++)
		ids[i] = view->items.items[i].line->id;
	struct radar_pairs pairs =
		radar_pairs_of(&v->work, ids, view->items.count, r->unit->id, r->state.week);
	LIST_EACH (const struct radar_pair, pair, &pairs) {
		const struct point *lead = point_get(v->work.db, v->work.who, pair->lead);
		LIST_EACH (struct workbench_item, item, &view->items)
			if (lead && item->line->id.n == pair->point.n && !item->merged->count) {
				item->like = lead->id;
				item->like_headline = lead->headline;
				item->like_who = lead->team_name;
			}
	}
}

void workbench_gather_items(struct visit *v, struct rollup_view *r, struct workbench_view *view,
	const struct longs *cited)
{
	const bool branch = r->unit->kind == UNIT_BRANCH;
	const struct rollup_selection s = { .unit = r->unit->id,
		.kind = r->unit->kind,
		.week = r->state.week,
		.all = r->rights.sees_all,
		.bodies = true,
		.mergers = branch,
		.topic = { view->topic                ? view->topic->id.n
			   : view->list == LIST_LOOSE ? -1
						      : 0 },
		.limit = view->list == LIST_OPEN ? 0
			 : branch                ? LINES_MOST
						 : LINES_AT_HQ };
	struct rollup_lines *lines = ARENA_NEW(v->work.arena, struct rollup_lines);
	*lines = rollup_line_list(v->work.db, v->work.who, &s);
	LIST_EACH (struct rollup_line, l, lines) {
		l->told = branch;
		if (branch)
			l->handled = handled_of_any(v->work.db, r->state.id, l->id, &l->left);
	}
	struct order order = order_of_any(v->work.db, r->state.id);
	struct order_entries *entries = ARENA_NEW(v->work.arena, struct order_entries);
	*entries = order_entries_of(v->work.arena, lines);
	struct order_groups groups = order_groups_of(v->work.arena, entries, &order);
	if (view->list == LIST_OPEN)
		LIST_EACH (const struct order_entry, e, entries)
			if (e->line->handled == OPEN)
				add_item(v, view, e, cited);
	LIST_EACH (const struct order_group, g, &groups)
		if (view->list != LIST_OPEN &&
			(view->topic ? g->topic && g->topic->id.n == view->topic->id.n : !g->topic))
			LIST_EACH (const struct order_entry, e, &g->entries)
				add_item(v, view, e, cited);
	if (view->merges)
		propose(v, r, view);
}
