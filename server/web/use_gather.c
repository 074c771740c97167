/* What came of using a thing, gathered for its page. */
#include "use.h"

#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "rules/report.h"
#include "rules/report_text.h"
#include "rules/use.h"

enum { FIRST = 3, CUSTOMERS = 6 };

static const char *day_words(struct visit *v, int64_t number)
{
	int y, m, d;
	day_date(number, &y, &m, &d);
	return visit_date(v, zone_moment(v->zone, y, m, d, 12, 0));
}

/* What the viewer wrote before, then what most have. */
static struct use_words customers(struct visit *v)
{
	static const char *const usual[] = { N_("regular customer"), N_("new customer"),
		N_("key account"), N_("dealer"), N_("price-sensitive"), N_("lost customer") };
	struct use_words list = use_customers(v->work.db, v->work.who, CUSTOMERS);
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
		bool known = false;
		for (size_t k = 0; k < list.count; k++)
			known |= text_same(list.items[k], _(usual[i]));
		if (!known)
			*LIST_ADD(v->work.arena, &list) = _(usual[i]);
	}
	return list;
}

struct use_form use_gather_form(struct visit *v)
{
	const char *today = report_text_day_name(v->work.arena, report_today(&v->work));
	return (struct use_form){ .effect = "",
		.text = "",
		.conditions = "",
		.customer = "",
		.day = today,
		.latest = today,
		.anonymous = v->work.who->anonymous,
		.customers = customers(v) };
}

void use_gather_lines(struct visit *v, struct use_view *view, struct use_id before, int64_t limit)
{
	bool more;
	struct uses all = use_list(v->work.db, v->work.who, view->subject, before, limit, &more);
	LIST_EACH (const struct use, u, &all)
		*LIST_ADD(v->work.arena, &view->lines) =
			(struct use_line){ u, day_words(v, u->day) };
	view->next = more ? cursor_make(v, "uses", all.items[all.count - 1].id.n) : NULL;
}

struct use_view *use_gather_none(struct visit *v, struct use_subject s, const char *title)
{
	struct use_view *view = ARENA_NEW(v->work.arena, struct use_view);
	struct evidence e = evidence_of_any(v->work.db, s);
	*view = (struct use_view){ .chrome = &v->chrome,
		.subject = s,
		.title = title,
		.evidence = use_evidence_words(v->work.arena, &e),
		.may_use = use_allowed(&v->work, v->work.db, s) };
	if (view->may_use)
		view->form = use_gather_form(v);
	return view;
}

struct use_view *use_gather(struct visit *v, struct use_subject s, const char *title)
{
	struct use_view *view = use_gather_none(v, s, title);
	use_gather_lines(v, view, (struct use_id){ 0 }, FIRST);
	return view;
}
