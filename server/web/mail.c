/* Which e-mail one wants; and ending it by the address that stands in each. */
#include "base/text.h"
#include "handlers.h"
#include "me.h"
#include "rules/digest.h"
#include "templates.h"
#include "views/mail_wish.h"

#include <stdlib.h>
#include <string.h>

struct mail_wish_view mail_wish_view_of(struct visit *v)
{
	struct mail_wish wish = mail_wish_of_any(v->work.db, v->work.who->person);
	return (struct mail_wish_view){ .chrome = &v->chrome,
		.hour = wish.hour,
		.of_all = digest_hour_of_all(v->work.db),
		.at_once = wish.at_once,
		.on = mail_is_on(&v->app->outbox),
		.address = person_get_any(v->work.db, v->work.who->person)->email };
}

/* "default", "none", or an hour; anything else is an hour that there is not. */
static int hour_of(const char *daily)
{
	if (text_same(daily, "default"))
		return MAIL_AS_ALL;
	if (text_same(daily, "none"))
		return MAIL_NEVER;
	size_t len = strlen(daily);
	return len && len <= 2 && strspn(daily, "0123456789") == len ? (int)strtol(daily, NULL, 10)
								     : 99;
}

static bool from_json(struct visit *v, const char **daily, bool *at_once)
{
	struct json_problem problem;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	if (!j) {
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
		return false;
	}
	*daily = json_get_text(j, "daily") ? json_get_text(j, "daily") : "";
	*at_once = json_get_bool(j, "at_once", false);
	return true;
}

enum outcome me_mail_save(struct visit *v)
{
	const char *daily = visit_field(v, "daily");
	bool at_once = text_same(visit_field(v, "at_once"), "1");
	if (v->face == JSON && !from_json(v, &daily, &at_once))
		return INVALID;
	enum outcome outcome = digest_choose(&v->work, hour_of(daily), at_once);
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return visit_see_other(v, "/me?said=saved#mail");
	work_refresh(&v->work);
	return me_mail_show(v);
}

enum outcome me_mail_show(struct visit *v)
{
	struct mail_wish_view view = mail_wish_view_of(v);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_text(&j, "daily",
		view.hour == MAIL_AS_ALL  ? "default"
		: view.hour == MAIL_NEVER ? "none"
					  : arena_format(v->work.arena, "%d", view.hour));
	json_key_bool(&j, "at_once", view.at_once);
	json_key_bool(&j, "on", view.on);
	json_end(&j);
	return DONE;
}

static enum outcome page(struct visit *v, bool ended)
{
	const struct mail_leave_view view = { &v->chrome, v->word, ended };
	mail_leave(visit_page(v, _("No more e-mail")), &view);
	return DONE;
}

/* Looking at it ends nothing: programs look at every address in a mail. */
enum outcome mail_leave_show(struct visit *v)
{
	return digest_may_leave(&v->work, &v->app->install.key, v->word) ? page(v, false)
									 : NOT_FOUND;
}

enum outcome mail_leave_post(struct visit *v)
{
	enum outcome outcome = digest_leave(&v->work, &v->app->install.key, v->word);
	return outcome == DONE ? page(v, true) : outcome;
}
