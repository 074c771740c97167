#include "reflection.h"

#include "base/list.h"
#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "doors/txn.h"
#include "lift.h"
#include "store/draft.h"
#include "store/point.h"
#include "store/rollup.h"

struct reflection_rules reflection_rules_now(const struct work *w)
{
	return (struct reflection_rules){ .now = work_week(w) };
}

/* Late: after Sunday 24:00 of its week, or after the team closed it. */
static bool is_late(struct work *w, struct db *db, struct unit_id team, struct week week)
{
	return w->now >= week_start(w->zone, (struct week){ week.n + 1 }) ||
	       rollup_get(db, team, week).closed;
}

/* The entry that this submission changes, or NULL: it is a new one. */
static const struct reflection *find(struct work *w, struct db *db, const struct submission *s)
{
	if (s->edits.n)
		return reflection_get_any(db, s->edits);
	return s->text->has_week ? reflection_weekly_any(db, w->who->person, s->text->week) : NULL;
}

static enum outcome allowed(
	struct work *w, const struct submission *s, const struct reflection *old)
{
	if (s->edits.n && (!old || old->person.n != w->who->person.n))
		return NOT_FOUND;
	if (!old && (!who_is(w->who, REP) || !w->who->team.n)) {
		fault_add(&w->faults, NULL,
			_("Only members of a team who write hand in reflections. Ask your "
			  "administrator if you should be one."));
		return FORBIDDEN;
	}
	if (!old)
		return DONE;
	if (text_same(old->state, "closed")) {
		fault_add(&w->faults, NULL,
			_("The team's week is closed, so the words stay as they are. Ask your "
			  "manager to reopen it, or write it into this week."));
		return CONFLICT;
	}
	if (s->base_version && s->base_version != old->version) {
		fault_add(&w->faults, NULL,
			_("Somebody, perhaps you on another device, changed this meanwhile. Both "
			  "texts are here: choose."));
		return STALE;
	}
	return DONE;
}

static struct reflection renewed(
	struct work *w, struct db *db, const struct submission *s, const struct reflection *old)
{
	struct reflection r =
		old ? *old : (struct reflection){ .person = w->who->person, .team = w->who->team };
	if (!old) {
		r.week = s->text->has_week ? s->text->week : work_week(w);
		r.submitted_at = w->now;
	}
	if (!old || text_same(old->state, "withdrawn")) {
		r.rollup_week = rollup_first_open(db, r.team, r.week);
		r.late = is_late(w, db, r.team, r.week);
	}
	r.task = s->text->task;
	r.state = "submitted";
	r.version++;
	r.changed_at = w->now;
	return r;
}

/* Gives each new point the old one it continues: first by kind and headline, then by kind and
 * place. */
static void match(struct arena *a, const struct point *fresh, size_t count, struct points *old,
	struct point **of)
{
	bool *taken = ARENA_MANY(a, bool, old->count + 1);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < count; i++)
			for (size_t j = 0; j < old->count && !of[i]; j++) {
				const struct point *p = &old->items[j];
				if (taken[j] || p->withdrawn || p->kind != fresh[i].kind)
					continue;
				if (pass == 0 ? !text_same(p->headline, fresh[i].headline)
					      : p->position != fresh[i].position)
					continue;
				of[i] = &old->items[j];
				taken[j] = true;
			}
}

static const char *typed_tags(struct arena *a, const struct point_text *text)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < text->tags.count; i++)
		out_format(&o, "%s#%s", o.len ? " " : "", text->tags.items[i]);
	return out_string(&o);
}

static void put_tags(
	struct txn *t, struct work *w, const struct point *p, const struct point_text *text)
{
	struct topic_id *topics = ARENA_MANY(w->arena, struct topic_id, text->tags.count + 1);
	for (size_t i = 0; i < text->tags.count; i++)
		topics[i] = topic_resolve(t, text->tags.items[i], w->who->person, w->now);
	point_set_tags(t, p->id, text->tags.items, topics, text->tags.count);
	if (!p->classified)
		lift_topics(t, p->id, topics, text->tags.count);
}

static void put_point(struct txn *t, struct work *w, const struct reflection *r,
	const struct point *old, const struct point *fresh, const struct point_text *text)
{
	struct point p = old ? *old : *fresh;
	bool same = old && text_same(old->headline, fresh->headline) &&
		    text_same(old->body_md, fresh->body_md);
	p.headline = fresh->headline;
	p.body_md = fresh->body_md;
	p.body_html = fresh->body_html;
	p.position = fresh->position;
	p.team_only = fresh->team_only;
	p.anonymous = fresh->anonymous;
	if (old) {
		p.changed_at = same ? old->changed_at : w->now;
		point_change_text(t, &p);
	} else {
		p.reflection = r->id;
		p.author = r->person;
		p.team = r->team;
		p.week = r->week;
		p.team_week = r->rollup_week;
		p.submitted_at = p.changed_at = w->now;
		p.reach = REACH_TEAM;
		p.id = point_add(t, &p);
		lift_new(t, p.id);
	}
	put_tags(t, w, &p, text);
	if (!same)
		point_add_version(t, &p, r->version, typed_tags(w->arena, text));
	lift_words(t, p.id);
}

/* Rendered before the transaction: while it is open, nobody else writes. */
static struct point *render_all(struct work *w, const struct point_texts *texts)
{
	struct point *all = ARENA_MANY(w->arena, struct point, texts->count + 1);
	int64_t of_kind[KINDS] = { 0 };
	for (size_t i = 0; i < texts->count; i++) {
		const struct point_text *text = &texts->items[i];
		const char *shown = point_text_shown(w->arena, text->body);
		all[i] = (struct point){ .kind = text->kind,
			.position = of_kind[text->kind]++,
			.headline = text->headline,
			.body_md = text->body,
			.body_html = markdown_html(w->arena, shown, NULL).html,
			.team_only = text->team_only,
			.anonymous = text->anonymous };
	}
	return all;
}

static void put_points(struct txn *t, struct work *w, const struct reflection *r,
	const struct point_texts *texts, const struct point *fresh)
{
	struct points old = point_of_reflection_any(t->db, r->id);
	struct point **of = ARENA_MANY(w->arena, struct point *, texts->count + 1);
	match(w->arena, fresh, texts->count, &old, of);
	LIST_EACH (const struct point, p, &old) {
		bool kept = p->withdrawn;
		for (size_t i = 0; i < texts->count && !kept; i++)
			kept = of[i] == p;
		if (!kept)
			lift_away(t, p->id, w->now);
	}
	for (size_t i = 0; i < texts->count; i++)
		put_point(t, w, r, of[i], &fresh[i], &texts->items[i]);
}

enum outcome reflection_submit(
	struct work *w, const struct submission *s, struct reflection_id *id, bool *created)
{
	const char *text = reflection_text_print(w->arena, s->text);
	const struct point *fresh = render_all(w, &s->text->points);
	TXN(t, w->writer, w->arena);
	const struct reflection *old = find(w, t.db, s);
	enum outcome outcome = allowed(w, s, old);
	if (outcome != DONE)
		return outcome;
	struct reflection r = renewed(w, t.db, s, old);
	if (old)
		reflection_change(&t, &r);
	else
		r.id = reflection_add(&t, &r);
	reflection_add_version(&t, r.id, r.version, text, w->who->person, w->now);
	put_points(&t, w, &r, &s->text->points, fresh);
	draft_drop(&t, w->who->person, s->text->has_week ? week_name(w->arena, r.week) : "task");
	*id = r.id;
	*created = !old;
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome reflection_withdraw(struct work *w, struct reflection_id id)
{
	TXN(t, w->writer, w->arena);
	const struct reflection *old = reflection_get_any(t.db, id);
	if (!old || old->person.n != w->who->person.n)
		return NOT_FOUND;
	if (text_same(old->state, "closed")) {
		fault_add(&w->faults, NULL,
			_("The team's week is closed. Ask your manager to reopen it if this must "
			  "go."));
		return CONFLICT;
	}
	struct points points = point_of_reflection_any(t.db, id);
	LIST_EACH (const struct point, p, &points)
		if (!p->withdrawn)
			lift_away(&t, p->id, w->now);
	struct reflection r = *old;
	r.state = "withdrawn";
	r.changed_at = w->now;
	reflection_change(&t, &r);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome reflection_withdraw_point(struct work *w, struct point_id id)
{
	TXN(t, w->writer, w->arena);
	const struct point *p = point_get(t.db, w->who, id);
	if (!p || p->author.n != w->who->person.n || p->withdrawn)
		return NOT_FOUND;
	if (text_same(reflection_get_any(t.db, p->reflection)->state, "closed")) {
		fault_add(&w->faults, NULL,
			_("The team's week is closed. Ask your manager to reopen it if this must "
			  "go."));
		return CONFLICT;
	}
	lift_away(&t, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}
