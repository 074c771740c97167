/* Guides: a part of their topic's page, their versions, and what programs read of them. */
#include "guide.h"

#include "base/text.h"
#include "cursor.h"
#include "playbook_handlers.h"
#include "rules/guide.h"
#include "store/topic_list.h"
#include "templates.h"
#include "version.h"
#include "views/html_stored.h"
#include "views/topic.h"

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

const struct topic *guide_topic(struct visit *v)
{
	const struct topic *t =
		topic_known(v->work.db, v->work.who, (struct topic_id){ v->arg[0] });
	return t && t->id.n == v->arg[0] && topic_is_accepted(t) ? t : NULL;
}

struct guide_points guide_points_of(
	struct visit *v, struct guide_id id, int64_t number, int64_t before)
{
	struct guide_points list = { 0 };
	struct guide_cites cites = guide_cites_any(v->work.db, id, number, before);
	LIST_EACH (const struct guide_cite, c, &cites) {
		const struct point *p = point_get(v->work.db, v->work.who, c->point);
		struct guide_point *g = LIST_ADD(v->work.arena, &list);
		*g = (struct guide_point){ .id = c->point, .fresh = c->fresh };
		if (!p)
			continue;
		g->headline = p->headline;
		g->team_name = p->team_name;
		g->kind = p->kind;
	}
	return list;
}

static const char *day(struct visit *v, int64_t at)
{
	return at ? visit_date(v, at) : NULL;
}

/* The one given out before the one that everybody reads; 0: none. */
static void add_changes(struct visit *v, struct guide_view *view)
{
	const struct guide *g = view->guide;
	int64_t before = 0;
	struct guide_versions given = guide_versions_any(v->work.db, g->id, !view->draft);
	LIST_EACH (const struct guide_version, x, &given) {
		if (x->number == view->version)
			view->note = x->note;
		else if (x->number < view->version && !before)
			before = x->number;
	}
	view->points = guide_points_of(v, g->id, view->version, before);
	LIST_EACH (const struct guide_point, p, &view->points)
		view->changed |= p->fresh && before;
}

const struct guide_view *guide_gather(struct visit *v, const struct topic *t)
{
	struct guide_view *view = ARENA_NEW(v->work.arena, struct guide_view);
	const struct guide *g =
		topic_is_accepted(t) ? guide_get(v->work.db, v->work.who, t->id) : NULL;
	*view = (struct guide_view){ .chrome = &v->chrome,
		.topic = t,
		.guide = g,
		.may_write = topic_is_accepted(t) && guide_may_write(v->work.who, g) };
	if (!g)
		return view;
	view->draft = g->state != GUIDE_PUBLISHED;
	view->version = view->draft ? g->version : g->shown_version;
	view->pending = !view->draft && g->tends && g->version != g->shown_version;
	view->due = g->tends && !view->draft && g->recheck_at <= v->work.now;
	view->body =
		html_stored(v->work.arena, view->draft ? g->body_html : g->shown_html, may_see, v);
	view->given = view->draft ? NULL : day(v, g->shown_at);
	view->checked = g->checked_at > g->shown_at ? day(v, g->checked_at) : NULL;
	view->recheck = view->draft ? NULL : day(v, g->recheck_at);
	add_changes(v, view);
	return view;
}

enum outcome guide_show(struct visit *v)
{
	const struct topic *t = guide_topic(v);
	const struct guide_view *view = t ? guide_gather(v, t) : NULL;
	if (!view || !view->guide)
		return NOT_FOUND;
	version_tell(v, view->guide->version);
	struct json_writer j = visit_json(v, 200);
	guide_json(&j, view);
	return DONE;
}

enum outcome guide_list_show(struct visit *v)
{
	struct guide_id after;
	int64_t limit;
	if (!cursor_read(v, "guides", &after.n, &limit))
		return INVALID;
	struct guides all = guide_list(v->work.db, v->work.who, after, limit + 1);
	bool more = all.count > (size_t)limit;
	all.count -= more;
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct guide, g, &all)
		guide_json_line(&j, g);
	json_end(&j);
	json_key_text(
		&j, "next", more ? cursor_make(v, "guides", all.items[all.count - 1].id.n) : NULL);
	json_end(&j);
	return DONE;
}

/* Those who read it see what was given out; those who tend it see all. */
static struct guide_versions versions_of(struct visit *v, const struct guide *g)
{
	return guide_versions_any(v->work.db, g->id, !g->tends);
}

enum outcome guide_version_list(struct visit *v)
{
	const struct topic *t = guide_topic(v);
	const struct guide *g = t ? guide_get(v->work.db, v->work.who, t->id) : NULL;
	if (!g)
		return NOT_FOUND;
	struct guide_versions all = versions_of(v, g);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct guide_version, x, &all) {
		json_begin_object(&j);
		json_key_number(&j, "version", x->number);
		json_key_text(&j, "body_md", x->body_md);
		json_key_text(&j, "note", x->note);
		json_key_text(&j, "by", x->by);
		json_key_number(&j, "at", x->saved_at);
		json_key_bool(&j, "published", x->shown_at);
		json_end(&j);
	}
	json_end(&j);
	json_key_text(&j, "next", NULL);
	json_end(&j);
	return DONE;
}

enum outcome guide_version_show(struct visit *v)
{
	const struct topic *t = guide_topic(v);
	const struct guide *g = t ? guide_get(v->work.db, v->work.who, t->id) : NULL;
	if (!g)
		return NOT_FOUND;
	struct guide_versions all = versions_of(v, g);
	int64_t number = v->arg[1] ? v->arg[1] : all.count ? all.items[0].number : 0;
	struct guide_version_view view = { .chrome = &v->chrome,
		.topic = t,
		.newest = number == g->version,
		.may_write = guide_may_write(v->work.who, g) };
	const struct guide_version *one = NULL, *before = NULL;
	LIST_EACH (const struct guide_version, x, &all) {
		*LIST_ADD(v->work.arena, &view.all) = (struct guide_version_line){ x->number, x->by,
			visit_time(v, x->saved_at), x->note, x->shown_at };
		if (x->number == number)
			one = x;
		else if (one && !before)
			before = x;
	}
	if (!one)
		return NOT_FOUND;
	view.one = &view.all.items[one - all.items];
	view.before = before ? before->number : 0;
	view.diff = diff_texts(v->work.arena, (before ? before : one)->body_md, one->body_md);
	view.points = guide_points_of(v, g->id, number, view.before);
	guide_version_page(visit_page(v, topic_name(t)), &view);
	return DONE;
}
