/* Daily reports: a team's days, one report, and when the team writes any. */
#include "report.h"

#include <string.h>

#include "ask.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/markdown.h"
#include "handlers.h"
#include "rules/notice.h"
#include "store/point.h"
#include "templates.h"
#include "unit.h"

enum { DAYS_SHOWN = 14, PROBLEM_RUNES = 80 };

const char *report_day_words(struct visit *v, int64_t day)
{
	static const char *const names[] = { N_("Thursday"), N_("Friday"), N_("Saturday"),
		N_("Sunday"), N_("Monday"), N_("Tuesday"), N_("Wednesday") };
	int y, m, d;
	day_date(day, &y, &m, &d);
	/* Translators: month, day, day of the week. */
	return arena_format(v->work.arena, _("%d/%d %s"), m, d, _(names[(day % 7 + 7) % 7]));
}

struct report_text report_text_stored(struct arena *a, const char *text)
{
	struct report_text r;
	struct faults ignored = { .arena = a };
	report_text_parse(a, text, strlen(text), &r, &ignored);
	return r;
}

static struct report_line line_of(struct visit *v, const struct report *r)
{
	struct arena *a = v->work.arena;
	struct report_text text = report_text_stored(a, r->text);
	return (struct report_line){ .report = r,
		.problem =
			text_cut(a, markdown_plain(a, text.field[REPORT_PROBLEM]), PROBLEM_RUNES),
		.gives = report_gives_words(a, text.gives) };
}

static const char *joined(struct arena *a, const struct strings *names)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < names->count; i++)
		out_format(&o, "%s%s", i ? c_("between names", ", ") : "", names->items[i]);
	return out_string(&o);
}

static void add_days(struct visit *v, struct report_team *team, int64_t until)
{
	struct arena *a = v->work.arena;
	int64_t today = report_today(&v->work);
	struct reports all = report_of_team(
		v->work.db, v->work.who, team->unit->id, until - DAYS_SHOWN + 1, until);
	for (int64_t day = until; day > until - DAYS_SHOWN; day--) {
		struct strings missing = { 0 };
		if (day == today) /* later it would only be held against somebody */
			missing = report_missing(&v->work, team->unit->id, day);
		struct report_day here = { .day = report_text_day_name(a, day),
			.words = report_day_words(v, day),
			.missing = joined(a, &missing) };
		LIST_EACH (const struct report, r, &all)
			if (r->day == day)
				*LIST_ADD(a, &here.lines) = line_of(v, r);
		if (here.lines.count || *here.missing)
			*LIST_ADD(a, &team->days) = here;
	}
}

enum outcome report_list_show(struct visit *v)
{
	struct arena *a = v->work.arena;
	int64_t today = report_today(&v->work), until = today;
	if (*visit_query(v, "until") && !report_text_day(visit_query(v, "until"), &until))
		return NOT_FOUND;
	struct report_list_view view = { .chrome = &v->chrome,
		.earlier = report_text_day_name(a, until - DAYS_SHOWN),
		.from = report_day_words(v, until - DAYS_SHOWN + 1),
		.to = report_day_words(v, until),
		.written = report_of_day(v->work.db, v->work.who, today) != NULL };
	struct report_teams teams = report_teams_of(v->work.db, v->work.who);
	LIST_EACH (const struct unit_id, id, &teams) {
		struct report_team *team = LIST_ADD(a, &view.teams);
		*team = (struct report_team){ .unit = unit_get(v->work.db, *id),
			.manages = who_manages(v->work.db, v->work.who, *id) };
		add_days(v, team, until);
		bool mine = id->n == v->work.who->team.n && report_may_write(&v->work);
		if (mine && team->unit->reports != REPORT_OFF)
			view.write = report_text_day_name(a, today);
	}
	report_days_page(visit_page(v, _("Daily reports")), &view);
	return DONE;
}

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

static void add_parts(struct visit *v, struct report_view *view, const struct report_text *text)
{
	for (int i = 0; i < REPORT_DECISION; i++)
		if (*text->field[i])
			*LIST_ADD(v->work.arena, &view->parts) =
				(struct report_part){ report_field_word((enum report_field)i),
					report_body(v->work.arena, text->field[i], may_see, v) };
}

enum outcome report_show(struct visit *v)
{
	struct arena *a = v->work.arena;
	const struct report *r =
		report_get(v->work.db, v->work.who, (struct report_id){ v->arg[0] });
	if (!r)
		return NOT_FOUND;
	int64_t asked = visit_query_number(v, "version");
	struct report_view view = { .chrome = &v->chrome,
		.report = r,
		.day = report_text_day_name(a, r->day),
		.words = report_day_words(v, r->day),
		.changed = visit_time(v, r->changed_at),
		.version = asked ? asked : r->version };
	const char *shown = asked ? report_version_any(v->work.db, r->id, asked) : r->text;
	if (!shown)
		return NOT_FOUND;
	for (int64_t n = r->version; n > 0 && r->version > 1; n--)
		*LIST_ADD(a, &view.versions) = (long)n;
	struct report_text text = report_text_stored(a, shown);
	view.gives = report_gives_words(a, text.gives);
	add_parts(v, &view, &text);
	if (view.version == r->version)
		view.asks = ask_cards_of(v, ask_of_report(v->work.db, v->work.who, r->id));
	if (notice_opened(&v->work, NOTICE_REPORT, r->id.n) != DONE)
		return BROKEN;
	report_page(visit_page(v, arena_format(a, _("Daily report of %s"), view.words)), &view);
	return DONE;
}

enum outcome report_choose_post(struct visit *v)
{
	const struct unit *u = unit_named(v, v->word);
	enum report_use use;
	if (!u || !report_use_parse(visit_field(v, "use"), &use))
		return NOT_FOUND;
	struct report_teams teams = report_teams_of(v->work.db, v->work.who);
	bool seen = false;
	LIST_EACH (const struct unit_id, id, &teams)
		seen |= id->n == u->id.n;
	enum outcome outcome = seen ? report_choose(&v->work, u->id, use) : NOT_FOUND;
	return outcome == DONE ? visit_see_other(v, "/reports?said=saved") : outcome;
}
