/* The playbook on the desk: guides of mine that are to be looked at again. */
#include "base/list.h"
#include "desk.h"
#include "views/guide.h"

enum { DUE_MOST = 3 };

static void add_due_guides(struct visit *v, struct desk_view *view)
{
	struct arena *a = v->work.arena;
	struct guides all = guide_due(v->work.db, v->work.who, v->work.now, DUE_MOST);
	LIST_EACH (const struct guide, g, &all)
		*LIST_ADD(a, &view->waiting) = (struct desk_item){ .icon = "book-open",
			.text = arena_format(a, _("%s: is it still true?"), guide_name(g)),
			.meta = arena_format(a, _("to be looked at again since %s"),
				visit_day(v, g->recheck_at)),
			.to = desk_guide_url(a, g->topic) };
}

void desk_add_playbook(struct visit *v, struct desk_view *view)
{
	add_due_guides(v, view);
}
