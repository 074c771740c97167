/* What waits for the viewer's answer, oldest first, answered in place by thumb. */
#include "base/list.h"
#include "handlers.h"
#include "rules/answer.h"
#include "templates.h"
#include "views/remark.h"

enum { CARDS_MOST = 20 };

enum outcome answer_show(struct visit *v)
{
	struct answer_view view = { .chrome = &v->chrome,
		.total = answer_waiting_count(v->work.db, v->work.who),
		.phrases = answer_phrases(&v->work) };
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
