/* What was told before: beside one point, and what recurs. */
#include "views/radar.h"

#include "base/list.h"
#include "cursor.h"
#include "handlers.h"
#include "rules/story.h"
#include "templates.h"

enum { SAME = 10, NEAR = 6, TOPICS = 3, PAGE_OF = 10 };

enum outcome radar_similar_show(struct visit *v)
{
	struct arena *a = v->work.arena;
	const struct point *p = point_get(v->work.db, v->work.who, (struct point_id){ v->arg[0] });
	if (!p)
		return NOT_FOUND;
	struct radar_text text = radar_text_of(a, p);
	struct radar_likes likes = radar_similar(v->work.db, v->work.who, &text, SAME + NEAR, true);
	struct topics topics = radar_topics(v->work.db, v->work.who, &text, TOPICS);
	if (v->face == JSON) {
		struct json_writer j = visit_json(v, 200);
		radar_likes_json(&j, &likes, &topics);
		return DONE;
	}
	struct radar_likes parts[2] = { 0 };
	LIST_EACH (const struct radar_like, l, &likes) {
		struct radar_likes *part = &parts[!radar_is_same(l)];
		if (part->count < (part == parts ? SAME : NEAR))
			*LIST_ADD(a, part) = *l;
	}
	struct radar_similar_view view = { .chrome = &v->chrome,
		.point = p,
		.same = radar_cards_of(a, &parts[0]),
		.near = radar_cards_of(a, &parts[1]),
		.topics = topics };
	radar_similar_page(visit_page(v, _("Told before?")), &view);
	return DONE;
}

enum outcome radar_show(struct visit *v)
{
	struct point_id before, next;
	int64_t limit;
	if (!cursor_read(v, "radar", &before.n, &limit))
		return INVALID;
	if (v->face == PAGE)
		limit = PAGE_OF;
	struct radar_groups groups = radar_recurring(&v->work, before, (size_t)limit, &next);
	const char *cursor = next.n ? cursor_make(v, "radar", next.n) : NULL;
	if (v->face == JSON) {
		struct json_writer j = visit_json(v, 200);
		json_begin_object(&j);
		json_key_array(&j, "items");
		LIST_EACH (const struct radar_group, g, &groups)
			radar_group_json(&j, g);
		json_end(&j);
		json_key_text(&j, "next", cursor);
		json_end(&j);
		return DONE;
	}
	struct radar_view view = { .chrome = &v->chrome,
		.entries = radar_entries_of(v->work.arena, &groups),
		.writes_stories = story_may_start(v->work.who),
		.tends = who_is(v->work.who, TRAINER | HQ | ADMIN),
		.next = cursor };
	radar_page(visit_page(v, _("What recurs")), &view);
	return DONE;
}
