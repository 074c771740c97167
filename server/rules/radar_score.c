#include "radar_score.h"

#include <math.h>

#include "base/near.h"
#include "base/text.h"

/* Found on half of tests/fixtures/same-lesson.tsv; the other half is what
 * tests/radar_sample_test.c prints. */
static const double of_topics = 0.1, of_another_kind = 0.7, enough = 0.17, nearby = 0.08;
enum { ENOUGH_KEYS = 2, VOTERS = 15, GUESSED = 5 };

double radar_likeness(const struct radar_hit *hit, int64_t kind)
{
	return (hit->cosine + of_topics * hit->topics) * (hit->kind == kind ? 1 : of_another_kind) +
	       (hit->shared_keys >= ENOUGH_KEYS ? 1 : 0);
}

bool radar_is_enough(double likeness)
{
	return likeness >= enough;
}

bool radar_is_near(double likeness)
{
	return likeness >= nearby;
}

bool radar_is_same(const struct radar_like *like)
{
	return like->same || radar_is_enough(like->likeness);
}

bool radar_tells_same(const struct radar_hit *hit, int64_t kind)
{
	return radar_is_enough(radar_likeness(hit, kind));
}

static _Thread_local int64_t kind_sorted_by;

static int likest_first(const void *x, const void *y)
{
	const struct radar_hit *a = x, *b = y;
	double la = radar_likeness(a, kind_sorted_by), lb = radar_likeness(b, kind_sorted_by);
	return la != lb ? (la < lb) - (la > lb) : (a->id.n < b->id.n) - (a->id.n > b->id.n);
}

void radar_sort(struct radar_hits *hits, int64_t kind)
{
	kind_sorted_by = kind;
	LIST_SORT(hits, likest_first);
}

struct votes {
	struct vote {
		long topic;
		double weight;
	} * items;
	size_t count, room;
};

static int heaviest(const void *x, const void *y)
{
	const struct vote *a = x, *b = y;
	return a->weight != b->weight ? (a->weight < b->weight) - (a->weight > b->weight)
				      : (a->topic > b->topic) - (a->topic < b->topic);
}

/* The nearest by words alone vote for their topics, each with the square of its likeness, shared
 * among them. */
static struct votes vote(struct arena *a, struct radar_hits *hits)
{
	struct votes votes = { 0 };
	size_t voters = 0;
	LIST_EACH (struct radar_hit, h, hits)
		h->topics = 0;
	radar_sort(hits, hits->count ? hits->items[0].kind : 0);
	LIST_EACH (const struct radar_hit, h, hits) {
		if (!h->about.count || voters++ >= VOTERS)
			continue;
		LIST_EACH (const long, topic, &h->about) {
			struct vote *mine = NULL;
			LIST_EACH (struct vote, v, &votes)
				mine = v->topic == *topic ? v : mine;
			if (!mine) {
				mine = LIST_ADD(a, &votes);
				mine->topic = *topic;
			}
			mine->weight += h->cosine * h->cosine / sqrt((double)h->about.count);
		}
	}
	LIST_SORT(&votes, heaviest);
	return votes;
}

static struct radar_ask ask_of(struct arena *a, const struct radar_text *text)
{
	struct radar_ask ask = { .words = alike_of(a, text->headline, text->body),
		.self = text->self };
	struct near_text all = near_cut(a, arena_format(a, "%s\n%s", text->headline, text->body));
	uint32_t *keys = ARENA_MANY(a, uint32_t, all.count * NEAR_KEYS + 1);
	LIST_EACH (const struct near_paragraph, p, &all)
		for (size_t i = 0; i < p->key_count && ask.key_count < 60; i++)
			keys[ask.key_count++] = p->keys[i];
	ask.keys = keys;
	if (text->topics) {
		struct longs *topics = ARENA_NEW(a, struct longs);
		LIST_EACH (const struct topic, t, text->topics)
			*LIST_ADD(a, topics) = t->id.n;
		ask.topics = topics;
	}
	return ask;
}

struct radar_hits radar_hits_of(
	struct db *db, const struct who *who, const struct radar_text *text, struct alike *words)
{
	struct arena *a = db_arena(db);
	struct radar_ask ask = ask_of(a, text);
	*words = ask.words;
	struct radar_hits hits = radar_find(db, who, &ask);
	if (text->topics)
		return hits;
	struct votes votes = vote(a, &hits);
	struct longs guessed = { 0 };
	double weights[GUESSED];
	for (size_t i = 0; i < votes.count && i < GUESSED; i++) {
		*LIST_ADD(a, &guessed) = votes.items[i].topic;
		weights[i] = votes.items[i].weight;
	}
	LIST_EACH (struct radar_hit, h, &hits)
		h->topics = radar_topics_cosine(&guessed, weights, &h->about);
	return hits;
}

struct topics radar_topics(
	struct db *db, const struct who *who, const struct radar_text *text, size_t most)
{
	struct arena *a = db_arena(db);
	struct topics list = { 0 };
	struct radar_ask ask = ask_of(a, text);
	ask.topics = NULL;
	struct radar_hits hits = radar_find(db, who, &ask);
	struct votes votes = vote(a, &hits);
	for (size_t i = 0; i < votes.count && list.count < most; i++) {
		const struct topic *t =
			topic_get_any(db, (struct topic_id){ votes.items[i].topic });
		bool has = false;
		if (text->topics)
			LIST_EACH (const struct topic, own, text->topics)
				has |= t && own->id.n == t->id.n;
		if (t && !has &&
			(text_same(t->state, "accepted") || text_same(t->state, "proposed")))
			*LIST_ADD(a, &list) = *t;
	}
	return list;
}
