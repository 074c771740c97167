/* Searches that are kept, and what was looked for in vain. */
#include "rules/search_keep.h"

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "templates.h"
#include "views/search_keep.h"

enum { DAY = 86400, MOST = 100 };

static struct search_saved sent(struct visit *v)
{
	const char *said[SEARCH_PARAMS];
	for (int i = 0; i < SEARCH_PARAMS; i++)
		said[i] = visit_field(v, search_params[i]);
	return (struct search_saved){ text_trim(v->work.arena, said[SEARCH_Q]),
		search_filters(v->work.arena, said) };
}

enum outcome search_save(struct visit *v)
{
	struct search_saved s = sent(v);
	enum outcome outcome = search_keep_save(&v->work, &s);
	return outcome == DONE ? visit_see_other(v, search_address(v->work.arena, &s).address)
			       : outcome;
}

enum outcome search_forget(struct visit *v)
{
	struct search_saved s = sent(v);
	enum outcome outcome = search_keep_forget(&v->work, &s);
	return outcome == DONE ? visit_see_other(v, "/search") : outcome;
}

enum outcome search_miss_show(struct visit *v)
{
	struct search_miss_view view = { .chrome = &v->chrome };
	struct search_misses all = search_miss_list_any(v->work.db, v->work.now / DAY, MOST);
	LIST_EACH (const struct search_miss, m, &all) {
		const struct search_saved s = { m->typed, "" };
		*LIST_ADD(v->work.arena, &view.lines) = (struct search_miss_line){ m->id, m->times,
			m->typed, visit_date(v, m->last_day * DAY),
			search_address(v->work.arena, &s) };
	}
	search_miss_list(visit_page(v, _("Looked for in vain")), &view);
	return DONE;
}

enum outcome search_miss_settle(struct visit *v)
{
	enum outcome outcome = search_keep_settle(&v->work, v->arg[0]);
	return outcome == DONE ? visit_see_other(v, "/search/misses") : outcome;
}
