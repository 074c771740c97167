/* Writing a guide: the form, which keeps itself; giving it out, confirming it, withdrawing it. */
#include <stdlib.h>

#include "base/text.h"
#include "guide.h"
#include "playbook_handlers.h"
#include "rules/guide.h"
#include "store/proven.h"
#include "templates.h"
#include "version.h"
#include "views/topic.h"
#include "write.h"

enum { NEAR = 8, OWNERS = 100 };

static const char *subject_of(struct visit *v, const struct topic *t)
{
	return arena_format(v->work.arena, "guide/%ld", (long)t->id.n);
}

/* The accepted topic and its guide, if the viewer may write there. */
static enum outcome find(struct visit *v, const struct topic **t, const struct guide **g)
{
	*t = guide_topic(v);
	if (!*t)
		return NOT_FOUND;
	*g = guide_get(v->work.db, v->work.who, (*t)->id);
	return guide_may_write(v->work.who, *g) ? DONE : FORBIDDEN;
}

static void add_owners(struct visit *v, struct guide_edit_view *view, const char *chosen)
{
	if (!guide_may_begin(v->work.who))
		return;
	struct persons all = person_of_roles_any(v->work.db, TRAINER | HQ, OWNERS);
	if (!chosen || !*chosen)
		chosen = view->guide ? view->guide->owner_login : v->work.who->login;
	LIST_EACH (const struct person, p, &all)
		*LIST_ADD(v->work.arena, &view->owners) =
			(struct guide_choice){ p->login, p->name, text_same(p->login, chosen) };
}

static void add_rechecks(struct visit *v, struct guide_edit_view *view, int64_t chosen)
{
	static const struct {
		int64_t days;
		const char *words;
	} all[] = {
		{ 30, N_("in a month") },
		{ 91, N_("in three months") },
		{ 182, N_("in half a year") },
		{ 365, N_("in a year") },
	};
	int64_t days = chosen ? chosen : view->guide ? view->guide->recheck_days : GUIDE_DAYS;
	bool found = false;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		found |= all[i].days == days;
		*LIST_ADD(v->work.arena, &view->rechecks) = (struct guide_choice){
			arena_format(v->work.arena, "%ld", (long)all[i].days), _(all[i].words),
			all[i].days == days
		};
	}
	if (!found)
		*LIST_ADD(v->work.arena, &view->rechecks) =
			(struct guide_choice){ arena_format(v->work.arena, "%ld", (long)days),
				arena_format(v->work.arena, n_("in %ld day", "in %ld days", days),
					(long)days),
				true };
}

static void add_near(struct visit *v, struct guide_edit_view *view)
{
	const struct point_filter f = { .topic = view->topic->id, .limit = NEAR };
	int64_t next;
	view->near = proven_list(v->work.db, v->work.who, &f, 0, &next);
}

static void add_draft(struct visit *v, struct guide_edit_view *view)
{
	const char *subject = subject_of(v, view->topic);
	const struct draft *d = draft_get(v->work.db, v->work.who, subject);
	view->draft_subject = subject;
	view->draft_key =
		arena_format(v->work.arena, "%ld:%s", (long)v->work.who->person.n, subject);
	view->draft_version = d ? d->version : 0;
	view->draft_time = d ? write_time(v, d->saved_at) : NULL;
}

static enum outcome form(struct visit *v, struct guide_edit_view *view, enum outcome why)
{
	view->chrome = &v->chrome;
	view->faults = v->work.faults;
	add_owners(v, view, visit_field(v, "owner"));
	add_rechecks(v, view, visit_number(v, "recheck"));
	add_near(v, view);
	add_draft(v, view);
	guide_edit(visit_page(v, topic_name(view->topic)), view);
	v->out->status = why == DONE ? 200 : outcome_status(why);
	return DONE;
}

enum outcome guide_edit_show(struct visit *v)
{
	struct guide_edit_view view = { .body = "", .note = "" };
	enum outcome outcome = find(v, &view.topic, &view.guide);
	if (outcome != DONE)
		return outcome;
	if (view.guide) {
		view.body = view.guide->body_md;
		view.base_version = view.guide->version;
	}
	const struct draft *d = draft_get(v->work.db, v->work.who, subject_of(v, view.topic));
	if (d) {
		struct fields fields = draft_fields(v->work.arena, d);
		const char *body = fields_value(&fields, "body");
		const char *note = fields_value(&fields, "note");
		const char *base = fields_value(&fields, "base_version");
		view.body = body ? body : view.body;
		view.note = note ? note : "";
		view.base_version = base ? strtoll(base, NULL, 10) : 0;
	}
	return form(v, &view, DONE);
}

static enum outcome typed_again(struct visit *v, struct guide_edit_view *view,
	const struct guide_input *in, enum outcome why)
{
	view->body = in->body;
	view->note = in->note;
	view->base_version = in->base_version;
	if (why == STALE) {
		work_refresh(&v->work);
		view->theirs = guide_get(v->work.db, v->work.who, in->topic);
		view->base_version = view->theirs->version;
		view->theirs_time = visit_time(v, view->theirs->changed_at);
		view->diff = diff_texts(v->work.arena, view->theirs->body_md, in->body);
	}
	return form(v, view, why);
}

static enum outcome back(struct visit *v, const char *said)
{
	return visit_see_other(
		v, arena_format(v->work.arena, "/topics/%ld?said=%s#guide", (long)v->arg[0], said));
}

enum outcome guide_edit_post(struct visit *v)
{
	struct guide_edit_view view = { .body = "" };
	enum outcome outcome = find(v, &view.topic, &view.guide);
	if (outcome != DONE)
		return outcome;
	const char *subject = subject_of(v, view.topic);
	if (fields_value(&v->form, "discard")) {
		outcome = draft_discard(&v->work, subject);
		return outcome != DONE ? outcome
				       : visit_see_other(v, arena_format(v->work.arena,
								    "/topics/%ld/guide/edit",
								    (long)v->arg[0]));
	}
	const char *typed = visit_field(v, "body");
	size_t len = strlen(typed);
	const struct guide_input in = { .topic = view.topic->id,
		.body = text_unix_lines(v->work.arena, typed, &len),
		.note = visit_field(v, "note"),
		.owner = visit_field(v, "owner"),
		.days = visit_number(v, "recheck"),
		.base_version =
			*visit_field(v, "base_version") ? visit_number(v, "base_version") : -1,
		.publish = text_same(visit_field(v, "do"), "publish") };
	int64_t version;
	outcome = guide_save(&v->work, &in, &version);
	if (outcome == STALE || outcome == INVALID)
		return typed_again(v, &view, &in, outcome);
	if (outcome == DONE)
		outcome = draft_discard(&v->work, subject);
	if (outcome != DONE)
		return outcome;
	return back(v, in.publish ? "published" : "guide-saved");
}

/* What it is now. */
static enum outcome answer(struct visit *v, int status)
{
	work_refresh(&v->work);
	enum outcome outcome = guide_show(v);
	if (outcome == DONE)
		v->out->status = status;
	return outcome;
}

/* {"body_md", "note"?, "owner"?, "recheck_days"?, "publish"?} */
enum outcome guide_api_put(struct visit *v)
{
	const struct topic *t;
	const struct guide *g;
	struct json_problem problem;
	enum outcome outcome = find(v, &t, &g);
	if (outcome != DONE)
		return outcome;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	if (!j) {
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
		return INVALID;
	}
	const char *body = json_get_text(j, "body_md");
	const struct guide_input in = { .topic = t->id,
		.body = body ? body : "",
		.note = json_get_text(j, "note"),
		.owner = json_get_text(j, "owner"),
		.days = json_get_number(j, "recheck_days", 0),
		.base_version = version_asked(v, -1),
		.publish = json_get_bool(j, "publish", false) };
	int64_t version;
	outcome = guide_save(&v->work, &in, &version);
	if (outcome == STALE) {
		work_refresh(&v->work);
		g = guide_get(v->work.db, v->work.who, t->id);
		return version_stale(v, g ? g->version : 0, in.body, g ? g->body_md : NULL);
	}
	return outcome == DONE ? answer(v, g ? 200 : 201) : outcome;
}

/* The last word of the address: publish, confirm, withdraw. */
enum outcome guide_deed_post(struct visit *v)
{
	static const struct {
		const char *word, *said;
		enum outcome (*deed)(struct work *w, struct topic_id topic);
	} deeds[] = {
		{ "publish", "published", guide_publish },
		{ "confirm", "guide-valid", guide_confirm },
		{ "withdraw", "guide-withdrawn", guide_withdraw },
	};
	const char *word = strrchr(v->route->path, '/') + 1;
	for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
		if (!text_same(deeds[i].word, word))
			continue;
		if (!guide_topic(v))
			return NOT_FOUND;
		enum outcome outcome = deeds[i].deed(&v->work, (struct topic_id){ v->arg[0] });
		if (outcome != DONE)
			return outcome;
		return v->face == JSON ? answer(v, 200) : back(v, deeds[i].said);
	}
	return NOT_FOUND;
}

enum outcome guide_restore_post(struct visit *v)
{
	if (!guide_topic(v))
		return NOT_FOUND;
	enum outcome outcome = guide_restore(&v->work, (struct topic_id){ v->arg[0] }, v->arg[1]);
	if (outcome != DONE)
		return outcome;
	return v->face == JSON ? answer(v, 200) : back(v, "guide-saved");
}
