/* Who has opened a bulletin and signed for it: numbers of branches for the headquarters, names for
 * those who manage a team or a branch. */
#include "base/list.h"
#include "bulletin_handlers.h"
#include "store/steward.h"
#include "templates.h"
#include "views/bulletin.h"

/* A team within a branch that one manages is in the branch's list. */
static bool is_covered(const struct units *mine, const struct unit *u)
{
	LIST_EACH (const struct unit, other, mine)
		if (other->id.n == u->parent.n && other->kind == UNIT_BRANCH)
			return true;
	return false;
}

static struct receipt_lines lines_of(struct visit *v, struct receipt_people all)
{
	struct receipt_lines lines = { 0 };
	LIST_EACH (const struct receipt_person, p, &all)
		*LIST_ADD(v->work.arena, &lines) =
			(struct receipt_line){ p, p->signed_at ? visit_time(v, p->signed_at) : NULL,
				p->opened_at ? visit_time(v, p->opened_at) : NULL,
				p->reminded_at ? visit_time(v, p->reminded_at) : NULL };
	return lines;
}

enum outcome bulletin_receipt_show(struct visit *v)
{
	struct db *db = v->work.db;
	const struct bulletin_id id = { v->arg[0] };
	struct units mine = steward_units(db, v->work.who);
	struct receipt_view view = { .chrome = &v->chrome,
		.edition = bulletin_edition_get(db, id, 0),
		.hq = bulletin_may_write(db, v->work.who) };
	if (!view.edition)
		return NOT_FOUND;
	if (!view.hq && !mine.count)
		return FORBIDDEN;
	if (view.hq) {
		view.total = receipt_total(db, id);
		view.branches = receipt_branches_any(db, id);
	}
	LIST_EACH (const struct unit, u, &mine) {
		bool branch = u->kind == UNIT_BRANCH;
		if (is_covered(&mine, u))
			continue;
		*LIST_ADD(v->work.arena, &view.mine) = (struct receipt_unit_view){ .unit = u,
			.counts = receipt_units_any(db, id, u->id, branch),
			.missing = lines_of(v, receipt_missing_any(db, id, u->id, branch)),
			.given = lines_of(v, receipt_given_any(db, id, u->id, branch)) };
	}
	if (v->face == JSON) {
		struct json_writer j = visit_json(v, 200);
		receipt_json(&j, &view);
		return DONE;
	}
	bulletin_receipts(visit_page(v, view.edition->title), &view);
	return DONE;
}
