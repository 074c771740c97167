#include "radar_pair.h"

#include "base/list.h"
#include "radar_score.h"
#include "store/radar_group.h"

enum { SHOWN_MOST = 120, GROUPED_MOST = 120 };

struct candidate {
	const struct radar_row *row;
	struct radar_ask ask;
	bool shown;
};
struct candidates {
	struct candidate *items;
	size_t count, room;
};

static void add(struct work *w, struct candidates *list, struct point_id id, bool shown)
{
	LIST_EACH (const struct candidate, c, list)
		if (c->row->id.n == id.n)
			return;
	const struct radar_row *row = radar_kept_any(w->db, id);
	if (!row)
		return;
	*LIST_ADD(w->arena, list) = (struct candidate){ row, radar_ask_of(w->arena, row), shown };
}

/* How alike, where it is enough to say that they tell the same; else 0. */
static double likeness(struct work *w, const struct candidate *one, const struct candidate *two)
{
	if (!two->shown && (!one->row->group.n || one->row->group.n != two->row->group.n))
		return 0;
	struct radar_hit hit = radar_compare(w->arena, &one->ask, two->row);
	double l = radar_likeness(&hit, one->row->kind);
	return radar_is_enough(l) ? l : 0;
}

struct radar_pairs radar_pairs_of(struct work *w, const struct point_id *shown, size_t n,
	struct unit_id branch, struct week week)
{
	struct candidates all = { 0 };
	struct radar_pairs pairs = { 0 };
	for (size_t i = 0; i < n && i < SHOWN_MOST; i++)
		add(w, &all, shown[i], true);
	size_t own = all.count;
	struct radar_ids grouped = radar_grouped_any(w->db, branch, week);
	for (size_t i = 0; i < grouped.count && i < GROUPED_MOST; i++)
		add(w, &all, grouped.items[i], false);
	for (size_t i = 0; i < own; i++) {
		struct radar_pair best = { .point = all.items[i].row->id };
		for (size_t k = 0; k < all.count; k++) {
			if (k == i || (k > i && k < own))
				continue;
			double l = likeness(w, &all.items[i], &all.items[k]);
			if (l > best.likeness) {
				best.likeness = l;
				best.lead = all.items[k].row->id;
			}
		}
		if (best.lead.n)
			*LIST_ADD(w->arena, &pairs) = best;
	}
	return pairs;
}
