#include "search_facets.h"

#include <stdlib.h>

#include "base/counts.h"
#include "base/facts.h"
#include "base/list.h"
#include "doors/rank.h"
#include "setting.h"

enum { TOPICS_SHOWN = 12, UNITS_SHOWN = 12, WEEKS_SHOWN = 12, SMALL = 0xFFFF, AHEAD = 12 };

static void read_topics(const char *numbers, struct fact *f)
{
	for (char *end; *numbers; numbers = end) {
		long n = strtol(numbers, &end, 10);
		if (f->topics >= FACT_TOPICS || n > SMALL) {
			f->topics = FACT_TOPICS + 1;
			return;
		}
		f->topic[f->topics++] = (uint16_t)n;
	}
}

static struct fact fact_of(int64_t type, struct q *q)
{
	struct fact f = { .unit = (uint32_t)q_long(q, 2), .week = (uint16_t)q_long(q, 3) };
	f.what = 0x7F & (type == SEARCH_POINT              ? q_long(q, 1)
				: type == SEARCH_SYNTHESIS ? SEARCH_SYNTHESES
				: type == SEARCH_STORY     ? SEARCH_STORIES
				: type == SEARCH_REPLY     ? SEARCH_REPLIES
							   : SEARCH_GUIDES);
	read_topics(q_text(q, 4), &f);
	return f;
}

static bool read_fact(struct db *db, int64_t row, struct fact *f, const char **topics)
{
	struct q *q = db_ask(db,
		SQL("SELECT type, kind, unit_id, week, topics FROM search_row WHERE id = ?1"),
		V(row));
	if (!q_row(q))
		return false;
	*f = fact_of(q_long(q, 0), q);
	*topics = q_text(q, 4);
	q_end(q);
	return true;
}

static int64_t index_now(struct db *db)
{
	return db_long(
		db, SQL("SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'search_index'"));
}

int64_t search_facets_learn_any(struct db *db, int64_t before, int64_t most)
{
	int64_t index = index_now(db), n = 0;
	struct q *q = db_ask(db,
		SQL("SELECT type, kind, unit_id, week, topics, id FROM search_row WHERE id < ?1"
		    " ORDER BY id DESC LIMIT ?2"),
		V(before), V(most));
	for (; q_row(q); n++) {
		struct fact f = fact_of(q_long(q, 0), q);
		facts_learn(index, before = q_long(q, 5), &f);
	}
	return n < most ? INT64_MIN : before;
}

struct division {
	struct search_facets *facets;
	struct counts topics, units, weeks;
};

static void count(struct division *t, const struct fact *f)
{
	t->facets->of_what[f->what]++;
	if (f->unit)
		counts_add(&t->units, f->unit, 1);
	for (int i = 0; i < f->topics && f->topics <= FACT_TOPICS; i++)
		counts_add(&t->topics, f->topic[i], 1);
	if (f->week)
		counts_add(&t->weeks, f->week, 1);
}

static void count_many_topics(struct division *t, const char *numbers)
{
	for (char *end; *numbers; numbers = end)
		counts_add(&t->topics, (uint32_t)strtol(numbers, &end, 10), 1);
}

/* Those that memory knows in one go; the others are read, and known from then on. */
static void count_all(struct db *db, const struct rank *hits, struct division *t)
{
	int64_t index = index_now(db);
	struct {
		int64_t *items;
		size_t count, room;
	} unknown = { 0 };
	facts_lock();
	LIST_EACH (const struct rank_hit, h, hits) {
		facts_expect(h + AHEAD < h_end ? h[AHEAD].id : h->id);
		const struct fact *f = facts_find(index, h->id);
		if (f && f->topics <= FACT_TOPICS)
			count(t, f);
		else
			*LIST_ADD(hits->arena, &unknown) = h->id;
	}
	facts_unlock();
	LIST_EACH (const int64_t, row, &unknown) {
		struct fact f;
		const char *topics;
		if (!read_fact(db, *row, &f, &topics))
			continue;
		count(t, &f);
		if (f.topics > FACT_TOPICS)
			count_many_topics(t, topics);
		facts_learn(index, *row, &f);
	}
}

static void name_topics(struct db *db, const struct counts *c, struct search_facets *f)
{
	size_t n;
	struct counts now = { .arena = c->arena };
	const struct count *all = counts_sorted(c, &n);
	for (size_t i = 0; i < n; i++) { /* merged ones count for what they were merged into */
		int64_t topic = all[i].key, into;
		while ((into = db_long(
				db, SQL("SELECT merged_into FROM topic WHERE id = ?1"), V(topic))))
			topic = into;
		counts_add(&now, (uint32_t)topic, all[i].n);
	}
	all = counts_sorted(&now, &n);
	for (size_t i = 0; i < n && i < TOPICS_SHOWN; i++) {
		const struct topic *t = topic_get_any(db, (struct topic_id){ all[i].key });
		if (t)
			*LIST_ADD(c->arena, &f->topics) =
				(struct search_topic_count){ t, all[i].n };
	}
}

/* One look at a unit each, however many hits it has. */
static void name_units(struct db *db, const struct counts *c, struct search_facets *f)
{
	size_t n, branches;
	struct counts above = { .arena = c->arena };
	const struct count *all = counts_sorted(c, &n);
	for (size_t i = 0; i < n; i++) {
		int64_t branch = db_long(db,
			SQL("SELECT CASE kind WHEN 'team' THEN parent_id WHEN 'branch' THEN id END"
			    " FROM unit WHERE id = ?1"),
			V(all[i].key));
		if (branch)
			counts_add(&above, (uint32_t)branch, all[i].n);
	}
	const struct count *up = counts_sorted(&above, &branches);
	if (branches > 1)
		all = up, n = branches;
	for (size_t i = 0; i < n && i < UNITS_SHOWN; i++) {
		struct search_unit_count *u = LIST_ADD(c->arena, &f->units);
		u->unit = unit_get(db, (struct unit_id){ all[i].key });
		u->n = all[i].n;
	}
}

static int newest_first(const void *x, const void *y)
{
	const struct count *a = x, *b = y;
	return (a->key < b->key) - (a->key > b->key);
}

static void name_weeks(const struct counts *c, int64_t now, struct search_facets *f)
{
	size_t n;
	struct count *all = counts_sorted(c, &n);
	for (size_t i = 0; i < n; i++) {
		f->weeks_4 += all[i].key > now - 4 ? all[i].n : 0;
		f->weeks_13 += all[i].key > now - 13 ? all[i].n : 0;
	}
	if (n)
		qsort(all, n, sizeof *all, newest_first);
	for (size_t i = 0; i < n && i < WEEKS_SHOWN; i++)
		*LIST_ADD(c->arena, &f->weeks) =
			(struct search_week_count){ { (int32_t)all[i].key }, all[i].n };
}

struct search_facets search_facets_of(struct db *db, const struct rank *hits, struct week now)
{
	struct search_facets f = { .of_what = { 0 } };
	struct division t = { .facets = &f,
		.topics = { .arena = db_arena(db) },
		.units = { .arena = db_arena(db) },
		.weeks = { .arena = db_arena(db) } };
	count_all(db, hits, &t);
	name_topics(db, &t.topics, &f);
	name_units(db, &t.units, &f);
	name_weeks(&t.weeks, now.n, &f);
	return f;
}
