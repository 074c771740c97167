/* Taking back, and what others may read of a reflection. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "reflection.h"
#include "reflection_points.h"
#include "store/audit.h"

static enum outcome still_open(struct work *w, const struct reflection *r)
{
	if (!text_same(r->state, "closed"))
		return DONE;
	fault_add(&w->faults, NULL,
		_("The team's week is closed. Ask your manager to reopen it if this must go."));
	return CONFLICT;
}

enum outcome reflection_withdraw(struct work *w, struct reflection_id id)
{
	TXN(t, w->writer, w->arena);
	const struct reflection *old = reflection_get_any(t.db, id);
	if (!old || old->person.n != w->who->person.n)
		return NOT_FOUND;
	if (text_same(old->state, "withdrawn"))
		return DONE;
	enum outcome outcome = still_open(w, old);
	if (outcome != DONE)
		return outcome;
	struct points points = point_of_reflection_any(t.db, id);
	LIST_EACH (const struct point, p, &points)
		if (!p->withdrawn)
			reflection_take_point(&t, w, p);
	struct reflection r = *old;
	r.state = "withdrawn";
	r.changed_at = w->now;
	reflection_change(&t, &r);
	audit_add(&t, w->who, w->now, "withdraw", "reflection", id.n, r.team, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

/* The newest text; false if there is none that can be read. */
static bool text_of(struct work *w, const struct reflection *r, struct reflection_text *text)
{
	const char *stored = reflection_text_any(w->db, r->id, 0);
	const struct reflection_rules rules = {
		.now = work_week(w), .any_week = true, .author_allowed = true
	};
	struct faults ignored = { .arena = w->arena };
	return stored &&
	       reflection_text_parse(w->arena, stored, strlen(stored), &rules, text, &ignored);
}

/* Takes the point at this place of its kind out of the text. */
static bool take_out(struct reflection_text *text, const struct point *gone)
{
	int64_t position = 0;
	for (size_t i = 0; i < text->points.count; i++) {
		struct point_text *p = &text->points.items[i];
		if (p->kind != gone->kind || position++ != gone->position)
			continue;
		memmove(p, p + 1, sizeof *p * (text->points.count - i - 1));
		text->points.count--;
		return true;
	}
	return false;
}

enum outcome reflection_withdraw_point(struct work *w, struct point_id id)
{
	const struct point *p = point_get(w->db, w->who, id);
	if (!p || p->author.n != w->who->person.n || p->withdrawn)
		return NOT_FOUND;
	const struct reflection *r = reflection_get_any(w->db, p->reflection);
	enum outcome outcome = still_open(w, r);
	if (outcome != DONE)
		return outcome;
	struct reflection_text text;
	if (!text_of(w, r, &text) || !take_out(&text, p))
		return CONFLICT;
	if (!text.points.count)
		return reflection_withdraw(w, r->id);
	const struct submission s = { .text = &text,
		.edits = r->id,
		.has_base = true,
		.base_version = r->version,
		.without = id };
	struct reflection_id same;
	bool created;
	return reflection_submit(w, &s, &same, &created);
}

struct points reflection_points(struct work *w, const struct reflection *r)
{
	struct points all = point_of_reflection(w->db, w->who, r->id), shown = { 0 };
	LIST_EACH (const struct point, p, &all)
		if (p->author_name)
			*LIST_ADD(w->arena, &shown) = *p;
	return shown;
}

bool reflection_may_read(struct work *w, const struct reflection *r)
{
	if (who_is_operator(w->who) || r->person.n == w->who->person.n)
		return true;
	struct points all = point_of_reflection_any(w->db, r->id);
	size_t there = 0;
	LIST_EACH (const struct point, p, &all)
		there += !p->withdrawn;
	return there > 0 && reflection_points(w, r).count == there;
}
