#include "reflection_points.h"

#include "answer.h"
#include "ask.h"
#include "base/list.h"
#include "base/out.h"
#include "base/text.h"
#include "doors/markdown.h"
#include "lift.h"
#include "store/meeting_line.h"

/* Gives each new point the old one it continues: first by kind and headline, then by kind and
 * place. */
static void match(struct arena *a, const struct point *fresh, size_t count, struct points *old,
	struct point_id without, struct point **of)
{
	bool *taken = ARENA_MANY(a, bool, old->count + 1);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < count; i++)
			for (size_t j = 0; j < old->count && !of[i]; j++) {
				const struct point *p = &old->items[j];
				if (taken[j] || p->withdrawn || p->id.n == without.n ||
					p->kind != fresh[i].kind)
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

static bool same_topics(const struct topics *old, const struct topic_id *topics, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool found = false;
		LIST_EACH (const struct topic, t, old)
			found |= t->id.n == topics[i].n;
		if (!found)
			return false;
	}
	return old->count == n;
}

static void put_tags(struct txn *t, struct work *w, const struct point *old, const struct point *p,
	const struct point_text *text)
{
	struct topic_id *topics = ARENA_MANY(w->arena, struct topic_id, text->tags.count + 1);
	for (size_t i = 0; i < text->tags.count; i++)
		topics[i] = topic_resolve(t, text->tags.items[i], w->who->person, w->now);
	point_set_tags(t, p->id, text->tags.items, topics, text->tags.count);
	if (!old)
		lift_new(t, p->id, topics, text->tags.count);
	else if (!p->classified && !same_topics(&old->topics, topics, text->tags.count))
		lift_topics(t, p->id, topics, text->tags.count);
}

/* What its author has chosen for points that do not say it. */
static bool by_default(const struct work *w, const struct reflection *r)
{
	return w->who->anonymous && w->who->person.n == r->person.n;
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
	p.anonymous = fresh->anonymous || (!text->named && by_default(w, r));
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
		answer_begin(t, w, p.id);
	}
	put_tags(t, w, old, &p, text);
	ask_follow(t, w, &p, &text->asks);
	if (!same)
		meeting_line_follow(t, r->person, p.id, p.headline, p.body_md);
	if (!same)
		point_add_version(t, &p, r->version, typed_tags(w->arena, text));
	lift_words(t, p.id);
}

struct safe reflection_body_html(struct arena *a, const char *body)
{
	return markdown_html(a, point_text_shown(a, body), NULL);
}

struct point *reflection_render(struct work *w, const struct point_texts *texts)
{
	struct point *all = ARENA_MANY(w->arena, struct point, texts->count + 1);
	int64_t of_kind[KINDS] = { 0 };
	for (size_t i = 0; i < texts->count; i++) {
		const struct point_text *text = &texts->items[i];
		all[i] = (struct point){ .kind = text->kind,
			.position = of_kind[text->kind]++,
			.headline = text->headline,
			.body_md = text->body,
			.body_html = reflection_body_html(w->arena, text->body).html,
			.team_only = text->team_only,
			.anonymous = text->anonymous };
	}
	return all;
}

void reflection_take_point(struct txn *t, struct work *w, const struct point *p)
{
	static const struct ask_texts none;
	ask_follow(t, w, p, &none);
	lift_away(t, p->id, w->now);
}

void reflection_put_points(struct txn *t, struct work *w, const struct reflection *r,
	const struct point_texts *texts, const struct point *fresh, struct point_id without)
{
	struct points old = point_of_reflection_any(t->db, r->id);
	struct point **of = ARENA_MANY(w->arena, struct point *, texts->count + 1);
	match(w->arena, fresh, texts->count, &old, without, of);
	LIST_EACH (const struct point, p, &old) {
		bool kept = p->withdrawn;
		for (size_t i = 0; i < texts->count && !kept; i++)
			kept = of[i] == p;
		if (!kept)
			reflection_take_point(t, w, p);
	}
	for (size_t i = 0; i < texts->count; i++)
		put_point(t, w, r, of[i], &fresh[i], &texts->items[i]);
}
