#include "failure.h"

#include "base/list.h"
#include "base/text.h"
#include "headers.h"
#include "guard.h"
#include "templates.h"
#include "views/failure.h"
#include "write.h"

struct words {
	int status;
	const char *title, *text;
};

static const struct words all[] = {
	{ 400, N_("That request was not understood"),
		N_("Go back and try again. If it happens again, tell your administrator.") },
	{ 401, N_("A token is needed"),
		N_("Send a valid API token: Authorization: Bearer TOKEN. Make one under My "
		   "settings.") },
	{ 403, N_("This is not yours to do"),
		N_("Your role does not allow it. If it should, ask your administrator.") },
	{ 404, N_("Nothing here"),
		N_("It may have been withdrawn, or it is not for you to see. Search may find what "
		   "you mean.") },
	{ 405, N_("This cannot be done here"), N_("Go back and use the buttons of the page.") },
	{ 409, N_("That is not possible any more"),
		N_("Something has changed meanwhile. Go back, look again, and decide.") },
	{ 412, N_("Changed meanwhile"),
		N_("Somebody changed this after you opened it. Both texts are kept: open it again "
		   "and compare.") },
	{ 413, N_("That is too long"), N_("Shorten it, or split it into several points.") },
	{ 415, N_("This kind of content is not taken here"),
		N_("Send text/markdown or application/json, as the description of the API "
		   "says, or use the form of the page.") },
	{ 422, N_("Something needs mending first"),
		N_("The list says what. Nothing you typed is lost: go back and it is there.") },
	{ 429, N_("Too many tries"), N_("Wait a little, then try again.") },
	{ 500, N_("Something broke on our side"),
		N_("Nothing was saved halfway. Try again in a minute; if it stays, tell your "
		   "administrator the number below.") },
	{ 503, N_("Too busy just now"), N_("Try again in a few seconds.") },
};

static const struct words no_index = { 503, N_("Search is being put in order"),
	N_("Its index was damaged and is being made anew from what everybody wrote; nothing of "
	   "that is "
	   "lost. Everything else works. Search answers again in a few minutes.") };

static const struct words *words_of(int status)
{
	if (status == FAILURE_NO_INDEX)
		return &no_index;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].status == status)
			return &all[i];
	return &all[0];
}

static enum outcome problem(struct visit *v, int status, const struct words *words)
{
	struct json_writer j = visit_json(v, status);
	json_begin_object(&j);
	json_key_text(&j, "type", "about:blank");
	json_key_text(&j, "title", _(words->title));
	json_key_number(&j, "status", status);
	json_key_text(&j, "detail", _(words->text));
	json_key_array(&j, "errors");
	LIST_EACH (const struct fault, f, &v->work.faults) {
		json_begin_object(&j);
		if (f->field)
			json_key_text(&j, "field", f->field);
		if (f->line) {
			json_key_number(&j, "line", f->line);
			json_key_number(&j, "column", f->column);
		}
		json_key_text(&j, "message", f->message);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	if (status == 401)
		response_header(v->out, "WWW-Authenticate", "Bearer realm=\"tributary\"");
	return DONE;
}

/* Signed out, or a password to change first: to the page where that is done, and back afterwards.
 */
static enum outcome go_there_first(struct visit *v)
{
	if (v->work.who->signed_in)
		return visit_see_other(v, "/me/password");
	struct out address = out_new(v->work.arena);
	out_text(&address, "/sign-in");
	if (v->in->method == GET && !text_same(v->in->path, "/")) {
		out_text(&address, "?next=");
		uri_encode(&address, v->in->target);
	}
	return visit_see_other(v, out_string(&address));
}

enum outcome failure_answer(struct visit *v, int status)
{
	if (status == 303 && !v->work.who->signed_in && v->in->method == POST &&
		text_starts(v->in->path, "/write") && guard_same_origin(v))
		return write_lost(v);
	if (status == 303)
		return go_there_first(v);
	const struct words *words = words_of(status);
	status = words->status == 503 ? 503 : status;
	v->out->headers.count = 0;
	v->out->body.len = 0;
	if (v->face == JSON)
		return problem(v, status, words);
	v->out->status = status;
	const struct failure_view view = { .chrome = &v->chrome,
		.title = _(words->title),
		.text = _(words->text),
		.number = status >= 500 ? v->in->number : 0,
		.faults = v->work.faults };
	failure(visit_page(v, _(words->title)), &view);
	return DONE;
}

/* What the door refuses by itself: no database, no session; plain words in the asked language. */
void visit_refuse(void *app, const char *why, const struct request *in, struct response *out)
{
	(void)app, (void)why;
	const struct words *words = words_of(out->status);
	i18n_use(i18n_pick(request_header(in, "Accept-Language"), "zh"));
	headers_add_always(out);
	/* The address may be what could not be read. */
	if (text_starts(in->path ? in->path : in->target, "/api/")) {
		response_header(out, "Content-Type", "application/problem+json");
		struct json_writer j = json_writer(&out->body);
		json_begin_object(&j);
		json_key_text(&j, "type", "about:blank");
		json_key_text(&j, "title", _(words->title));
		json_key_number(&j, "status", out->status);
		json_key_text(&j, "detail", _(words->text));
		json_key_array(&j, "errors");
		json_end(&j);
		json_end(&j);
		return;
	}
	response_header(out, "Content-Type", "text/plain; charset=utf-8");
	out_format(&out->body, "%s\n%s\n", _(words->title), _(words->text));
}
