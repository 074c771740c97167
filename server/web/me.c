/* The viewer's own account: language, time zone, tokens. */
#include "base/list.h"
#include "base/text.h"
#include "guard.h"
#include "me.h"
#include "handlers.h"
#include "rules/coach.h"
#include "rules/person.h"
#include "rules/session.h"
#include "rules/setting.h"
#include "store/feed.h"
#include "templates.h"
#include "token.h"
#include "views/me.h"

static struct me_hints hints_of(struct visit *v)
{
	struct me_hints list = { 0 };
	struct coach coach = coach_of(&v->work, v->app->coach);
	for (int k = 0; k < COACH_KINDS; k++)
		*LIST_ADD(v->work.arena, &list) = (struct me_hint){ coach_kinds[k].name,
			_(coach_kinds[k].label), !(coach.off & 1u << k) };
	return list;
}

static enum outcome page(
	struct visit *v, int status, const char *fresh_token, const char *fresh_feed)
{
	const struct who *who = v->work.who;
	const struct mail_wish_view mail = mail_wish_view_of(v);
	const struct me_view view = { .chrome = &v->chrome,
		.mail = &mail,
		.login = who->login,
		.roles = person_role_words(v->work.arena, who->roles),
		.language = who->language ? who->language : "",
		.zone = *visit_field(v, "zone") ? visit_field(v, "zone")
			: who->zone             ? who->zone
						: "",
		.organisation_zone = setting_text(v->work.db, "zone"),
		.anonymous = who->anonymous,
		.hints = hints_of(v),
		.tokens = token_lines(v, who->person),
		.fresh_token = fresh_token,
		.fresh_feed = fresh_feed,
		.feed_made = feed_made_at(v->work.db, who)
				     ? visit_date(v, feed_made_at(v->work.db, who))
				     : NULL,
		.faults = v->work.faults };
	me(visit_page(v, _("My settings")), &view);
	v->out->status = status;
	return DONE;
}

enum outcome me_page_with_feed(struct visit *v, const char *address)
{
	return page(v, 200, NULL, address);
}

enum outcome me_show(struct visit *v)
{
	const struct who *who = v->work.who;
	if (v->face == PAGE)
		return page(v, 200, NULL, NULL);
	struct json_writer j = visit_json(v, 200);
	person_json(&j, who->person, who->login, who->name, who->home, who->roles);
	return DONE;
}

enum outcome me_save(struct visit *v)
{
	enum outcome outcome =
		person_prefer(&v->work, visit_field(v, "language"), visit_field(v, "zone"));
	if (outcome == INVALID)
		return page(v, 422, NULL, NULL);
	return outcome == DONE ? visit_see_other(v, "/me?said=saved") : outcome;
}

/* The form of /me names those that are wanted; `off` alone is the button beside a hint. */
enum outcome me_coach(struct visit *v)
{
	struct strings on = { 0 };
	LIST_EACH (const struct field, f, &v->form)
		if (text_same(f->name, "hint"))
			*LIST_ADD(v->work.arena, &on) = f->value;
	const char *off = visit_field(v, "off");
	enum outcome outcome =
		*off ? coach_switch(&v->work, off, false) : coach_choose(&v->work, &on);
	return outcome == DONE ? visit_see_other(v, "/me?said=saved") : outcome;
}

enum outcome me_sign_out_everywhere(struct visit *v)
{
	enum outcome outcome = session_sign_out_everywhere(&v->work, NULL);
	if (outcome != DONE)
		return outcome;
	guard_set_cookie(v, NULL);
	return visit_see_other(v, "/sign-in?said=signed-out-everywhere");
}

/* Shown in the answer itself: the only time that it is seen. */
enum outcome me_token_add(struct visit *v)
{
	const char *token = NULL;
	enum outcome outcome = session_add_token(&v->work, v->work.who->person,
		text_trim(v->work.arena, visit_field(v, "label")), &token);
	if (outcome == INVALID)
		return page(v, 422, NULL, NULL);
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	return page(v, 200, token, NULL);
}

enum outcome me_token_revoke(struct visit *v)
{
	enum outcome outcome = session_revoke_token(&v->work, v->work.who->person, v->arg[0]);
	return outcome == DONE ? visit_see_other(v, "/me?said=revoked") : outcome;
}
