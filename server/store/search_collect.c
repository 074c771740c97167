#include "search_inner.h"

#include <string.h>

#include "base/clock.h"
#include "base/list.h"
#include "base/score.h"
#include "search_walk.h"

/* Of one phrase nothing is near to another. */
static float score_one(struct search_walk *w, struct rank *r)
{
	struct score_places here;
	search_walk_count(w, (size_t)r->phrase->number, &here);
	r->phrase->rows += here.count > 0;
	return r->phrase->weight * score_worth(&here);
}

static float score(struct search_walk *w, struct rank *r)
{
	if (r->phrases == 1)
		return score_one(w, r);
	struct score_places places[2];
	places[0].count = places[1].count = 0; /* the rest is written before it is read */
	float sum = 0, before = 0;
	for (size_t n = 0; n < r->phrases; n++) {
		float weight = r->phrase[n].weight;
		struct score_places *here = &places[n % 2], *last = &places[!(n % 2)];
		search_walk_places(w, (size_t)r->phrase[n].number, here);
		sum += weight * score_worth(here);
		r->phrase[n].rows += here->count > 0;
		if (last->count && here->count)
			sum += (weight < before ? weight : before) * score_nearness(last, here);
		before = weight;
	}
	return sum;
}

/* Most questions have few hits or as many as are wanted. */
static void make_room(struct rank *r, int64_t most)
{
	enum { FEW = 256 };
	size_t room = r->room ? r->room * 8 : FEW;
	struct rank_hit *items =
		ARENA_MANY(r->arena, struct rank_hit, most < (int64_t)room ? (size_t)most : room);
	if (r->count)
		memcpy(items, r->items, r->count * sizeof *items);
	r->items = items;
	r->room = most < (int64_t)room ? (size_t)most : room;
}

bool search_walk_all(struct db *db, const char *expression, int64_t newest, int64_t most,
	int64_t until, struct rank *r)
{
	struct search_walk w;
	struct rank begun = *r;
	int64_t row = newest < INT64_MAX ? newest : INT64_MAX - 1, day = INT64_MAX;
	float young = 0;
	if (!search_walk_begin(&w, db, expression, until))
		return false;
	for (int64_t n = 0; n < most; n++) {
		search_walk_seek(&w, row);
		row = w.top->row;
		if (row == SEARCH_END || w.index.late)
			break;
		if (row >> 24 != day)
			young = score_young(r->phrases, day = row >> 24, r->today);
		if (r->count == r->room)
			make_room(r, most);
		r->items[r->count++] =
			(struct rank_hit){ row--, r->phrases ? score(&w, r) * young : young };
	}
	if (w.index.bad)
		*r = begun;
	r->late = w.index.late;
	r->pages = w.index.reads;
	return !w.index.bad;
}

void search_collect(
	struct db *db, const char *expression, int64_t newest, int64_t most, struct rank *r)
{
	r->arena = db_arena(db);
	int64_t until = clock_microseconds() + SEARCH_LONGEST;
	if (search_walk_all(db, expression, newest, most, until, r))
		return;
	struct q *q = db_ask(db,
		SQL("SELECT tributary_rank(search, ?2) FROM search WHERE search MATCH ?1"
		    " AND rowid <= ?3 ORDER BY rowid DESC LIMIT ?4"),
		V(expression), value_pointer(r), V(newest), V(most));
	for (int n = 1; q_row(q); n++)
		if (n % 256 == 0 && clock_microseconds() > until) {
			r->late = true;
			q_end(q);
			return;
		}
}
