/* Mergers, flags, choices, excuses and orders of an export, put back as they were when all else is
 * there: the owner of the machine restores them, so nobody's rights are asked, but only what can be
 * so is taken. */
#include <stdlib.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "export_marks.h"
#include "import_inner.h"
#include "store/highlight.h"
#include "store/leave.h"
#include "store/order.h"
#include "store/person.h"
#include "store/pick.h"
#include "store/point.h"
#include "store/rollup.h"
#include "store/roster.h"
#include "store/unit.h"

struct mark { /* one row, read */
	const struct point *point, *lead;
	const struct unit *unit;
	const struct person *person;
	struct person_id by;
	struct week week;
	struct topic_id topic;
	const char *words;
	int64_t at;
};

static const struct point *point_of(struct import *im, struct db *db, const char *number)
{
	int64_t old = atoll(number);
	LIST_EACH (const struct import_number, n, &im->numbers)
		if (n->old == old)
			return point_get(db, who_operator(), (struct point_id){ n->now });
	return NULL;
}

/* One cell. false: it names nothing that is here. An empty one may stand for none. */
static bool read_cell(
	struct import *im, struct db *db, const char *column, const char *s, struct mark *m)
{
	const struct topic *topic;
	const struct person *by;
	if (text_same(column, "point"))
		return !*s || (m->point = point_of(im, db, s));
	if (text_same(column, "lead"))
		return (m->lead = point_of(im, db, s));
	if (text_same(column, "unit_code"))
		return (m->unit = unit_by_code(db, s));
	if (text_same(column, "login"))
		return (m->person = person_by_login_any(db, s));
	if (text_same(column, "week"))
		return week_parse(s, &m->week);
	if (text_same(column, "at"))
		return (m->at = atoll(s)) > 0;
	if (text_same(column, "topic")) {
		topic = *s ? topic_by_word_any(db, s) : NULL;
		m->topic.n = topic ? topic->id.n : 0;
		return topic || !*s;
	}
	if (text_same(column, "by")) {
		by = *s ? person_by_login_any(db, s) : NULL;
		m->by.n = by ? by->id.n : 0;
		return by || !*s;
	}
	m->words = s;
	return true;
}

/* Could this have been done? */
static bool holds(struct db *db, enum export_mark mark, const struct mark *m)
{
	const struct point *p = m->point, *l = m->lead;
	switch (mark) {
	case MARK_MERGED:
		return p && p->id.n != l->id.n && p->branch.n && p->branch.n == l->branch.n &&
		       p->branch_week.n == l->branch_week.n;
	case MARK_LEAVE:
	case MARK_HIGHLIGHT:
		return p && p->branch.n && *m->words;
	case MARK_PICK:
		return p && p->hq_week.n == m->week.n;
	case MARK_EXCUSE:
		return *m->words;
	case MARK_ROSTER:
		return rollup_get(db, m->unit->id, m->week).closed;
	case MARK_ORDER:
	case MARKS:
		break;
	}
	return p || m->topic.n;
}

/* A row of an order comes last in its list: rows stand in their order. */
struct places {
	struct rollup_id rollup;
	int64_t scope;
	struct longs ids;
};

static void put_place(struct txn *t, struct arena *a, struct places *list, const struct mark *m)
{
	struct rollup_id rollup = rollup_ensure(t, m->unit->id, m->week);
	int64_t scope = m->point ? m->topic.n : ORDER_TOPICS;
	if (rollup.n != list->rollup.n || scope != list->scope)
		*list = (struct places){ .rollup = rollup, .scope = scope };
	*LIST_ADD(a, &list->ids) = (long)(m->point ? m->point->id.n : m->topic.n);
	const int64_t id = list->ids.items[list->ids.count - 1];
	order_put_at(t, rollup, scope, id, (int64_t)list->ids.count - 1);
}

static void put(struct txn *t, struct arena *a, enum export_mark mark, const struct mark *m,
	struct places *list)
{
	const struct unit_id hq = { 1 };
	switch (mark) {
	case MARK_MERGED:
		point_lead_moves(t, m->point->id, m->lead->id);
		point_set_lead(t, m->point->id, m->lead->id);
		break;
	case MARK_HIGHLIGHT:
		highlight_put(t, m->point->id, m->unit->id, m->words, m->by, m->at);
		break;
	case MARK_LEAVE:
		leave_put(t, m->point->id, m->words, m->by, m->at);
		break;
	case MARK_PICK:
		pick_put(t, rollup_ensure(t, hq, m->week), m->point->id,
			*m->words ? m->words : NULL, m->by, m->at);
		break;
	case MARK_EXCUSE:
		roster_excuse(t, m->person->id, m->week, m->words, m->by, m->at);
		break;
	case MARK_ROSTER:
		roster_keep(t, rollup_ensure(t, m->unit->id, m->week), m->person->id);
		break;
	case MARK_ORDER:
		put_place(t, a, list, m);
		break;
	case MARKS:
		break;
	}
}

static bool put_row(struct import *im, struct txn *t, enum export_mark mark,
	const struct csv_row *row, struct places *list)
{
	const char *const *columns = export_mark_tables[mark].columns;
	struct mark m = { .words = "" };
	bool good = true;
	for (size_t i = 0; columns[i] && good; i++)
		good = read_cell(im, t->db, columns[i], row->fields[i], &m);
	if (good && holds(t->db, mark, &m)) {
		put(t, im->work->arena, mark, &m, list);
		return true;
	}
	fault_add_at(&im->work->faults, row->line, 1,
		_("What this row speaks of is not here, or lies elsewhere."));
	return false;
}

static enum outcome put_table(struct import *im, enum export_mark mark)
{
	struct work *w = im->work;
	const struct csv_rows *rows = &im->marks[mark];
	struct places list = { 0 };
	TXN(t, w->writer, w->arena);
	for (size_t i = 1; i < rows->count; i++)
		put_row(im, &t, mark, &rows->items[i], &list);
	if (!txn_commit(&t))
		return BROKEN;
	if (w->faults.count)
		import_fail(im, export_mark_tables[mark].file);
	else if (rows->count > 1)
		import_say(im, export_mark_tables[mark].file, IMPORT_TABLE, 0);
	return DONE;
}

enum outcome import_marks(struct import *im)
{
	for (int mark = 0; mark < MARKS; mark++)
		if (put_table(im, (enum export_mark)mark) == BROKEN)
			return BROKEN;
	work_refresh(im->work);
	return DONE;
}
