/* What waits for the viewer's answer, oldest first, answered in place by thumb. */
#include "base/list.h"
#include "handlers.h"
#include "rules/answer.h"
#include "store/steward.h"
#include "templates.h"
#include "views/answer.h"

enum { CARDS_MOST = 20 };

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
			*LIST_ADD(v->work.arena, &view.cards) = (struct answer_card){ p,
				visit_time(v, l->due_at), l->due_at < v->work.now };
	}
	answers(visit_page(v, _("Waiting for my answer")), &view);
	return DONE;
}

enum { FIGURE_WEEKS = 4 };

static void add_figures(struct visit *v, struct answer_unit_view *view, const struct unit *u)
{
	struct arena *a = v->work.arena;
	int64_t since = v->work.now - FIGURE_WEEKS * 7 * 86400;
	struct answer_figures f = answer_figures_any(v->work.db, u->id, since, v->work.now);
	*LIST_ADD(a, &view->lines) = (struct answer_unit_line){ .unit = u,
		.points = f.points,
		.due = f.due,
		.percent = f.due ? arena_format(a, "%ld%%", (long)(f.in_time * 100 / f.due)) : NULL,
		.median = f.median < 0 ? NULL : answer_wait_words(a, f.median) };
}

/* Units, never people: how soon those below are answered. */
enum outcome answer_unit_show(struct visit *v)
{
	struct answer_unit_view view = { .chrome = &v->chrome, .weeks = FIGURE_WEEKS };
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
