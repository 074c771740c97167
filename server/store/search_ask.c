#include "search_inner.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "search_probe.h"
#include "search_scope.h"
#include "search_state.h"
#include "unit.h"

/* A word counts by its length: one character is everywhere. Topics that a word names beside it. */
static float worth_of(const struct query_part *part, void *unused)
{
	(void)unused;
	if (!part || (part->kind == QUERY_TOPIC && part->typed.len))
		return 0;
	if (part->kind == QUERY_TOPIC)
		return 1;
	if (part->kind != QUERY_WORD && part->kind != QUERY_PHRASE)
		return 0;
	size_t runes = text_runes(part->text);
	return runes < 2 ? 0.3f : runes < 3 ? 1.0f : runes < 5 ? 1.3f : 1.6f;
}

float search_worth_nothing(const struct query_part *part, void *context)
{
	(void)part, (void)context;
	return 0;
}

/* Notes what the phrases of one expression are worth; the first of them has this number. Answers
 * how many there are. */
static size_t weigh(struct arena *a, const struct query *q, const char *const *needs, size_t number,
	float (*worth)(const struct query_part *part, void *context), void *context, struct rank *r)
{
	enum { MOST = 4096 };
	const struct query_part **parts = ARENA_MANY(a, const struct query_part *, MOST);
	size_t n = query_phrases(q, needs, parts, MOST);
	for (size_t i = 0; i < n && r->phrases < RANK_PHRASES; i++) {
		float weight = worth(parts[i], context);
		if (weight == 0)
			continue;
		r->phrase[r->phrases].number = (int)(number + i);
		r->phrase[r->phrases++].weight = weight;
	}
	return n;
}

const char *search_expression(struct db *db, const struct query *q,
	const struct search_needs *needs,
	float (*worth)(const struct query_part *part, void *context), void *context, struct rank *r)
{
	struct arena *a = db_arena(db);
	struct out all = out_new(a);
	filter_token(&all, FILTER_ALL, 0);
	const char *const list[] = { q->count || needs->tokens ? needs->tokens : out_string(&all),
		NULL };
	if (!needs->closed) {
		weigh(a, q, list, 0, worth, context, r);
		return query_match(a, q, list);
	}
	/* All but what is closed, unless it is closed for others only: each word is read once. */
	const struct query nothing = { 0 };
	const char *const open[] = { q->count ? NULL : out_string(&all), NULL };
	const char *const closed[] = { needs->closed, NULL }, *const own[] = { needs->tokens,
		NULL };
	weigh(a, q, open, 0, worth, context, r);
	return arena_format(a, "(%s) NOT ((%s) NOT (%s))", query_match(a, q, open),
		query_match(a, &nothing, closed), query_match(a, &nothing, own));
}

static int64_t millionths(const struct rank_hit *h)
{
	return (int64_t)((double)h->score * 1e6);
}

/* Best first; of equals, the newer. */
int search_by_score(const void *x, const void *y)
{
	const struct rank_hit *a = x, *b = y;
	int64_t sa = millionths(a), sb = millionths(b);
	if (sa != sb)
		return sa < sb ? 1 : -1;
	return a->id < b->id ? 1 : a->id > b->id ? -1 : 0;
}

static bool is_behind(const struct search_ask *ask, const struct rank_hit *h)
{
	const struct search_place *p = &ask->after;
	if (!p->id)
		return true;
	if (ask->sort == SEARCH_NEW)
		return h->id < p->id;
	int64_t s = millionths(h);
	return s < p->score || (s == p->score && h->id < p->id);
}

static struct topics topics_of(struct db *db, const char *numbers)
{
	struct topics list = { 0 };
	for (char *end; *numbers; numbers = end) {
		struct topic_id id = { strtol(numbers, &end, 10) };
		const struct topic *t = topic_get_any(db, id);
		while (t && t->merged_into.n)
			t = topic_get_any(db, t->merged_into);
		if (t)
			*LIST_ADD(db_arena(db), &list) = *t;
	}
	return list;
}

static void read_hit(struct db *db, int64_t id, struct search_hits *hits)
{
	struct q *q = db_ask(db,
		SQL("SELECT type, noun_id, kind, unit_id, week, topics, headline, body FROM"
		    " search_row WHERE id = ?1"),
		V(id));
	if (!q_row(q)) {
		if (!db_failed(db)) /* the index has a row that nothing stands for */
			db_index_is_damaged();
		return;
	}
	struct search_hit *h = LIST_ADD(db_arena(db), hits);
	h->type = (enum search_type)q_long(q, 0);
	h->noun = q_long(q, 1);
	h->kind = q_null(q, 2) ? -1 : q_long(q, 2);
	h->unit.n = q_long(q, 3);
	h->week.n = q_long(q, 4);
	h->headline = q_text(q, 6);
	h->body = q_text(q, 7);
	h->day = id >> 24;
	h->topics = topics_of(db, q_text(q, 5));
	q_end(q);
	const struct unit *u = h->unit.n ? unit_get(db, h->unit) : NULL;
	h->unit_code = u ? u->code : NULL;
	h->unit_name = u ? u->name : NULL;
}

/* The first k of a page, in its order. Most rows are worse than the worst of these, and cost one
 * look: sorting all would take longer than finding them. */
static struct rank_hit *first_of(struct arena *a, const struct search_ask *ask,
	const struct rank *r, size_t k, size_t *count)
{
	struct rank_hit *page = ARENA_MANY(a, struct rank_hit, k + 1);
	size_t n = 0;
	LIST_EACH (const struct rank_hit, h, r) {
		if (ask->sort == SEARCH_NEW && n == k)
			break; /* as they come */
		if (n == k && h->score < page[k - 1].score)
			continue;
		if (!is_behind(ask, h))
			continue;
		size_t at = n < k ? n++ : k;
		for (; ask->sort == SEARCH_BEST && at > 0 && search_by_score(h, &page[at - 1]) < 0;
			at--)
			page[at] = page[at - 1];
		page[at] = *h;
	}
	*count = n;
	return page;
}

static void read_page(struct db *db, const struct search_ask *ask, const struct rank *r,
	struct search_found *found)
{
	size_t count;
	int64_t newest = ask->after.newest ? ask->after.newest : r->count ? r->items[0].id : 0;
	const struct rank_hit *page = first_of(db_arena(db), ask, r, ask->limit + 1, &count);
	found->more = count > ask->limit;
	for (size_t i = 0; i < count && i < ask->limit; i++) {
		read_hit(db, page[i].id, &found->hits);
		found->next =
			(struct search_place){ page[i].id, newest, millionths(&page[i]), r->today };
	}
}

static bool has(const struct rank *r, int64_t id)
{
	LIST_EACH (const struct rank_hit, h, r)
		if (h->id == id)
			return true;
	return false;
}

struct search_found search_ask(struct db *db, const struct who *who, const struct search_ask *ask)
{
	struct search_found found = { 0 };
	if (!search_state(db).usable) {
		found.no_index = true;
		return found;
	}
	struct search_needs needs = search_needs(db, who);
	int64_t today = ask->after.today ? ask->after.today : ask->today;
	struct rank r = { .today = today }, some = { .today = today };
	const char *match = search_expression(db, &ask->query, &needs, worth_of, NULL, &r);
	search_collect(
		db, match, ask->after.newest ? ask->after.newest : INT64_MAX, SEARCH_NEWEST, &r);
	if (!r.count && !search_probe_any(db)) {
		found.no_index = true;
		return found;
	}
	found.partial = r.late;
	found.exact = r.count <= SEARCH_TOTAL && !r.late;
	found.total = r.count <= SEARCH_TOTAL ? (int64_t)r.count : SEARCH_TOTAL;
	if (ask->facets)
		found.facets = search_facets_of(db, &r, ask->week);
	if (ask->sort == SEARCH_BEST)
		search_best_again(db, ask, &r);
	read_page(db, ask, &r, &found);
	if (r.count >= SEARCH_FEW || r.late || !ask->hints || r.pages > SEARCH_DEAR)
		return found;
	if (!r.count)
		found.nearest = search_nearest(db, ask, &needs);
	if (!search_any(db, ask, &needs, &some, &found.some_terms, &found.loose))
		return found;
	LIST_EACH (const struct rank_hit, h, &some)
		if (found.some.count < ask->limit && !has(&r, h->id))
			read_hit(db, h->id, &found.some);
	if (!r.count)
		search_alone(db, ask, &needs, &found.alone);
	return found;
}
