/* guide_kit: what the tests of guides share: a topic with two points at the headquarters. */
#ifndef GUIDE_KIT_H
#define GUIDE_KIT_H

#include "rollup_kit.h"
#include "topic_kit.h"

struct scene {
	struct house *h;
	int64_t point, other; /* e1's, at the headquarters */
	int topic;
};

static inline struct scene scene_new(void)
{
	struct scene s = { .h = house_new() };
	s.topic = (int)add_topic(s.h, "step", "报价", "Quoting", NULL).n;
	s.point = kit_write(s.h, "wang", "报价前先问清");
	s.other = kit_write(s.h, "li", "先弄清谁拍板");
	kit_close(s.h, "lin", "e1");
	kit_close(s.h, "gao", "east");
	return s;
}

static inline struct answer put(
	struct scene *s, const char *who, const char *body, bool publish, const char *if_match)
{
	const char *const headers[] = { "If-Match", if_match, NULL };
	return house_ask(s->h, who, PUT,
		arena_format(s->h->arena, "/api/topics/%d/guide", s->topic), "application/json",
		arena_format(s->h->arena,
			"{\"body_md\":\"%s\",\"note\":\"因为现场这样\",\"publish\":%s}", body,
			publish ? "true" : "false"),
		if_match ? headers : NULL);
}

static inline struct answer get(struct scene *s, const char *who)
{
	return house_get(s->h, who, arena_format(s->h->arena, "/api/topics/%d/guide", s->topic));
}

static inline struct answer deed(struct scene *s, const char *who, const char *what)
{
	return house_do(
		s->h, who, arena_format(s->h->arena, "/api/topics/%d/guide/%s", s->topic, what));
}

static inline struct answer page(struct scene *s, const char *who, const char *behind)
{
	return house_get(s->h, who, arena_format(s->h->arena, "/topics/%d%s", s->topic, behind));
}

#endif
