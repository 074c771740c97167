/* topic_kit: what the tests of topics share: adding one, and asking for those of a point. */
#ifndef TOPIC_KIT_H
#define TOPIC_KIT_H

#include "house.h"

#include "store/tally.h"
#include "store/topic_list.h"

static inline struct topic_id add_topic(
	struct house *h, const char *kind, const char *zh, const char *en, const char *alias)
{
	struct arena *a = arena_new();
	TXN(t, h->app.install.writer, a);
	const struct topic topic = {
		.kind = kind, .state = "accepted", .name_zh = zh, .name_en = en
	};
	struct topic_id id = topic_add(&t, &topic, (struct person_id){ 0 }, HOUSE_NOW);
	assert_true(topic_add_word(&t, id, zh) && topic_add_word(&t, id, en));
	if (alias)
		assert_true(topic_add_word(&t, id, alias));
	assert_true(txn_commit(&t));
	arena_defer(h->arena, (void (*)(void *))arena_free, a);
	return id;
}

static inline int64_t point_at(struct house *h, const char *login, const char *text, size_t i)
{
	struct answer a = house_put(h, login, "/api/reflections/2026-W47", text);
	assert_int_equal(a.status, 201);
	return json_get_number(json_at(json_get(a.json, "points"), i), "id", 0);
}

#endif
