/* Tending topics: the form, and what its buttons do. */
#include "rules/topic_edit.h"

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "rules/topic_words.h"
#include "store/topic_edit.h"
#include "templates.h"
#include "topic.h"
#include "views/topic.h"

static enum outcome form(struct visit *v, struct topic_edit_view *view, int status)
{
	view->chrome = &v->chrome;
	view->others = topic_accepted(v->work.db);
	view->faults = v->work.faults;
	view->place = view->topic ? topic_place(v, view->topic) : NULL;
	topic_edit(visit_page(v, view->topic ? topic_name(view->topic) : _("A new topic")), view);
	v->out->status = status;
	return DONE;
}

static const char *or_empty(const char *s)
{
	return s ? s : "";
}

/* Known to the viewer, and theirs to edit. */
static enum outcome find(struct visit *v, const struct topic **t)
{
	const struct topic *known =
		topic_known(v->work.db, v->work.who, (struct topic_id){ v->arg[0] });
	if (!known || known->id.n != v->arg[0])
		return NOT_FOUND;
	*t = topic_whole_any(v->work.db, known->id);
	return topic_may_edit(v->work.db, v->work.who, *t) ? DONE : FORBIDDEN;
}

static const char *words_of(struct visit *v, const struct topic *t)
{
	struct strings all = topic_words_any(v->work.db, t->id), further = { 0 };
	for (size_t i = 0; i < all.count; i++)
		if (!text_same(all.items[i], t->name_zh) && !text_same(all.items[i], t->name_en))
			*LIST_ADD(v->work.arena, &further) = all.items[i];
	return topic_words_join(v->work.arena, &further);
}

static struct topic_edit_view stored(struct visit *v, const struct topic *t)
{
	return (struct topic_edit_view){ .topic = t,
		.kind = t->kind,
		.name_zh = t->name_zh,
		.name_en = t->name_en,
		.about_zh = or_empty(t->about_zh),
		.about_en = or_empty(t->about_en),
		.words = words_of(v, t),
		.parent = t->parent };
}

enum outcome topic_edit_show(struct visit *v)
{
	const struct topic *t;
	enum outcome outcome = find(v, &t);
	if (outcome != DONE)
		return outcome;
	struct topic_edit_view view = stored(v, t);
	return form(v, &view, 200);
}

enum outcome topic_new_show(struct visit *v)
{
	const char *kind = visit_query(v, "kind");
	struct topic_edit_view view = { .kind = *kind ? kind : "topic",
		.name_zh = "",
		.name_en = "",
		.about_zh = "",
		.about_en = "",
		.words = "" };
	return form(v, &view, 200);
}

static struct topic_input typed(struct visit *v, struct topic_edit_view *view)
{
	*view = (struct topic_edit_view){ .kind = visit_field(v, "kind"),
		.name_zh = visit_field(v, "name_zh"),
		.name_en = visit_field(v, "name_en"),
		.about_zh = visit_field(v, "about_zh"),
		.about_en = visit_field(v, "about_en"),
		.words = visit_field(v, "words"),
		.parent = { visit_number(v, "parent") } };
	return (struct topic_input){ view->kind, view->name_zh, view->name_en, view->about_zh,
		view->about_en, view->words, view->parent };
}

static enum outcome back(struct visit *v, int64_t topic, const char *said)
{
	return visit_see_other(
		v, arena_format(v->work.arena, "/topics/%ld?said=%s", (long)topic, said));
}

enum outcome topic_new_post(struct visit *v)
{
	struct topic_edit_view view;
	const struct topic_input in = typed(v, &view);
	struct topic_id id;
	enum outcome outcome = topic_edit_add(&v->work, &in, &id);
	if (outcome == INVALID)
		return form(v, &view, 422);
	return outcome == DONE ? back(v, id.n, "saved") : outcome;
}

enum outcome topic_edit_post(struct visit *v)
{
	struct topic_edit_view view;
	const struct topic_input in = typed(v, &view);
	const struct topic_id id = { v->arg[0] };
	bool accept = text_same(visit_field(v, "do"), "accept");
	enum outcome outcome = topic_edit_save(&v->work, id, &in, accept);
	if (outcome == INVALID && find(v, &view.topic) == DONE)
		return form(v, &view, 422);
	return outcome == DONE ? back(v, id.n, accept ? "accepted" : "saved") : outcome;
}

enum outcome topic_merge_post(struct visit *v)
{
	const struct topic_id id = { v->arg[0] }, into = { visit_number(v, "into") };
	enum outcome outcome = topic_edit_merge(&v->work, id, into);
	const struct topic *t;
	if (outcome == INVALID && find(v, &t) == DONE) {
		struct topic_edit_view view = stored(v, t);
		return form(v, &view, 422);
	}
	return outcome == DONE ? back(v, into.n, "topic-merged") : outcome;
}

enum outcome topic_refuse_post(struct visit *v)
{
	enum outcome outcome = topic_edit_refuse(&v->work, (struct topic_id){ v->arg[0] });
	return outcome == DONE ? visit_see_other(v, "/topics?said=topic-refused") : outcome;
}

enum outcome topic_move_post(struct visit *v)
{
	const struct topic_id id = { v->arg[0] };
	enum outcome outcome = topic_edit_move(&v->work, id, text_same(visit_field(v, "to"), "up"));
	if (outcome != DONE)
		return outcome;
	return visit_see_other(
		v, arena_format(v->work.arena, "/topics/%ld/edit?said=saved", (long)id.n));
}
