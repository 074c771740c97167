#include "role.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "out.h"

static const struct {
	enum role role;
	unsigned kinds;       /* bits 1 << unit_kind */
	const char *names[9]; /* the code name first */
} table[] = {
	{ REP, 1 << UNIT_TEAM,
		{ "rep", "业务员", "销售", "销售员", "销售顾问", "业务代表", "销售代表",
			"销售人员" } },
	{ TEAM_MANAGER, 1 << UNIT_TEAM,
		{ "team_manager", "团队经理", "团队主管", "团队长", "团队负责人", "组长" } },
	{ BRANCH_MANAGER, 1 << UNIT_BRANCH,
		{ "branch_manager", "分公司经理", "分公司总经理", "分公司负责人" } },
	{ TRAINER, 1 << UNIT_HQ | 1 << UNIT_BRANCH | 1 << UNIT_TEAM,
		{ "trainer", "培训", "培训师", "培训员", "讲师" } },
	{ HQ, 1 << UNIT_HQ, { "hq", "总部", "总部人员", "总部管理者" } },
	{ ADMIN, 1 << UNIT_HQ | 1 << UNIT_BRANCH | 1 << UNIT_TEAM,
		{ "admin", "管理员", "系统管理员" } },
};

enum { ROWS = sizeof table / sizeof *table, NAMES = sizeof table->names / sizeof *table->names };

const char *role_name(enum role role)
{
	for (size_t i = 0; i < ROWS; i++) {
		if (table[i].role == role)
			return table[i].names[0];
	}
	assert(!"a single role");
	return "";
}

enum role role_parse(const char *name, size_t len)
{
	for (size_t i = 0; i < ROWS; i++) {
		for (size_t j = 0; j < NAMES && table[i].names[j]; j++) {
			const char *known = table[i].names[j];
			if (strlen(known) == len && strncasecmp(known, name, len) == 0)
				return table[i].role;
		}
	}
	return ROLE_NONE;
}

char *role_names(struct arena *a, unsigned roles, const char *separator)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < ROWS; i++) {
		if (!(roles & table[i].role))
			continue;
		out_text(&o, o.len ? separator : "");
		out_text(&o, table[i].names[0]);
	}
	return arena_string(a, out_string(&o));
}

bool role_fits(enum role role, enum unit_kind kind)
{
	for (size_t i = 0; i < ROWS; i++) {
		if (table[i].role == role)
			return table[i].kinds & 1u << kind;
	}
	return false;
}

const char *unit_kind_name(enum unit_kind kind)
{
	static const char *const names[] = { "", "hq", "branch", "team" };
	assert((size_t)kind < sizeof names / sizeof *names);
	return names[kind];
}
