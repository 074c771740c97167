/* Daily reports by programs: Markdown in, JSON or Markdown out. */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "handlers.h"
#include "report.h"
#include "version.h"

static void answer_one(struct visit *v, const struct report *r, int status)
{
	struct report_text text = report_text_stored(v->work.arena, r->text);
	struct asks asks = ask_of_report(v->work.db, v->work.who, r->id);
	version_tell(v, r->version);
	struct json_writer j = visit_json(v, status);
	report_json(&j, v->work.arena, r, &text, &asks);
}

/* By the day, mine; by its number, anybody's that I may see. */
static const struct report *named(struct visit *v)
{
	int64_t day;
	if (report_text_day(v->word, &day))
		return report_of_day(v->work.db, v->work.who, day);
	size_t len = strlen(v->word);
	if (!len || len > 15 || strspn(v->word, "0123456789") != len || *v->word == '0')
		return NULL;
	return report_get(
		v->work.db, v->work.who, (struct report_id){ strtoll(v->word, NULL, 10) });
}

enum outcome report_api_get(struct visit *v)
{
	const struct report *r = named(v);
	if (!r)
		return NOT_FOUND;
	if (!visit_wants(v, "text/markdown")) {
		answer_one(v, r, 200);
		return DONE;
	}
	version_tell(v, r->version);
	response_header(v->out, "Content-Type", "text/markdown; charset=utf-8");
	out_text(&v->out->body, r->text);
	return DONE;
}

enum outcome report_api_list(struct visit *v)
{
	int64_t before, limit;
	if (!cursor_read(v, "reports", &before, &limit))
		return INVALID;
	struct reports all = report_list(v->work.db, v->work.who, before, limit + 1);
	bool more = all.count > (size_t)limit;
	all.count = more ? (size_t)limit : all.count;
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct report, r, &all) {
		struct report_text text = report_text_stored(v->work.arena, r->text);
		report_json(&j, v->work.arena, r, &text, NULL);
	}
	json_end(&j);
	json_key_text(
		&j, "next", more ? cursor_make(v, "reports", all.items[all.count - 1].id.n) : NULL);
	json_end(&j);
	return DONE;
}

static enum outcome stale(struct visit *v, int64_t day)
{
	work_refresh(&v->work);
	const struct report *r = report_of_day(v->work.db, v->work.who, day);
	return version_stale(v, r ? r->version : 0, v->in->body, r ? r->text : NULL);
}

enum outcome report_api_put(struct visit *v)
{
	struct report_input in = { .base_version = version_asked(v, -1) };
	struct report_text text;
	if (!report_text_day(v->word, &in.day))
		return NOT_FOUND;
	if (!report_may_write(&v->work))
		return FORBIDDEN;
	if (!form_is("text/markdown", v->in->content_type)) {
		v->out->status = 415;
		return INVALID;
	}
	if (v->in->body_len > REPORT_MAX_BYTES) {
		v->out->status = 413;
		return INVALID;
	}
	if (!report_text_parse(v->work.arena, v->in->body, v->in->body_len, &text, &v->work.faults))
		return INVALID;
	if (text.day && text.day != in.day) {
		fault_add(&v->work.faults, "day",
			_("The address names another day: write the same one, or leave it out."));
		return INVALID;
	}
	in.text = &text;
	struct report_id id;
	bool created;
	enum outcome outcome = report_submit(&v->work, &in, &id, &created);
	if (outcome == STALE)
		return stale(v, in.day);
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	answer_one(v, report_get(v->work.db, v->work.who, id), created ? 201 : 200);
	return DONE;
}
