/* The sample's case stories: written by trainers from points that are there. */
#include <assert.h>
#include <string.h>

#include "base/embedded.h"
#include "base/out.h"
#include "base/text.h"
#include "demo_acting.h"
#include "demo_blocks.h"
#include "store/point.h"
#include "story.h"

struct point_id demo_story_point(struct demo_acting *act, const char *key)
{
	struct demo_plan *p = act->plan;
	size_t wanted = names_find(&p->sample->point_by_key, key);
	if (wanted == NAMES_NONE)
		return (struct point_id){ 0 };
	LIST_EACH (const struct demo_entry, e, &p->entries)
		for (size_t i = 0; i < e->count; i++)
			if (e->picks[i].point == &p->sample->points.items[wanted] &&
				e->picks[i].id.n &&
				point_get(act->work.db, act->work.who, e->picks[i].id))
				return e->picks[i].id;
	return (struct point_id){ 0 };
}

/* The file, with the numbers of points in the place of their keys. */
static const char *numbered(struct demo_acting *act, const char *file)
{
	static const char name[] = "\nsources: [";
	struct arena *a = act->work.arena;
	const char *list = strstr(file, name);
	assert(list);
	const char *end = strchr(list, ']');
	list += strlen(name);
	struct strings keys = demo_blocks_split(a, arena_copy(a, list, (size_t)(end - list)), ',');
	struct out o = out_new(a);
	out_bytes(&o, file, (size_t)(list - file));
	const char *between = "";
	for (size_t i = 0; i < keys.count; i++) {
		struct point_id id = demo_story_point(act, keys.items[i]);
		if (!id.n)
			continue;
		out_format(&o, "%s%lld", between, (long long)id.n);
		between = ", ";
	}
	out_text(&o, end);
	return out_string(&o);
}

static const struct embedded *find(size_t number)
{
	for (size_t i = 0; i < embedded_count; i++)
		if (text_starts(embedded_table[i].name, "sample/stories/") && number-- == 0)
			return &embedded_table[i];
	return NULL;
}

/* All but the last are published the day they are written. */
enum outcome demo_story_write(struct demo_acting *act, const struct demo_event *event)
{
	struct work *w = &act->work;
	const struct embedded *file = find(event->index);
	assert(file);
	demo_acting_be_first(act, TRAINER);
	const char *bytes = numbered(act, (const char *)file->data);
	struct story_text text;
	if (!story_text_parse(w->arena, bytes, strlen(bytes), &text, &w->faults))
		return INVALID;
	const struct story_input in = { .text = &text };
	struct story_id id;
	enum outcome outcome = story_save(w, &in, &id);
	if (outcome != DONE || event->index + 1 == DEMO_STORIES)
		return outcome;
	work_refresh(w);
	w->now += 3 * 3600 <= act->plan->now - w->now ? 3 * 3600 : 0;
	return story_publish(w, id);
}
