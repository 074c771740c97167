/*
 * org_csv: the organisation as a table: reading it, and saying all that is wrong with it. What it
 * would change, and changing it, is another's business; no database is asked here.
 *
 * Header: unit_code,unit_name,parent_code,login,name,roles,email,active, in any order, in English
 * or in Chinese (编码, 名称, 上级, 登录名, 姓名, 角色, 邮箱, 在职 …); only unit_code must be there,
 * and name where login is. A row tells of a unit, or of a person and the unit they belong to. A
 * unit may be told of in many rows: whoever leaves its name and parent empty takes them from
 * another row or from what is known already. The one unit without a parent is the head office; its
 * children are branches, theirs are teams.
 */
#ifndef RULES_ORG_CSV_H
#define RULES_ORG_CSV_H

#include <stdbool.h>

#include "base/outcome.h"
#include "base/role.h"

struct org_unit {
	int line; /* the first row that tells of it */
	const char *code, *name;
	const char *parent; /* its code; "" for the head office */
	enum unit_kind kind;
};

struct org_person {
	int line;
	const char *login, *name, *email; /* email "" if there is none */
	unsigned roles;                   /* 0 only if the file has no such column */
	bool active;
	const char *unit; /* code of the home unit */
	enum unit_kind unit_kind;
};

struct org_file {
	struct org_units {
		struct org_unit *items;
		size_t count, room;
	} units; /* those the file tells of, parents before children */
	struct org_people {
		struct org_person *items;
		size_t count, room;
	} people; /* in the file's order, each login once */
	/* Columns that are there; what the file does not speak of stays as it is. */
	bool has_roles, has_email, has_active;
	struct faults notes; /* what was passed over, with its line: to be shown, stops nothing */
};

/*
 * known: the units there are already (line is not looked at), so that a file may tell of a part
 * only. False if anything is wrong: then every fault has the line of its row, and the field
 * (English name of the column) and column where there is one. All texts live in the arena.
 */
bool org_csv_read(struct arena *a, const char *bytes, size_t len, const struct org_units *known,
	struct org_file *file, struct faults *faults);

#endif
