#include "org_cells.h"

#include <string.h>

#include "base/list.h"
#include "base/role.h"
#include "base/text.h"
#include "doors/i18n.h"

enum { HEADER_NAMES = 14 };

/* The name of the contract first, then what else a list of staff may say. */
static const char *const headers[ORG_COLUMNS][HEADER_NAMES] = {
	[ORG_UNIT_CODE] = { "unit_code", "单位编码", "编码", "单位代码", "代码", "单位编号",
		"机构编码", "机构代码", "组织编码", "组织代码", "部门编码", "部门代码" },
	[ORG_UNIT_NAME] = { "unit_name", "单位名称", "名称", "单位", "单位名", "机构名称", "机构",
		"组织名称", "组织", "部门名称", "部门" },
	[ORG_PARENT_CODE] = { "parent_code", "上级编码", "上级", "上级单位", "上级单位编码",
		"上级代码", "上级单位代码", "上级编号", "上级机构", "上级机构代码", "上级部门",
		"上级部门编码", "parent" },
	[ORG_LOGIN] = { "login", "登录名", "登陆名", "登录账号", "登录", "账号", "帐号", "账户",
		"用户名" },
	[ORG_NAME] = { "name", "姓名", "名字", "人员姓名", "人员" },
	[ORG_ROLES] = { "roles", "角色", "role" },
	[ORG_EMAIL] = { "email", "邮箱", "电子邮箱", "电子邮件", "邮件", "邮箱地址", "e_mail" },
	[ORG_ACTIVE] = { "active", "在职", "启用", "是否在职", "是否启用", "在用", "有效",
		"是否有效" },
};

void org_cells_fault_in(struct org_cells *c, int line, enum org_column column, const char *message)
{
	*LIST_ADD(c->faults->arena, c->faults) = (struct fault){ .field = headers[column][0],
		.line = line,
		.column = c->at[column] == NAMES_NONE ? 0 : (int)c->at[column] + 1,
		.message = message };
}

void org_cells_fault(struct org_cells *c, enum org_column column, const char *message)
{
	org_cells_fault_in(c, c->row->line, column, message);
}

const char *org_cells_text(const struct org_cells *c, enum org_column column)
{
	size_t i = c->at[column];
	return i < c->row->count ? text_trim(c->arena, c->row->fields[i]) : "";
}

/* "Unit Code" is unit_code. */
static enum org_column column_of(struct arena *a, const char *header)
{
	char *name = text_trim(a, header);
	for (char *p = name; *p; p++) {
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p + 32);
		else if (*p == ' ' || *p == '-')
			*p = '_';
	}
	for (enum org_column k = 0; k < ORG_COLUMNS; k++) {
		for (size_t i = 0; i < HEADER_NAMES && headers[k][i]; i++) {
			if (strcmp(headers[k][i], name) == 0)
				return k;
		}
	}
	return ORG_COLUMNS;
}

bool org_cells_header(struct org_cells *c)
{
	size_t before = c->faults->count;
	for (size_t k = 0; k < ORG_COLUMNS; k++)
		c->at[k] = NAMES_NONE;
	c->width = c->row->count;
	for (size_t i = 0; i < c->row->count; i++) {
		const char *said = c->row->fields[i];
		enum org_column k = column_of(c->arena, said);
		if (k == ORG_COLUMNS) {
			if (!text_blank(said))
				fault_add_at(c->notes, c->row->line, (int)i + 1,
					arena_format(c->arena, _("The column “%s” is passed over."),
						said));
		} else if (c->at[k] != NAMES_NONE)
			org_cells_fault(c, k,
				arena_format(c->arena,
					_("There are two columns for %s. Keep one of them."),
					headers[k][0]));
		else
			c->at[k] = i;
	}
	if (c->at[ORG_UNIT_CODE] == NAMES_NONE)
		org_cells_fault(c, ORG_UNIT_CODE,
			_("The first line must name the columns, and unit_code (编码) among them: "
			  "unit_code,unit_name,parent_code,login,name,roles,email,active"));
	if (c->at[ORG_LOGIN] != NAMES_NONE && c->at[ORG_NAME] == NAMES_NONE)
		org_cells_fault(c, ORG_NAME,
			_("There is a column login but none for name (姓名). Add it."));
	return c->faults->count == before;
}

/* Roles are split by ; , and their Chinese sisters, or by blanks. */
unsigned org_cells_roles(struct org_cells *c)
{
	const char *said = org_cells_text(c, ORG_ROLES);
	static const char *const separators[] = { ";", ",", "；", "，", "、", "/", "|", " ", "　",
		"\n", "\t" };
	unsigned roles = 0;
	const char *word = said;
	for (const char *p = said;;) {
		size_t gap = *p ? 0 : 1;
		for (size_t i = 0; !gap && i < sizeof separators / sizeof *separators; i++)
			gap = text_starts(p, separators[i]) ? strlen(separators[i]) : 0;
		if (!gap) {
			p++;
			continue;
		}
		size_t len = (size_t)(p - word);
		enum role role = len ? role_parse(word, len) : ROLE_NONE;
		if (len && !role) {
			roles |= ORG_ROLES_UNREAD;
			org_cells_fault(c, ORG_ROLES,
				arena_format(c->arena,
					_("There is no role “%.*s”. Roles are rep, team_manager, "
					  "branch_manager, trainer, hq and admin, split by ;"),
					(int)len, word));
		}
		roles |= role;
		if (!*p)
			return roles;
		word = p += gap;
	}
}

bool org_cells_active(struct org_cells *c)
{
	const char *said = org_cells_text(c, ORG_ACTIVE);
	static const char *const yes[] = { "", "1", "yes", "是", "true", "y", "在职", "启用",
		"在用", "有效", "正常" };
	static const char *const no[] = { "0", "no", "否", "false", "n", "离职", "停用", "无效" };
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
		if (strcasecmp(said, yes[i]) == 0)
			return true;
	}
	for (size_t i = 0; i < sizeof no / sizeof *no; i++) {
		if (strcasecmp(said, no[i]) == 0)
			return false;
	}
	org_cells_fault(c, ORG_ACTIVE,
		arena_format(c->arena,
			_("“%s” is neither yes nor no. Write 1 or 0, yes or no, 是 or 否."), said));
	return true;
}

bool org_cells_has(const struct org_cells *c, enum org_column column)
{
	return c->at[column] != NAMES_NONE;
}
