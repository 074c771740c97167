/* Lessons that recur: of what a group holds, the points that the viewer may see and that, among
 * those alone, tell the same. */
#include "base/near.h"
#include "doors/markdown.h"
#include "radar_score.h"
#include "store/point_list.h"
#include "store/radar_group.h"

enum { MEMBERS = 24, LOOKED_AT = 60, LATELY = 3 };

struct heap {
	struct points points;
	const struct radar_row *rows[MEMBERS];
	int cluster[MEMBERS]; /* the lowest place of those it is joined to */
};

static void unite(struct heap *h, int from, int to)
{
	int low = from < to ? from : to, high = from < to ? to : from;
	for (size_t i = 0; i < h->points.count; i++)
		if (h->cluster[i] == high)
			h->cluster[i] = low;
}

static void link_all(struct db *db, struct heap *h)
{
	struct arena *a = db_arena(db);
	for (size_t i = 0; i < h->points.count; i++) {
		h->rows[i] = radar_kept_any(db, h->points.items[i].id);
		h->cluster[i] = (int)i;
	}
	for (size_t i = 0; i < h->points.count; i++) {
		if (!h->rows[i])
			continue;
		struct radar_ask ask = radar_ask_of(a, h->rows[i]);
		for (size_t k = 0; k < i; k++) {
			if (!h->rows[k] || h->cluster[k] == h->cluster[i])
				continue;
			struct radar_hit hit = radar_compare(a, &ask, h->rows[k]);
			if (radar_tells_same(&hit, h->rows[i]->kind))
				unite(h, h->cluster[i], h->cluster[k]);
		}
	}
}

/* The place of the largest cluster; of equals that with the newest point. */
static int largest(const struct heap *h, size_t *size)
{
	int best = 0;
	*size = 0;
	for (size_t c = 0; c < h->points.count; c++) {
		size_t n = 0;
		for (size_t i = 0; i < h->points.count; i++)
			n += h->cluster[i] == (int)c;
		if (n > *size) {
			*size = n;
			best = (int)c;
		}
	}
	return best;
}

static size_t different(const struct longs *list)
{
	size_t n = 0;
	for (size_t i = 0; i < list->count; i++) {
		bool had = false;
		for (size_t k = 0; k < i; k++)
			had |= list->items[k] == list->items[i];
		n += !had;
	}
	return n;
}

static void count(struct work *w, struct radar_group *g)
{
	struct longs teams = { 0 }, branches = { 0 }, weeks = { 0 }, lately = { 0 };
	LIST_EACH (const struct point, p, &g->points) {
		*LIST_ADD(w->arena, &teams) = p->team.n;
		*LIST_ADD(w->arena, &weeks) = p->week.n;
		if (p->branch.n)
			*LIST_ADD(w->arena, &branches) = p->branch.n;
		if (p->week.n >= work_week(w).n - LATELY)
			*LIST_ADD(w->arena, &lately) = p->team.n;
	}
	g->teams = different(&teams);
	g->branches = different(&branches);
	g->weeks = different(&weeks);
	g->teams_lately = different(&lately);
}

static bool make(struct work *w, const struct radar_seen *seen, struct radar_group *g)
{
	struct radar_ids ids = radar_group_points(w->db, w->who, seen->group, MEMBERS);
	struct heap h = { .points = point_those(w->db, w->who, ids.items, ids.count) };
	size_t size;
	if (h.points.count < 2)
		return false;
	link_all(w->db, &h);
	int cluster = largest(&h, &size);
	if (size < 2)
		return false;
	*g = (struct radar_group){ .more = ids.count == MEMBERS };
	const struct radar_row *second = NULL;
	for (size_t i = 0; i < h.points.count; i++) {
		if (h.cluster[i] != cluster)
			continue;
		*LIST_ADD(w->arena, &g->points) = h.points.items[i];
		if (g->points.count == 2)
			second = h.rows[i];
	}
	g->newest = g->points.items[0].id;
	struct radar_text text = radar_text_of(w->arena, &g->points.items[0]);
	struct alike other = alike_kept(second->words, second->words_len);
	g->shared = radar_stretches(
		w->arena, arena_format(w->arena, "%s\n%s", text.headline, text.body), &other);
	count(w, g);
	return true;
}

struct radar_groups radar_recurring(
	struct work *w, struct point_id before, size_t most, struct point_id *next)
{
	struct radar_groups list = { 0 };
	struct radar_seens all = radar_groups(w->db, w->who, before, LOOKED_AT);
	*next = all.floor;
	LIST_EACH (const struct radar_seen, s, &all) {
		struct radar_group g;
		if (list.count == most) {
			*next = s[-1].newest;
			break;
		}
		/* Seen in two units, a group may stand below where it was shown already. */
		struct radar_ids newest = radar_group_points(w->db, w->who, s->group, 1);
		if (before.n && newest.count && newest.items[0].n >= before.n)
			continue;
		if (make(w, s, &g))
			*LIST_ADD(w->arena, &list) = g;
	}
	return list;
}
