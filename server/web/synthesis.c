/* A unit's text on one topic: read, saved, compared. */
#include "synthesis.h"

#include <stdlib.h>

#include "base/text.h"
#include "rollup_gather.h"
#include "rollup_handlers.h"
#include "rules/draft.h"
#include "rules/synthesis.h"
#include "templates.h"
#include "views/html_stored.h"
#include "views/week.h"
#include "views/workbench.h"
#include "version.h"
#include "workbench.h"

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

static struct synthesis_text text_of(struct visit *v, const struct synthesis *s)
{
	return (struct synthesis_text){ .synthesis = s,
		.body = html_stored(v->work.arena, s->body_html, may_see, v),
		.week = week_name(v->work.arena, s->week),
		.changed = visit_time(v, s->changed_at) };
}

struct synthesis_texts synthesis_texts_of(struct visit *v, const struct syntheses *list)
{
	struct synthesis_texts texts = { 0 };
	LIST_EACH (const struct synthesis, s, list)
		*LIST_ADD(v->work.arena, &texts) = text_of(v, s);
	return texts;
}

static void add_etag(struct visit *v, const struct synthesis *s)
{
	version_tell(v, s->version);
}

/* Older versions are for those who manage the unit. */
static bool choose_version(struct visit *v, const struct synthesis *s, struct synthesis_view *view)
{
	int64_t asked = visit_query_number(v, "version");
	view->version = s->version;
	view->manages = who_manages(v->work.db, v->work.who, s->unit);
	for (int64_t n = s->version; n > 0 && view->manages; n--)
		*LIST_ADD(v->work.arena, &view->versions) = (long)n;
	if (!asked || asked == s->version)
		return true;
	if (!view->manages)
		return false;
	view->version = asked;
	view->older = synthesis_version_any(v->work.db, s->id, asked);
	return view->older != NULL;
}

enum outcome synthesis_show(struct visit *v)
{
	const struct synthesis *s =
		synthesis_get(v->work.db, v->work.who, (struct synthesis_id){ v->arg[0] });
	struct synthesis_view view = { .chrome = &v->chrome };
	if (!s || !choose_version(v, s, &view))
		return NOT_FOUND;
	struct synthesis_text text = text_of(v, s);
	view.text = &text;
	view.words = week_words(v->work.arena, s->week);
	add_etag(v, s);
	if (v->face == JSON) {
		struct json_writer j = visit_json(v, 200);
		synthesis_json(&j, &text);
		return DONE;
	}
	struct longs cited = synthesis_cited_any(v->work.db, s->id);
	LIST_EACH (const long, id, &cited) {
		const struct point *p =
			point_get(v->work.db, v->work.who, (struct point_id){ *id });
		if (p)
			*LIST_ADD(v->work.arena, &view.cited) = *p;
	}
	synthesis(visit_page(v, point_topic_name(&s->topic)), &view);
	return DONE;
}

/* The typed text is shown again, with what was wrong; beside it the text that was saved meanwhile.
 */
static enum outcome typed_again(
	struct visit *v, const struct unit *unit, const struct synthesis_edit *e, enum outcome why)
{
	work_refresh(&v->work);
	const struct topic *topic = topic_get_any(v->work.db, e->topic);
	const struct synthesis *s =
		synthesis_of_topic(v->work.db, v->work.who, e->unit, e->week, e->topic);
	struct synthesis_text theirs;
	if (!topic)
		return NOT_FOUND;
	if (s)
		theirs = text_of(v, s);
	const struct synthesis_edit_view view = { .chrome = &v->chrome,
		.unit = unit,
		.topic = topic,
		.week = week_name(v->work.arena, e->week),
		.typed = e->body,
		.theirs = why == STALE && s ? &theirs : NULL,
		.diff = diff_texts(v->work.arena, s ? s->body_md : "", e->body),
		.from_workbench = text_same(visit_field(v, "from"), "workbench"),
		.version = s ? s->version : 0,
		.faults = v->work.faults };
	synthesis_edit(visit_page(v, point_topic_name(topic)), &view);
	v->out->status = outcome_status(why);
	return DONE;
}

/* Without scripts a tap beside a point sends the text along: it comes back with the point cited, as
 * a draft. */
static enum outcome cite(struct visit *v, const struct synthesis_edit *e, const char *subject)
{
	struct out body = out_new(v->work.arena), fields = out_new(v->work.arena);
	out_format(
		&body, "%s%s[[%ld]]", e->body, *e->body ? " " : "", (long)visit_number(v, "cite"));
	out_format(&fields, "base_version=%ld&body=", (long)e->base_version);
	uri_encode(&fields, out_string(&body));
	return draft_replace(&v->work, subject, out_string(&fields));
}

static enum outcome to_workbench(
	struct visit *v, const struct unit *unit, const struct synthesis_edit *e, const char *said)
{
	struct url to = workbench_url(v->work.arena, unit->code, week_name(v->work.arena, e->week),
		arena_format(v->work.arena, "%ld", (long)e->topic.n));
	return visit_see_other(v, arena_format(v->work.arena, "%s%s#bench-text", to.address, said));
}

static int64_t base_of(struct visit *v)
{
	static const char *const names[] = { "base_version", "version" };
	for (int i = 0; i < 2; i++)
		if (*visit_field(v, names[i]))
			return visit_number(v, names[i]);
	return -1;
}

/* From the workbench's form: its draft goes with what is saved. */
static enum outcome from_workbench(
	struct visit *v, const struct unit *unit, const struct synthesis_edit *e)
{
	const char *subject = workbench_subject(v, e->unit, e->week, e->topic);
	struct synthesis_id id;
	enum outcome outcome;
	if (visit_number(v, "cite") || *visit_field(v, "discard")) {
		outcome = *visit_field(v, "discard") ? draft_discard(&v->work, subject)
						     : cite(v, e, subject);
		return outcome == DONE ? to_workbench(v, unit, e, "") : outcome;
	}
	outcome = synthesis_save(&v->work, e, &id);
	if (outcome == STALE)
		return typed_again(v, unit, e, outcome);
	if (outcome == INVALID) {
		const struct workbench_typed typed = { e->body, e->base_version };
		work_refresh(&v->work);
		return workbench_page(v, unit, e->week,
			arena_format(v->work.arena, "%ld", (long)e->topic.n), &typed, outcome);
	}
	if (outcome == DONE)
		outcome = draft_discard(&v->work, subject);
	return outcome == DONE ? to_workbench(v, unit, e, "&said=saved") : outcome;
}

enum outcome synthesis_post(struct visit *v)
{
	const struct unit *unit = rollup_gather_unit(v);
	struct synthesis_edit e = { .topic = { visit_number(v, "topic") },
		.body = visit_field(v, "body"),
		.base_version = base_of(v) };
	struct synthesis_id id;
	if (!unit || !visit_week(v, work_week(&v->work), &e.week))
		return NOT_FOUND;
	e.unit = unit->id;
	if (text_same(visit_field(v, "from"), "workbench"))
		return from_workbench(v, unit, &e);
	enum outcome outcome = synthesis_save(&v->work, &e, &id);
	if (outcome == STALE || outcome == INVALID)
		return typed_again(v, unit, &e, outcome);
	if (outcome != DONE)
		return outcome;
	return visit_see_other(
		v, arena_format(v->work.arena, "/units/%s?week=%s&said=saved#t%ld", unit->code,
			   week_name(v->work.arena, e.week), (long)e.topic.n));
}
