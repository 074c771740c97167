/* canary_playbook: a guide that is not given out, and a question asked on a topic's page, for
 * tests/canary_test.c. Topic 2 is accepted. */
#ifndef CANARY_PLAYBOOK_H
#define CANARY_PLAYBOOK_H

#include "house.h"

static inline void canary_guide(struct house *h, const char *words)
{
	struct answer a = house_ask(h, "tian", PUT, "/api/topics/2/guide", "application/json",
		arena_format(h->arena,
			"{\"body_md\":\"%s [[1]]\",\"note\":\"%s\",\"owner\":\"tian\"}", words,
			words),
		NULL);
	assert_int_equal(a.status, 201);
	a = house_post(h, "tian", "/drafts/guide/2",
		arena_format(h->arena, "body=%s&draft_version=0", words));
	assert_int_equal(a.status, 200);
}

static inline void canary_topic_ask(struct house *h, const char *words)
{
	struct answer a = house_ask(h, "li", POST, "/api/topics/2/asks", "application/json",
		arena_format(h->arena, "{\"text\":\"%s\"}", words), NULL);
	assert_int_equal(a.status, 201);
}

#endif
