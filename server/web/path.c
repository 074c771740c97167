/* The reading path: my way, how far others are, ticking off. */
#include "path.h"

#include "base/list.h"
#include "base/text.h"
#include "playbook_handlers.h"
#include "rules/path.h"
#include "templates.h"

enum { PEOPLE = 200 };

const struct path_here *path_gather_here(
	struct visit *v, struct topic_id topic, struct story_id story)
{
	struct db *db = v->work.db;
	struct person_id me = v->work.who->person;
	if (!path_find_any(db, topic, story).n || !path_walks_any(db, me, v->work.now))
		return NULL;
	struct path_items all = path_items_any(db, me);
	for (size_t i = 0; i < all.count; i++) {
		const struct path_item *item = &all.items[i];
		if (item->topic.n != topic.n || item->story.n != story.n)
			continue;
		struct path_here *here = ARENA_NEW(v->work.arena, struct path_here);
		*here = (struct path_here){ .chrome = &v->chrome,
			.item = item,
			.next = i + 1 < all.count ? item + 1 : NULL,
			.place = (long)i + 1,
			.total = (long)all.count };
		return here;
	}
	return NULL;
}

static void add_lines(struct visit *v, struct path_lines *lines, const struct path_items *all)
{
	const struct path_item *next = path_next(all);
	LIST_EACH (const struct path_item, i, all)
		*LIST_ADD(v->work.arena, lines) = (struct path_line){ .item = i,
			.read = i->read_at ? visit_day(v, i->read_at) : NULL,
			.next = i == next };
}

static enum outcome show(struct visit *v, struct person_id person, const char *name)
{
	struct path_items all = path_items_any(v->work.db, person);
	struct path_view view = { .chrome = &v->chrome,
		.name = name,
		.done = (long)all.done,
		.total = (long)all.count,
		.walks = path_walks_any(v->work.db, person, v->work.now),
		.tends = path_may_tend(v->work.who) };
	add_lines(v, &view.lines, &all);
	struct path_walkers people = { 0 };
	if (!name)
		people = path_walkers(v->work.db, v->work.who, v->work.now, PEOPLE);
	LIST_EACH (const struct path_walker, w, &people)
		*LIST_ADD(v->work.arena, &view.people) = (struct path_person){ .walker = w,
			.since = visit_date(v, w->since),
			.last = w->last_at ? visit_day(v, w->last_at) : NULL };
	path_page(visit_page(v, _("Reading path")), &view);
	return DONE;
}

static enum outcome show_json(struct visit *v, struct person_id person)
{
	struct path_items all = path_items_any(v->work.db, person);
	struct json_writer j = visit_json(v, 200);
	path_json(&j, &all, path_walks_any(v->work.db, person, v->work.now));
	return DONE;
}

enum outcome path_show(struct visit *v)
{
	if (v->face == JSON)
		return show_json(v, v->work.who->person);
	return show(v, v->work.who->person, NULL);
}

enum outcome path_person_show(struct visit *v)
{
	const struct person_id person = { v->arg[0] };
	const char *name = path_follows(v->work.db, v->work.who, person);
	if (!name || !path_walks_any(v->work.db, person, v->work.now))
		return NOT_FOUND;
	return v->face == JSON ? show_json(v, person) : show(v, person, name);
}

enum outcome path_people_show(struct visit *v)
{
	size_t total = path_items_any(v->work.db, (struct person_id){ 0 }).count;
	struct path_walkers all = path_walkers(v->work.db, v->work.who, v->work.now, PEOPLE);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct path_walker, w, &all)
		path_json_walker(&j, w, total);
	json_end(&j);
	json_key_text(&j, "next", NULL);
	json_end(&j);
	return DONE;
}

static enum outcome answer(struct visit *v, const char *address)
{
	if (v->face == PAGE)
		return visit_see_other(v, address);
	work_refresh(&v->work);
	return show_json(v, v->work.who->person);
}

/* From the page that was read on to the next one; from the path back to it. */
enum outcome path_tick_post(struct visit *v)
{
	const struct path_id id = { v->arg[0] };
	bool done =
		v->face == JSON ? v->in->method == PUT : !text_same(visit_field(v, "done"), "0");
	enum outcome outcome = path_tick(&v->work, id, done);
	if (outcome != DONE)
		return outcome;
	const struct path_item *next = NULL;
	if (text_same(visit_field(v, "then"), "next")) {
		work_refresh(&v->work);
		struct path_items all = path_items_any(v->work.db, v->work.who->person);
		next = path_next(&all);
	}
	return answer(v, next ? path_url(v->work.arena, next).address : "/path?said=ticked");
}

enum outcome path_walk_post(struct visit *v)
{
	bool walks = strstr(v->route->path, "join") != NULL;
	enum outcome outcome = path_walk(&v->work, walks);
	return outcome == DONE ? answer(v, "/path") : outcome;
}
