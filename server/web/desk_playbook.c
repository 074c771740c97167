/* The playbook on the desk: guides of mine that are to be looked at again. */
#include "base/list.h"
#include "desk.h"
#include "rules/path.h"
#include "views/guide.h"
#include "views/path.h"

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

/* What comes next on the reading path, for who reads along it. */
static void add_path(struct visit *v, struct desk_view *view)
{
	struct arena *a = v->work.arena;
	struct person_id me = v->work.who->person;
	if (!path_walks_any(v->work.db, me, v->work.now))
		return;
	struct path_items all = path_items_any(v->work.db, me);
	const struct path_item *next = path_next(&all);
	if (next)
		*LIST_ADD(a, &view->waiting) = (struct desk_item){ .icon = "map",
			.text = arena_format(a, _("Next on your path: %s"), path_name(next)),
			.meta = arena_format(
				a, _("%ld of %ld read"), (long)all.done, (long)all.count),
			.more = next->note,
			.to = path_url(a, next) };
}

void desk_add_playbook(struct visit *v, struct desk_view *view)
{
	add_path(v, view);
	add_due_guides(v, view);
}
