#include "bulletin.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "bulletin_clock.h"
#include "bulletin_inner.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "store/audit.h"
#include "store/point.h"
#include "store/reply.h"
#include "store/story.h"
#include "store/synthesis.h"

static const struct unit_id hq = { 1 };

bool bulletin_may_write(struct db *db, const struct who *who)
{
	return who_manages(db, who, hq);
}

static enum outcome refuse(struct work *w, const char *field, const char *why)
{
	fault_add(&w->faults, field, why);
	return CONFLICT;
}

enum outcome bulletin_open_to(
	struct work *w, struct db *db, struct bulletin_id id, const struct bulletin **b)
{
	*b = bulletin_get(db, w->who, id);
	if (!*b)
		return bulletin_edition_get(db, id, 0) ? FORBIDDEN : NOT_FOUND;
	if (text_same((*b)->state, "published"))
		return refuse(w, NULL,
			_("It is published and stays as it is. Begin a correction to change it."));
	return DONE;
}

static void log_deed(struct txn *t, struct work *w, const char *action, struct bulletin_id id)
{
	audit_add(t, w->who, w->now, action, "bulletin", id.n, hq, NULL);
}

enum outcome bulletin_start(struct work *w, struct week week, struct bulletin_id *id)
{
	TXN(t, w->writer, w->arena);
	if (!bulletin_may_write(t.db, w->who))
		return FORBIDDEN;
	if (week.n > work_week(w).n)
		return NOT_FOUND;
	const struct bulletin *other = bulletin_draft(t.db, w->who);
	if (other) {
		*id = other->id;
		return refuse(
			w, NULL, _("Another one is being written. Finish it, or throw it away."));
	}
	id->n = bulletin_last_any(t.db).n + 1;
	const struct bulletin b = { .id = *id,
		.week = week,
		.title = arena_format(w->arena, _("Bulletin %ld"), (long)id->n),
		.frame_md = "",
		.frame_html = "",
		.rules_md = "",
		.rules_html = "",
		.due_at = bulletin_clock_of(t.db, w->zone, week).due_at };
	bulletin_add(&t, &b, w->who->person, w->now);
	bulletin_item_gather(&t, *id, week);
	log_deed(&t, w, "begin", *id);
	return txn_commit(&t) ? DONE : BROKEN;
}

/* May it be carried? Asked again when it goes out. */
static enum outcome carriable(struct work *w, struct db *db, enum piece_kind kind, int64_t noun)
{
	if (kind == PIECE_POINT) {
		const struct point *p = point_get(db, w->who, (struct point_id){ noun });
		if (!p)
			return NOT_FOUND;
		if (p->reach < REACH_HQ || p->withdrawn)
			return refuse(
				w, "noun", _("This point has not risen to the headquarters yet."));
		return DONE;
	}
	if (kind == PIECE_SYNTHESIS) {
		const struct synthesis *s =
			synthesis_get(db, w->who, (struct synthesis_id){ noun });
		if (!s)
			return NOT_FOUND;
		return *s->body_md ? DONE : refuse(w, "noun", _("This text is empty."));
	}
	if (kind == PIECE_STORY) {
		const struct story *s = story_get(db, w->who, (struct story_id){ noun });
		if (!s)
			return NOT_FOUND;
		return s->published ? DONE
				    : refuse(w, "noun", _("This story is not published yet."));
	}
	if (kind == PIECE_ANSWER) {
		const struct reply *r = reply_get(db, w->who, (struct reply_id){ noun });
		return r && !r->withdrawn ? DONE : NOT_FOUND;
	}
	return NOT_FOUND;
}

static size_t count_kind(const struct bulletin_pieces *all, enum piece_kind kind)
{
	size_t n = 0;
	LIST_EACH (const struct bulletin_piece, p, all)
		n += p->kind == kind;
	return n;
}

static bool has(const struct bulletin_pieces *all, enum piece_kind kind, int64_t noun)
{
	LIST_EACH (const struct bulletin_piece, p, all)
		if (p->kind == kind && p->noun == noun)
			return true;
	return false;
}

enum outcome bulletin_take(
	struct work *w, struct txn *t, struct bulletin_id id, enum piece_kind kind, int64_t noun)
{
	enum outcome outcome = carriable(w, t->db, kind, noun);
	if (outcome != DONE)
		return outcome;
	struct bulletin_pieces all = bulletin_items(t->db, w->who, id);
	if (has(&all, kind, noun))
		return DONE;
	if (kind == PIECE_STORY && count_kind(&all, kind) >= BULLETIN_STORIES)
		return refuse(w, "noun",
			_("Two stories are the most: few that are read beat many that are not. "
			  "Take one out first."));
	bulletin_item_put(t, id, kind, noun, "");
	return DONE;
}

enum outcome bulletin_put(struct work *w, struct bulletin_id id, enum piece_kind kind, int64_t noun)
{
	const struct bulletin *b;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = bulletin_open_to(w, t.db, id, &b);
	if (outcome == DONE)
		outcome = bulletin_take(w, &t, id, kind, noun);
	if (outcome != DONE)
		return outcome;
	bulletin_touch(&t, id, w->who->person, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome bulletin_drop(
	struct work *w, struct bulletin_id id, enum piece_kind kind, int64_t noun)
{
	const struct bulletin *b;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = bulletin_open_to(w, t.db, id, &b);
	if (outcome != DONE)
		return outcome;
	bulletin_item_drop(&t, id, kind, noun);
	bulletin_touch(&t, id, w->who->person, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome bulletin_move(
	struct work *w, struct bulletin_id id, enum piece_kind kind, int64_t noun, int by)
{
	const struct bulletin *b;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = bulletin_open_to(w, t.db, id, &b);
	if (outcome != DONE)
		return outcome;
	struct bulletin_pieces all = bulletin_items(t.db, w->who, id), same = { 0 };
	size_t at = SIZE_MAX;
	LIST_EACH (const struct bulletin_piece, p, &all)
		if (p->kind == kind) {
			at = p->noun == noun ? same.count : at;
			*LIST_ADD(w->arena, &same) = *p;
		}
	if (at == SIZE_MAX)
		return NOT_FOUND;
	size_t to = at + (size_t)by; /* wraps below 0: past the end */
	if (to >= same.count)
		return DONE;
	struct bulletin_piece moved = same.items[at];
	same.items[at] = same.items[to];
	same.items[to] = moved;
	for (size_t i = 0; i < same.count; i++)
		bulletin_item_place(&t, id, kind, same.items[i].noun, (int64_t)i);
	bulletin_touch(&t, id, w->who->person, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome bulletin_gather(struct work *w, struct bulletin_id id)
{
	const struct bulletin *b;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = bulletin_open_to(w, t.db, id, &b);
	if (outcome != DONE)
		return outcome;
	bulletin_item_gather(&t, id, b->week);
	bulletin_touch(&t, id, w->who->person, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome bulletin_discard(struct work *w, struct bulletin_id id)
{
	const struct bulletin *b;
	TXN(t, w->writer, w->arena);
	enum outcome outcome = bulletin_open_to(w, t.db, id, &b);
	if (outcome != DONE)
		return outcome;
	if (!b->edition) {
		bulletin_delete(&t, id);
	} else {
		const struct bulletin_edition *e = bulletin_edition_get(t.db, id, 0);
		struct bulletin as_was = *b;
		as_was.state = "published";
		as_was.title = e->title;
		as_was.frame_md = e->frame_md;
		as_was.frame_html = e->frame_html;
		as_was.rules_md = e->rules_md;
		as_was.rules_html = e->rules_html;
		bulletin_change(&t, &as_was, w->who->person, w->now);
		bulletin_item_restore(&t, id, b->edition);
	}
	log_deed(&t, w, "discard", id);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome bulletin_correct(struct work *w, struct bulletin_id id)
{
	TXN(t, w->writer, w->arena);
	const struct bulletin *b = bulletin_get(t.db, w->who, id);
	if (!b)
		return bulletin_edition_get(t.db, id, 0) ? FORBIDDEN : NOT_FOUND;
	if (!text_same(b->state, "published"))
		return DONE;
	if (bulletin_draft(t.db, w->who))
		return refuse(
			w, NULL, _("Another one is being written. Finish it, or throw it away."));
	struct bulletin as_is = *b;
	as_is.state = "correcting";
	bulletin_change(&t, &as_is, w->who->person, w->now);
	log_deed(&t, w, "correct", id);
	return txn_commit(&t) ? DONE : BROKEN;
}
