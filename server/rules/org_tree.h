/* org_tree: the units of an organisation's file, put together from many rows and checked as one
 * tree. Used by org_csv.c. */
#ifndef RULES_ORG_TREE_H
#define RULES_ORG_TREE_H

#include "base/names.h"
#include "org_csv.h"

struct org_node {
	struct org_unit unit;       /* line 0: known, and the file says nothing of it */
	enum unit_kind was;         /* UNIT_NONE: new */
	int name_line, parent_line; /* where the file said so; 0: it did not */
	int depth;                  /* 1 head office; see org_tree.c for the rest */
};

struct org_tree {
	struct arena *arena;
	struct faults *faults;
	struct org_node *items;
	size_t count, room;
	struct names by_code;
};

struct org_tree org_tree_new(struct arena *a, const struct org_units *known, struct faults *faults);

/* One row tells of a unit; name and parent may be "". */
void org_tree_add(
	struct org_tree *t, int line, const char *code, const char *name, const char *parent);

void org_tree_check(struct org_tree *t); /* after the last row; gives the units their kinds */

/* UNIT_NONE where the unit was faulty. */
enum unit_kind org_tree_kind(const struct org_tree *t, const char *code);

void org_tree_list(const struct org_tree *t, struct org_units *units); /* parents first */

#endif
