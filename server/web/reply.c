/* Answers for all: the list, one of them, withdrawn and given again; may the asker be named? */
#include "reply.h"

#include "ask.h"
#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "reply_handlers.h"
#include "rules/reply.h"
#include "search_mark.h"
#include "store/point.h"
#include "templates.h"
#include "version.h"
#include "views/html_marked.h"
#include "views/html_snippet.h"
#include "views/html_stored.h"

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

struct safe reply_body(struct visit *v, const struct reply *r)
{
	return html_stored(v->work.arena, r->body_html, may_see, v);
}

enum outcome reply_answer(struct visit *v, struct reply_id id, int status)
{
	work_refresh(&v->work);
	const struct reply *r = reply_get(v->work.db, v->work.who, id);
	if (!r)
		return NOT_FOUND;
	version_tell(v, r->version);
	struct json_writer j = visit_json(v, status);
	reply_json(&j, r, reply_body(v, r));
	return DONE;
}

static enum outcome list_json(struct visit *v, const struct replies *all, const char *next)
{
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct reply, r, all)
		reply_json(&j, r, reply_body(v, r));
	json_end(&j);
	json_key_text(&j, "next", next);
	json_end(&j);
	return DONE;
}

enum outcome reply_list_show(struct visit *v)
{
	struct reply_filter f = { .topic = { visit_query_number(v, "topic") } };
	bool more;
	if (!cursor_read(v, "replies", &f.before.n, &f.limit))
		return INVALID;
	struct replies all = reply_list(v->work.db, v->work.who, &f, &more);
	const char *next = more ? cursor_make(v, "replies", all.items[all.count - 1].id.n) : NULL;
	if (v->face == JSON)
		return list_json(v, &all, next);
	const struct reply_list_view view = { .chrome = &v->chrome, .replies = all, .next = next };
	reply_list_page(visit_page(v, _("Answers for all")), &view);
	return DONE;
}

static void add_versions(struct visit *v, struct reply_view *view)
{
	struct reply_versions all = reply_versions_any(v->work.db, view->reply->id);
	LIST_EACH (const struct reply_version, x, &all)
		if (x->number != view->reply->version)
			*LIST_ADD(v->work.arena, &view->versions) = (struct reply_mark){ x->number,
				arena_format(v->work.arena, "%s · %s",
					x->by ? x->by : _("The command line"),
					visit_time(v, x->saved_at)),
				x->question, x->body_md };
}

enum outcome reply_show(struct visit *v)
{
	const struct reply *r = reply_get(v->work.db, v->work.who, (struct reply_id){ v->arg[0] });
	if (!r)
		return NOT_FOUND;
	if (v->face == JSON)
		return reply_answer(v, r->id, 200);
	struct terms marked = search_marked(v);
	struct reply_view view = { .chrome = &v->chrome,
		.reply = r,
		.question = html_snippet_whole(v->work.arena, r->question, &marked),
		.body = html_marked(v->work.arena, reply_body(v, r), &marked),
		.given = visit_date(v, r->created_at),
		.changed = r->version > 1 ? visit_date(v, r->changed_at) : NULL,
		.may_edit = reply_may_edit(&v->work, v->work.db) };
	if (ask_get(v->work.db, v->work.who, r->ask))
		view.ask = r->ask;
	if (view.may_edit)
		add_versions(v, &view);
	reply_page(visit_page(v, r->question), &view);
	return DONE;
}

static enum outcome withdraw(struct visit *v, bool withdrawn)
{
	const struct reply_id id = { v->arg[0] };
	enum outcome outcome = reply_withdraw(&v->work, id, withdrawn);
	if (outcome != DONE)
		return outcome;
	if (v->face == JSON)
		return reply_answer(v, id, 200);
	return visit_see_other(v, arena_format(v->work.arena, "/answers-for-all/%ld?said=%s",
					  (long)id.n, withdrawn ? "reply-withdrawn" : "published"));
}

enum outcome reply_withdraw_post(struct visit *v)
{
	return withdraw(v, true);
}

enum outcome reply_publish_post(struct visit *v)
{
	return withdraw(v, false);
}

enum outcome reply_name_post(struct visit *v)
{
	const struct ask_id id = { v->arg[0] };
	enum outcome outcome = reply_name(&v->work, id, text_same(visit_field(v, "named"), "1"));
	if (outcome != DONE)
		return outcome;
	return visit_see_other(v, arena_format(v->work.arena, "/asks?said=saved#k%ld", (long)id.n));
}

enum outcome reply_name_api(struct visit *v)
{
	const struct ask_id id = { v->arg[0] };
	enum outcome outcome = reply_name(&v->work, id, v->in->method == PUT);
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	struct json_writer j = visit_json(v, 200);
	ask_json(&j, ask_get(v->work.db, v->work.who, id), NULL);
	return DONE;
}
