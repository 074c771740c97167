#include "export_marks.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "doors/csv.h"

const struct export_mark_table export_mark_tables[MARKS] = {
	[MARK_MERGED] = { "merged.csv", { "point", "lead" } },
	[MARK_HIGHLIGHT] = { "highlights.csv", { "point", "unit_code", "reason", "by", "at" } },
	[MARK_LEAVE] = { "left.csv", { "point", "reason", "by", "at" } },
	[MARK_PICK] = { "picks.csv", { "week", "point", "comment", "by", "at" } },
	[MARK_EXCUSE] = { "excuses.csv", { "login", "week", "reason", "by", "at" } },
	[MARK_ROSTER] = { "rosters.csv", { "unit_code", "week", "login" } },
	[MARK_ORDER] = { "orders.csv", { "unit_code", "week", "topic", "point" } },
};

static bool put_table(struct export *e, enum export_mark mark)
{
	struct arena *a = e->work->arena;
	const struct export_mark_table *t = &export_mark_tables[mark];
	struct export_mark_rows rows = export_marks_any(e->work->db, mark);
	struct out o = out_new(a);
	for (int i = 0; i < MARK_COLUMNS && t->columns[i]; i++)
		csv_field_exact(&o, t->columns[i]);
	csv_end(&o);
	LIST_EACH (const struct export_mark_row, r, &rows) {
		for (int i = 0; i < MARK_COLUMNS && t->columns[i]; i++) {
			const char *s = r->text[i] ? r->text[i] : "";
			if (text_same(t->columns[i], "week"))
				s = week_name(a, (struct week){ atoll(s) });
			csv_field_exact(&o, s);
		}
		csv_end(&o);
	}
	return export_put(e, t->file, &o);
}

bool export_marks(struct export *e)
{
	for (int mark = 0; mark < MARKS; mark++)
		if (!put_table(e, (enum export_mark)mark))
			return false;
	return true;
}
