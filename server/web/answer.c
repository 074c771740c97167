/* What waits for the viewer's answer, oldest first, answered in place by thumb. */
#include "base/excerpt.h"
#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "remark.h"
#include "rules/answer.h"
#include "rules/setting.h"
#include "store/remark.h"
#include "store/steward.h"
#include "templates.h"
#include "views/answer.h"
#include "views/html_stored.h"

enum { CARDS_MOST = 20 };

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

/* A long one begins with its first words, and unfolds: read before you answer. */
static struct answer_card card(struct visit *v, const struct answer_line *l, const struct point *p)
{
	const char *excerpt = excerpt_of_html(v->work.arena, p->body_html);
	return (struct answer_card){ .point = p,
		.excerpt = text_runes(excerpt) >= EXCERPT_RUNES ? excerpt : NULL,
		.body = html_stored(v->work.arena, p->body_html, may_see, v),
		.due = visit_time(v, l->due_at),
		.late = l->due_at < v->work.now,
		.typed = "",
		.whom = "",
		.until = "" };
}

enum outcome answer_show(struct visit *v)
{
	struct answer_view view = { .chrome = &v->chrome,
		.total = answer_waiting_count(v->work.db, v->work.who),
		.phrases = answer_phrases(&v->work),
		.manages = steward_units(v->work.db, v->work.who).count };
	struct answer_lines all = answer_waiting(v->work.db, v->work.who, CARDS_MOST);
	LIST_EACH (const struct answer_line, l, &all) {
		const struct point *p = point_get(v->work.db, v->work.who, l->point);
		if (p)
			*LIST_ADD(v->work.arena, &view.cards) = card(v, l, p);
	}
	answers(visit_page(v, _("Waiting for my answer")), &view);
	return DONE;
}

/* Where scripts run, the card alone comes back: what was said stands in its place, and nothing
 * moves under the thumb. */
enum outcome answer_given_part(struct visit *v, struct point_id point, struct remark_id id)
{
	work_refresh(&v->work);
	const struct point *p = point_get(v->work.db, v->work.who, point);
	const struct remark *r = remark_get(v->work.db, v->work.who, id);
	if (!p || !r)
		return NOT_FOUND;
	const struct answer_view view = { .chrome = &v->chrome,
		.total = answer_waiting_count(v->work.db, v->work.who) };
	answer_given(visit_page(v, p->headline), &view, p, r);
	return DONE;
}

enum outcome answer_refused_part(
	struct visit *v, struct point_id point, const struct remark_text *said)
{
	const struct point *p = point_get(v->work.db, v->work.who, point);
	const struct answer_clock clock = answer_of_any(v->work.db, point);
	if (!p)
		return NOT_FOUND;
	const struct answer_line line = { .point = point, .due_at = clock.due_at };
	const struct answer_view view = { .chrome = &v->chrome,
		.phrases = answer_phrases(&v->work) };
	struct answer_card c = card(v, &line, p);
	c.faults = v->work.faults;
	c.kind = said->kind;
	c.typed = said->text;
	c.whom = said->whom;
	c.until = said->until;
	answer_one(visit_page(v, p->headline), &view, &c);
	v->out->status = 422;
	return DONE;
}

/* A point was opened where it waits for an answer: its author is told as if its page had been. */
enum outcome answer_read_post(struct visit *v)
{
	const struct point *p = point_get(v->work.db, v->work.who, (struct point_id){ v->arg[0] });
	if (!p)
		return NOT_FOUND;
	enum outcome outcome = answer_read(&v->work, p);
	return outcome == DONE ? visit_see_other(v,
					 arena_format(v->work.arena, "/points/%ld", (long)p->id.n))
			       : outcome;
}

enum { FIGURE_WEEKS = 4 };

static void add_figures(struct visit *v, struct answer_unit_view *view, const struct unit *u)
{
	struct arena *a = v->work.arena;
	int64_t since = v->work.now - FIGURE_WEEKS * 7 * 86400;
	struct answer_figures f =
		answer_figures(v->work.db, v->work.who, u->id, since, v->work.now);
	*LIST_ADD(a, &view->lines) = (struct answer_unit_line){ .unit = u,
		.points = f.points,
		.due = f.due,
		.percent = f.due ? arena_format(a, "%ld%%", (long)(f.in_time * 100 / f.due)) : NULL,
		.median = f.median < 0 ? NULL : answer_wait_words(a, f.median) };
}

/* Units, never people: how soon those below are answered. */
enum outcome answer_unit_show(struct visit *v)
{
	struct answer_unit_view view = { .chrome = &v->chrome,
		.weeks = FIGURE_WEEKS,
		.days = setting_number(v->work.db, "answer_days"),
		.sets = who_is(v->work.who, HQ | ADMIN) };
	struct units mine = steward_units(v->work.db, v->work.who);
	if (!mine.count)
		return FORBIDDEN;
	const struct unit *top = &mine.items[0];
	add_figures(v, &view, top);
	struct units below = unit_children(v->work.db, top->id);
	LIST_EACH (const struct unit, u, &below)
		if (u->active)
			add_figures(v, &view, u);
	answer_units(visit_page(v, _("How soon we answer")), &view);
	return DONE;
}
