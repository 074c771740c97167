#include "path.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "store/audit.h"
#include "store/event.h"
#include "store/story.h"
#include "store/topic.h"

bool path_may_tend(const struct who *who)
{
	return who_is(who, TRAINER | HQ);
}

const struct path_item *path_next(const struct path_items *all)
{
	LIST_EACH (const struct path_item, i, all)
		if (!i->read_at)
			return i;
	return NULL;
}

static void note(struct txn *t, struct work *w, struct path_id id)
{
	audit_add(t, w->who, w->now, "change", "path", id.n, (struct unit_id){ 0 }, NULL);
}

/* Everybody may read it. */
static bool is_open(struct db *db, struct topic_id topic, struct story_id story)
{
	const struct topic *t = topic.n ? topic_get_any(db, topic) : NULL;
	const struct story *y = story.n ? story_get_any(db, story) : NULL;
	return (t && text_same(t->state, "accepted")) || (y && y->published);
}

enum outcome path_add(struct work *w, struct topic_id topic, struct story_id story,
	const char *said, struct path_id *id)
{
	if (!path_may_tend(w->who))
		return FORBIDDEN;
	struct path_item item = { .topic = topic, .story = story };
	item.note = text_blank(said ? said : "") ? NULL : text_trim(w->arena, said);
	if (item.note && text_runes(item.note) > PATH_NOTE_RUNES)
		fault_add(&w->faults, "note", _("Too long: 100 characters is the most."));
	TXN(t, w->writer, w->arena);
	if ((topic.n != 0) == (story.n != 0) || !is_open(t.db, topic, story))
		fault_add(&w->faults, "page",
			_("Choose a page: of a topic that is on the map, or a published story."));
	if (w->faults.count)
		return INVALID;
	if (path_find_any(t.db, topic, story).n) {
		fault_add(&w->faults, "page", _("It is on the path already."));
		return CONFLICT;
	}
	if (path_items_any(t.db, (struct person_id){ 0 }).count == PATH_MOST) {
		fault_add(&w->faults, "page",
			_("The path is long enough. Take something out first."));
		return CONFLICT;
	}
	*id = path_put(&t, &item, w->who->person, w->now);
	note(&t, w, *id);
	return txn_commit(&t) ? DONE : BROKEN;
}

/* It stands on the path, as everybody sees it. */
static bool is_there(struct db *db, struct path_id id)
{
	struct path_items all = path_items_any(db, (struct person_id){ 0 });
	LIST_EACH (const struct path_item, i, &all)
		if (i->id.n == id.n)
			return true;
	return false;
}

enum outcome path_take_out(struct work *w, struct path_id id)
{
	if (!path_may_tend(w->who))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	if (!is_there(t.db, id))
		return NOT_FOUND;
	path_remove(&t, id, w->now);
	note(&t, w, id);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome path_order(struct work *w, const struct path_id *ids, size_t n)
{
	if (!path_may_tend(w->who))
		return FORBIDDEN;
	int64_t place = 1;
	TXN(t, w->writer, w->arena);
	for (size_t i = 0; i < n; i++) {
		if (!is_there(t.db, ids[i]))
			return NOT_FOUND;
		path_set_position(&t, ids[i], place++);
	}
	struct path_items all = path_items_any(t.db, (struct person_id){ 0 });
	LIST_EACH (const struct path_item, item, &all) {
		bool named = false;
		for (size_t i = 0; i < n; i++)
			named |= ids[i].n == item->id.n;
		if (!named)
			path_set_position(&t, item->id, place++);
	}
	note(&t, w, (struct path_id){ 0 });
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome path_move(struct work *w, struct path_id id, bool up)
{
	struct path_items all = path_items_any(w->db, (struct person_id){ 0 });
	struct path_id *ids = ARENA_MANY(w->arena, struct path_id, all.count + 1);
	size_t at = all.count;
	for (size_t i = 0; i < all.count; i++) {
		ids[i] = all.items[i].id;
		at = ids[i].n == id.n ? i : at;
	}
	if (!path_may_tend(w->who))
		return FORBIDDEN;
	if (at == all.count)
		return NOT_FOUND;
	size_t to = up ? at - 1 : at + 1;
	if (to < all.count) {
		ids[at] = ids[to];
		ids[to] = id;
	}
	return path_order(w, ids, all.count);
}

enum outcome path_tick(struct work *w, struct path_id id, bool done)
{
	if (who_is_operator(w->who))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	if (!is_there(t.db, id))
		return NOT_FOUND;
	const struct path_item *item = path_item_any(t.db, id);
	path_set_tick(&t, w->who->person, id, done, w->now);
	if (done)
		path_set_walker(&t, w->who->person, true, w->now);
	if (done && item->topic.n)
		event_add_topic(&t, "path_read", w->who, item->topic, w->who->home, w->now);
	else if (done)
		event_add_story(&t, "path_read", w->who, item->story, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome path_walk(struct work *w, bool walks)
{
	if (who_is_operator(w->who))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	path_set_walker(&t, w->who->person, walks, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}
