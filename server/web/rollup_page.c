#include "rollup_page.h"

#include "base/list.h"
#include "cursor.h"

enum { TOPIC_BITS = 20 };

/* A place in the order: a point under a topic. It is looked for by both, so a page goes on where it
 * ended whatever was put in order meanwhile. */
static int64_t place_of(const struct order_group *g, const struct order_entry *e)
{
	return e->line->id.n << TOPIC_BITS | (g->topic ? g->topic->id.n : 0);
}

static bool wanted(const struct rollup_selection *s, const struct order_group *g)
{
	return s->topic.n == 0 || (g->topic ? g->topic->id.n == s->topic.n : s->topic.n < 0);
}

/* The places after this one, at most so many; *more: there are others behind them. */
static struct order_groups cut(struct arena *a, const struct order_groups *all,
	const struct rollup_selection *s, int64_t after, size_t most, bool *more)
{
	struct order_groups page = { 0 };
	bool begun = !after;
	size_t n = 0;
	*more = false;
	LIST_EACH (const struct order_group, g, all) {
		struct order_group part = *g;
		part.entries = (struct order_entries){ 0 };
		LIST_EACH (const struct order_entry, e, &g->entries) {
			if (!wanted(s, g) || *more)
				break;
			if (begun && n == most)
				*more = true;
			else if (begun && ++n)
				*LIST_ADD(a, &part.entries) = *e;
			begun = begun || place_of(g, e) == after;
		}
		if (part.entries.count)
			*LIST_ADD(a, &page) = part;
	}
	return page;
}

static void add_id(struct out *ids, struct point_id id)
{
	out_format(ids, "%c%ld", ids->len ? ',' : '[', (long)id.n);
}

/* Those on the page, with what stands under them, as a JSON array. */
static const char *ids_of(struct arena *a, const struct order_groups *page)
{
	struct out ids = out_new(a);
	LIST_EACH (const struct order_group, g, page)
		LIST_EACH (const struct order_entry, e, &g->entries) {
			add_id(&ids, e->line->id);
			for (size_t i = 0; i < e->merged.count; i++)
				add_id(&ids, e->merged.items[i]->id);
		}
	out_text(&ids, ids.len ? "]" : "[]");
	return out_string(&ids);
}

/* lines are by number. */
static const struct rollup_line *whole(
	const struct rollup_lines *lines, const struct rollup_line *bare)
{
	size_t from = 0, to = lines->count;
	while (from < to) {
		size_t middle = (from + to) / 2;
		const struct rollup_line *l = &lines->items[middle];
		if (l->id.n == bare->id.n)
			return l;
		if (l->id.n < bare->id.n)
			from = middle + 1;
		else
			to = middle;
	}
	return bare;
}

static void fill_in(struct arena *a, struct rollup_view *view)
{
	LIST_EACH (struct order_group, g, &view->groups)
		LIST_EACH (struct order_entry, e, &g->entries) {
			e->line = whole(&view->lines, e->line);
			struct line_refs merged = { 0 };
			for (size_t i = 0; i < e->merged.count; i++)
				*LIST_ADD(a, &merged) = whole(&view->lines, e->merged.items[i]);
			e->merged = merged;
			if (!e->again)
				*LIST_ADD(a, &view->entries) = *e;
		}
}

void rollup_page_fill(struct visit *v, const struct rollup_selection *s, int64_t after, size_t most,
	struct rollup_view *view)
{
	struct arena *a = v->work.arena;
	struct rollup_selection bare = *s, these = *s;
	bool more;
	bare.bare = true;
	struct rollup_lines lines = rollup_line_list(v->work.db, v->work.who, &bare);
	struct order order = order_of_any(v->work.db, view->state.id);
	struct order_entries entries = order_entries_of(a, &lines);
	struct order_groups groups = order_groups_of(a, &entries, &order);
	view->groups = cut(a, &groups, s, after, most, &more);
	if (after && !view->groups.count) /* that place is no more */
		view->groups = cut(a, &groups, s, 0, most, &more);
	these.these = ids_of(a, &view->groups);
	view->lines = rollup_line_list(v->work.db, v->work.who, &these);
	if (more) {
		const struct order_group *g = &view->groups.items[view->groups.count - 1];
		view->next = cursor_make(
			v, "rollup_page", place_of(g, &g->entries.items[g->entries.count - 1]));
	}
	fill_in(a, view);
}
