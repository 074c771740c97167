#include "story.h"

#include <string.h>

#include "base/list.h"
#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "doors/txn.h"
#include "notice.h"
#include "search.h"
#include "store/audit.h"
#include "store/event.h"
#include "store/person.h"
#include "store/point_list.h"

bool story_may_start(const struct who *who)
{
	return who_is(who, REP | TEAM_MANAGER | BRANCH_MANAGER | TRAINER | HQ);
}

bool story_may_publish(const struct who *who)
{
	return who_is(who, TRAINER | HQ);
}

bool story_may_write(struct db *db, const struct who *who, const struct story *s)
{
	if (who_is_operator(who) || who_is(who, TRAINER))
		return true;
	if (s->published)
		return who_is(who, HQ);
	return story_is_writer_any(db, who->person, s->id);
}

static const char *lines(struct arena *a, const struct strings *words)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < words->count; i++)
		out_format(&o, "%s%s", i ? "\n" : "", words->items[i]);
	return words->count ? arena_string(a, out_string(&o)) : NULL;
}

static bool had_source(const struct story_source_list *had, struct point_id id)
{
	LIST_EACH (const struct story_source, s, had)
		if (s->point.n == id.n)
			return true;
	return false;
}

static bool sees(const struct points *seen, struct point_id id)
{
	LIST_EACH (const struct point, p, seen)
		if (p->id.n == id.n)
			return true;
	return false;
}

/* The sources that were named, then what the text cites; whom the writer cannot see stays if it was
 * there before, and is refused alike whether it exists or not. */
static struct point_ids sources_of(
	struct work *w, struct db *db, const struct story_input *in, const struct longs *cites)
{
	struct point_ids asked = { 0 }, kept = { 0 };
	struct story_source_list had = { 0 };
	if (in->edits.n)
		had = story_sources(db, w->who, in->edits);
	LIST_EACH (const struct point_id, id, &in->text->sources)
		*LIST_ADD(w->arena, &asked) = *id;
	for (size_t i = 0; i < cites->count; i++)
		LIST_ADD(w->arena, &asked)->n = cites->items[i];
	struct points seen = point_those(db, w->who, asked.items, asked.count);
	for (size_t i = 0; i < asked.count; i++) {
		struct point_id id = asked.items[i];
		if (sees(&seen, id) || had_source(&had, id))
			*LIST_ADD(w->arena, &kept) = id;
		else if (i < in->text->sources.count)
			fault_add(&w->faults, "sources",
				arena_format(w->arena,
					_("You cannot open point %ld, or there is none: name only "
					  "points that you see."),
					(long)id.n));
	}
	return kept;
}

struct story_people {
	struct person_id *items;
	size_t count, room;
};

static struct story_people writers_of(struct work *w, struct db *db, const struct story_input *in)
{
	struct story_people list = { 0 };
	for (size_t i = 0; in->writers && i < in->writers->count; i++) {
		const struct person *p = person_by_login_any(db, in->writers->items[i]);
		if (p)
			*LIST_ADD(w->arena, &list) = p->id;
		else
			fault_add(&w->faults, "writers",
				arena_format(w->arena,
					_("Nobody signs in as “%s”. Write the names people sign in "
					  "with."),
					in->writers->items[i]));
	}
	if (!list.count && w->who->person.n)
		*LIST_ADD(w->arena, &list) = w->who->person;
	return list;
}

static enum outcome allowed(
	struct work *w, struct db *db, const struct story_input *in, const struct story **old)
{
	*old = in->edits.n ? story_get(db, w->who, in->edits) : NULL;
	if (!in->edits.n)
		return story_may_start(w->who) ? DONE : FORBIDDEN;
	if (!*old)
		return NOT_FOUND;
	if (!story_may_write(db, w->who, *old)) {
		fault_add(&w->faults, NULL,
			(*old)->published ? _("A published story is changed by trainers and "
					      "headquarters. Ask one of them.")
					  : _("Ask one of its writers, or a trainer."));
		return FORBIDDEN;
	}
	if (in->base_version && in->base_version != (*old)->version) {
		fault_add(&w->faults, NULL,
			_("Somebody, perhaps you on another device, changed this meanwhile. Both "
			  "texts are here: choose."));
		return STALE;
	}
	return DONE;
}

static void put_topics(
	struct txn *t, struct work *w, struct story_id id, const struct strings *words)
{
	struct topic_id *of = ARENA_MANY(w->arena, struct topic_id, words->count + 1);
	for (size_t i = 0; i < words->count; i++)
		of[i] = topic_resolve(t, words->items[i], w->who->person, w->now);
	story_set_topics(t, id, of, words->count);
}

enum outcome story_save(struct work *w, const struct story_input *in, struct story_id *id)
{
	const struct story_text *text = in->text;
	const char *file = story_text_print(w->arena, text);
	const char *html = story_html(w->arena, text->body);
	const struct longs cites = markdown_cites(w->arena, text->body);
	TXN(t, w->writer, w->arena);
	const struct story *old;
	enum outcome outcome = allowed(w, t.db, in, &old);
	if (outcome != DONE)
		return outcome;
	struct point_ids sources = sources_of(w, t.db, in, &cites);
	struct story_people writers = writers_of(w, t.db, in);
	if (w->faults.count)
		return INVALID;
	struct story s = old ? *old : (struct story){ 0 };
	s.title = text->title;
	s.outcome = story_outcome_name(text->outcome);
	s.body_md = text->body;
	s.body_html = html;
	s.units = lines(w->arena, &text->units);
	s.people = lines(w->arena, &text->people);
	s.version++;
	s.changed_at = w->now;
	if (old)
		story_change(&t, &s);
	else
		s.id = story_add(&t, &s, w->who->person);
	story_add_version(&t, s.id, s.version, file, w->who->person, w->now);
	put_topics(&t, w, s.id, &text->topics);
	story_set_sources(&t, s.id, sources.items, sources.count);
	if (!old || in->writers)
		story_set_writers(&t, s.id, writers.items, writers.count);
	search_put_story(&t, s.id);
	*id = s.id;
	return txn_commit(&t) ? DONE : BROKEN;
}

/* The ledger says of each point that a story tells of it now. */
static void tell_sources(struct txn *t, struct work *w, struct story_id id)
{
	struct story_source_list all = story_sources(t->db, who_operator(), id);
	LIST_EACH (const struct story_source, s, &all)
		event_add(t, "told", w->who, s->point, (struct remark_id){ 0 }, w->now);
}

static enum outcome set_published(struct work *w, struct story_id id, bool published)
{
	TXN(t, w->writer, w->arena);
	const struct story *s = story_get(t.db, w->who, id);
	if (!s)
		return NOT_FOUND;
	if (!story_may_publish(w->who)) {
		fault_add(&w->faults, NULL,
			_("Trainers and headquarters publish stories. Tell one of them that it is "
			  "ready."));
		return FORBIDDEN;
	}
	if (s->published == published)
		return DONE;
	story_set_published(&t, id, published, w->who->person, w->now);
	search_put_story(&t, id);
	audit_add(&t, w->who, w->now, published ? "publish" : "take_back", "story", id.n,
		(struct unit_id){ 0 }, s->title);
	if (published)
		tell_sources(&t, w, id);
	struct people authors = { 0 };
	if (published)
		authors = story_authors_any(t.db, id);
	LIST_EACH (const struct person_id, author, &authors)
		notice_tell(&t, w, *author, NOTICE_CITED, NOTICE_STORY, id.n);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome story_publish(struct work *w, struct story_id id)
{
	return set_published(w, id, true);
}

enum outcome story_take_back(struct work *w, struct story_id id)
{
	return set_published(w, id, false);
}
