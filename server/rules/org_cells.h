/* org_cells: one row of an organisation's file at a time: which field is which, and what it says.
 * Used by org_csv.c. */
#ifndef RULES_ORG_CELLS_H
#define RULES_ORG_CELLS_H

#include <stdbool.h>

#include "base/names.h"
#include "base/outcome.h"
#include "base/role.h"
#include "doors/csv.h"

enum org_column {
	ORG_UNIT_CODE,
	ORG_UNIT_NAME,
	ORG_PARENT_CODE,
	ORG_LOGIN,
	ORG_NAME,
	ORG_ROLES,
	ORG_EMAIL,
	ORG_ACTIVE,
	ORG_COLUMNS
};

struct org_cells {
	struct arena *arena;
	struct faults *faults, *notes;
	size_t at[ORG_COLUMNS]; /* which field of a row; NAMES_NONE: no such column */
	size_t width;           /* of the first line */
	const struct csv_row *row;
};

/* The row is the first: which columns there are. False with faults if the file cannot be read so.
 */
bool org_cells_header(struct org_cells *c);
bool org_cells_has(const struct org_cells *c, enum org_column column);

/* Without blanks around it; "" where the row is too short or the column is not there. */
const char *org_cells_text(const struct org_cells *c, enum org_column column);
/* 0 if the field is empty; with ORG_ROLES_UNREAD if a word in it was no role. */
enum { ORG_ROLES_UNREAD = ROLE_ALL + 1 };
unsigned org_cells_roles(struct org_cells *c);
bool org_cells_active(struct org_cells *c);

void org_cells_fault(struct org_cells *c, enum org_column column, const char *message);
void org_cells_fault_in(struct org_cells *c, int line, enum org_column column, const char *message);

#endif
