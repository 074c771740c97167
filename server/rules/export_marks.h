/* export_marks: an export's tables of mergers, flags, choices, excuses and orders; import_marks.c
 * puts them back. */
#ifndef RULES_EXPORT_MARKS_H
#define RULES_EXPORT_MARKS_H

#include "export_tables.h"
#include "store/export_marks.h"

struct export_mark_table {
	const char *file, *columns[MARK_COLUMNS + 1];
};
extern const struct export_mark_table export_mark_tables[MARKS];

bool export_marks(struct export *e);

#endif
