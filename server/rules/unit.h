/*
 * unit: building and changing the tree; for administrators. What was written keeps the unit it was
 * written in, and what rose keeps the branch it rose to: a team that moves takes its open weeks
 * along, its closed ones stay where they were.
 */
#ifndef RULES_UNIT_H
#define RULES_UNIT_H

#include "store/unit.h"
#include "work.h"

/* Below the parent, one level down. All faults at once; CONFLICT: the code is taken. */
enum outcome unit_create(struct work *w, const char *code, const char *name, struct unit_id parent,
	struct unit_id *id);
/* Code, name, parent (of a team: another branch) and task_counts become u's. */
enum outcome unit_alter(struct work *w, const struct unit *u);
/* CONFLICT, with a fault, while anybody or any open unit is in it. */
enum outcome unit_close(struct work *w, struct unit_id id);
enum outcome unit_open(struct work *w, struct unit_id id);

/* A gentle word if a team of so many people is smaller or larger than the settings say; else NULL.
 */
const char *unit_size_remark(struct work *w, const struct unit *u, int64_t people);

#endif
