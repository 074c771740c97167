#include "radar_find.h"

#include <math.h>
#include <string.h>

#include "base/out.h"

enum { TELLING = 32, BY_KEYS = 100, BY_WORDS = 300, BY_TOPICS = 200 };

/* " AND (all OR a12 OR u3)", or "" for who sees all. */
static const char *scope_of(struct db *db, const struct who *who)
{
	struct out o = out_new(db_arena(db));
	if (who_is_operator(who))
		return "";
	out_format(&o, " AND (all OR a%ld", (long)who->person.n);
	struct q *q =
		db_ask(db, SQL("SELECT unit_id FROM sight WHERE person_id = ?1 ORDER BY unit_id"),
			V(who->person));
	while (q_row(q))
		out_format(&o, " OR u%ld", (long)q_long(q, 0));
	out_char(&o, ')');
	return out_string(&o);
}

static void add_ids(struct db *db, struct longs *ids, struct out *any, const char *scope, int most)
{
	if (!any->len)
		return;
	struct q *q = db_ask(db,
		SQL("SELECT rowid FROM radar WHERE radar MATCH ?1 ORDER BY rowid DESC LIMIT ?2"),
		V(arena_format(db_arena(db), "(%s)%s", out_string(any), scope)), V(most));
	while (q_row(q))
		*LIST_ADD(db_arena(db), ids) = q_long(q, 0);
}

static void or_(struct out *o)
{
	if (o->len)
		out_text(o, " OR ");
}

static struct longs candidates(struct db *db, const struct who *who, const struct radar_ask *ask)
{
	struct arena *a = db_arena(db);
	const char *scope = scope_of(db, who);
	struct longs ids = { 0 };
	struct out keys = out_new(a), words = out_new(a), topics = out_new(a);
	uint32_t telling[TELLING];
	for (size_t i = 0; i < ask->key_count; i++)
		or_(&keys), out_format(&keys, "k%08x", ask->keys[i]);
	size_t n = alike_telling(a, &ask->words, TELLING, telling);
	for (size_t i = 0; i < n; i++)
		or_(&words), out_format(&words, "w%07x", telling[i]);
	if (ask->topics)
		LIST_EACH (const long, t, ask->topics)
			or_(&topics), out_format(&topics, "t%ld", *t);
	add_ids(db, &ids, &keys, scope, BY_KEYS);
	add_ids(db, &ids, &words, scope, BY_WORDS);
	add_ids(db, &ids, &topics, scope, BY_TOPICS);
	return ids;
}

double radar_topics_cosine(
	const struct longs *topics, const double *weights, const struct longs *others)
{
	double sum = 0, length = 0;
	for (size_t i = 0; i < topics->count; i++) {
		double w = weights ? weights[i] : 1;
		length += w * w;
		LIST_EACH (const long, o, others)
			sum += *o == topics->items[i] ? w : 0;
	}
	return sum > 0 ? sum / sqrt(length * (double)others->count) : 0;
}

static size_t shared_keys(const struct radar_ask *ask, const struct radar_row *row)
{
	size_t n = 0;
	for (size_t i = 0; i < row->keys_len; i += 4) {
		uint32_t key;
		memcpy(&key, row->keys + i, 4);
		for (size_t k = 0; k < ask->key_count; k++)
			n += ask->keys[k] == key;
	}
	return n;
}

struct radar_hit radar_compare(
	struct arena *a, const struct radar_ask *ask, const struct radar_row *row)
{
	struct radar_hit hit = { .id = row->id, .group = row->group, .kind = row->kind };
	const char *at = row->about;
	for (long t; (t = (long)radar_next(&at, 't'));)
		*LIST_ADD(a, &hit.about) = t;
	hit.words = alike_kept(row->words, row->words_len);
	hit.cosine = alike_cosine(&ask->words, &hit.words);
	hit.topics = ask->topics ? radar_topics_cosine(ask->topics, NULL, &hit.about) : 0;
	hit.shared_keys = shared_keys(ask, row);
	return hit;
}

struct radar_ask radar_ask_of(struct arena *a, const struct radar_row *row)
{
	struct longs *topics = ARENA_NEW(a, struct longs);
	const char *at = row->about;
	for (long t; (t = (long)radar_next(&at, 't'));)
		*LIST_ADD(a, topics) = t;
	return (struct radar_ask){ .words = alike_kept(row->words, row->words_len),
		.keys = (const uint32_t *)(const void *)row->keys,
		.key_count = row->keys_len / 4,
		.topics = topics,
		.self = row->id };
}

static int upwards(const void *x, const void *y)
{
	const long *a = x, *b = y;
	return (*a > *b) - (*a < *b);
}

struct radar_hits radar_find(struct db *db, const struct who *who, const struct radar_ask *ask)
{
	struct radar_hits hits = { 0 };
	struct longs ids = candidates(db, who, ask);
	LIST_SORT(&ids, upwards);
	for (size_t i = 0; i < ids.count; i++) {
		struct point_id id = { ids.items[i] };
		if (id.n == ask->self.n || (i && ids.items[i - 1] == id.n))
			continue;
		const struct radar_row *row = radar_kept_any(db, id);
		if (row)
			*LIST_ADD(db_arena(db), &hits) = radar_compare(db_arena(db), ask, row);
	}
	return hits;
}
