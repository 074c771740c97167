#include "test.h"

#include "base/names.h"
#include "base/list.h"
#include "base/out.h"
#include "doors/i18n.h"
#include "rules/org_check.h"
#include "rules/org_csv.h"

#define HEAD "unit_code,unit_name,parent_code,login,name,roles,email,active\n"
#define TREE HEAD "hq,总部,,,,,,\neast,华东分公司,hq,,,,,\ne1,一队,east,,,,,\n" /* lines 2 to 4 */

static const struct org_units *company(struct test *t)
{
	static const struct org_unit units[] = {
		{ 0, "hq", "总部", "", UNIT_HQ },
		{ 0, "east", "华东分公司", "hq", UNIT_BRANCH },
		{ 0, "e1", "一队", "east", UNIT_TEAM },
	};
	struct org_units *known = ARENA_NEW(t->arena, struct org_units);
	for (size_t i = 0; i < 3; i++)
		*LIST_ADD(t->arena, known) = units[i];
	return known;
}

/* Faults as "line:field;" in order, or else "kind code<parent name;" and "login@unit roles;". */
static char *told(struct test *t, const char *csv, const struct org_units *known)
{
	struct org_file file;
	struct faults faults = { .arena = t->arena };
	struct out o = out_new(t->arena);
	bool ok = org_csv_read(t->arena, csv, strlen(csv), known, &file, &faults);
	if (ok != !faults.count)
		fail_msg("the answer and the faults contradict each other");
	LIST_EACH (const struct fault, f, &faults)
		out_format(&o, "%d:%s;", f->line, f->field ? f->field : "");
	if (!ok)
		return arena_string(t->arena, out_string(&o));
	LIST_EACH (const struct org_unit, u, &file.units)
		out_format(
			&o, "%s %s<%s %s;", unit_kind_name(u->kind), u->code, u->parent, u->name);
	LIST_EACH (const struct org_person, p, &file.people)
		out_format(&o, "%s@%s %s%s;", p->login, p->unit,
			role_names(t->arena, p->roles, "+"), p->active ? "" : " off");
	return arena_string(t->arena, out_string(&o));
}

static void a_whole_organisation_is_read(void **state)
{
	struct test *t = *state;
	static const char want[] =
		"hq hq< 总部;branch east<hq 华东分公司;team e1<east 一队;"
		"boss@hq hq+admin;mei@east branch_manager;li@e1 rep+team_manager;"
		"wang@e1 rep off;zhao@e1 rep;";
	assert_string_equal(told(t,
				    HEAD "e1,一队,east,li,李雷,rep;team_manager,li@example.com,\n"
					 "e1,,,wang,王芳,rep,,0\n"
					 "hq,总部,,boss,陈总,hq;admin,,1\n"
					 "east,华东分公司,hq,mei,韩梅,branch_manager,,yes\n"
					 "e1,一队,east,zhao,赵六,,,\n",
				    NULL),
		"hq hq< 总部;branch east<hq 华东分公司;team e1<east 一队;"
		"li@e1 rep+team_manager;wang@e1 rep off;boss@hq hq+admin;mei@east branch_manager;"
		"zhao@e1 rep;");
	assert_string_equal(told(t,
				    "\xEF\xBB\xBF编码;名称;上级;账号;姓名;角色;邮箱;在职\r\n"
				    "hq;总部;;boss;陈总;总部、管理员;;是\r\n"
				    "east;华东分公司;hq;mei;韩梅;分公司经理;;\r\n"
				    "e1;一队;east;li;李雷;\"销售;团队经理\";;是\r\n"
				    "e1;一队;east;wang;王芳;业务员;;否\r\n"
				    "e1;一队;east;zhao;赵六;rep;;在职\r\n",
				    NULL),
		want);
}

static void every_fault_is_told_with_its_row(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *csv, *faults;
	} rows[] = {
		{ "", "0:;" },
		{ "unit_name,login\n一队,li\n", "1:unit_code;1:name;" },
		{ "unit_code,编码\nhq,hq\n", "1:unit_code;" },
		{ TREE "e2,二队,west,,,,,\n", "5:parent_code;" },
		{ TREE "hq2,第二总部,,,,,,\n", "5:parent_code;" },
		{ TREE "e1,另一队,,,,,,\n", "5:unit_name;" },
		{ TREE "e1,,hq,,,,,\n", "5:parent_code;" },
		{ TREE "e11,小组,e1,,,,,\n", "5:parent_code;" },
		{ TREE "e11,小组,e1,,,,,\ne111,小小组,e11,,,,,\n", "5:parent_code;" },
		{ TREE "x,甲,y,,,,,\ny,乙,x,,,,,\nz,丙,y,,,,,\n", "5:parent_code;" },
		{ TREE "x,甲,x,,,,,\n", "5:parent_code;" },
		{ TREE "e9,,,li,李雷,rep,,\n", "5:unit_code;" },
		{ TREE ",,,li,李雷,rep,,\n", "5:unit_code;" },
		{ TREE "a/b,斜线,east,,,,,\n", "5:unit_code;" },
		{ TREE "e1,,,li,李雷,rep,,\neast,,,li,李雷,branch_manager,,\n", "6:login;" },
		{ TREE "e1,,,li,李雷,rep,,\ne1,,,li,李磊,rep,,\n", "6:login;" },
		{ TREE "e1,,,li,李雷,branch_manager,,\n", "5:roles;" },
		{ TREE "east,,,li,李雷,rep;team_manager,,\n", "5:roles;5:roles;" },
		{ TREE "east,,,li,李雷,hq,,\n", "5:roles;" },
		{ TREE "east,,,li,李雷,,,\n", "5:roles;" },
		{ TREE "east,,,li,李雷,boss,,\n", "5:roles;" },
		{ TREE "e1,,,Li Lei,李雷,rep,,\n", "5:login;" },
		{ TREE "e1,,,l,李雷,rep,,\n", "5:login;" },
		{ TREE "e1,,,,李雷,rep,,\n", "5:login;" },
		{ TREE "e1,,,li,,rep,,\n", "5:name;" },
		{ TREE "e1,,,li,李雷,rep,li@,\n", "5:email;" },
		{ TREE "e1,,,li,李雷,rep,,maybe\n", "5:active;" },
		{ TREE "e1,,,li,李,雷,rep,,,x\n", "5:;5:roles;5:email;" },
		{ TREE "e1,,,L,,boss,@,?\n\"e1\",,,\"x\n\",x,rep,,\nq,,,,,,,\n",
			"5:roles;5:active;5:login;5:name;5:email;6:login;8:unit_code;" },
		{ HEAD "\"e1,一队\n", "2:;" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *got = told(t, rows[i].csv, NULL);
		if (strcmp(got, rows[i].faults))
			fail_msg("row %zu: %s instead of %s", i, got, rows[i].faults);
	}
}

static void faults_are_told_in_chinese_too(void **state)
{
	struct test *t = *state;
	static const char csv[] =
		TREE "e2,二队,west,,,,,\nhq2,第二,,,,,,\ne1,另,hq2,,,,,\nx,深,e1,,,,,\n"
		     "e9,,,L,,boss,@,?\nq,圈,q,li,李雷,rep,,,多\n"
		     ",,,,无,,,\nhq,,,li,李,rep,,\na b,,,z1,张,rep,,\n";
	struct org_file file;
	struct faults english = { .arena = t->arena }, chinese = { .arena = t->arena };
	assert_false(org_csv_read(t->arena, csv, strlen(csv), NULL, &file, &english));
	i18n_use("zh");
	assert_false(org_csv_read(t->arena, csv, strlen(csv), NULL, &file, &chinese));
	i18n_use("en");
	assert_int_equal(english.count, chinese.count);
	assert_true(english.count > 10);
	for (size_t i = 0; i < english.count; i++) {
		if (strcmp(english.items[i].message, chinese.items[i].message) == 0)
			fail_msg("not translated: %s", english.items[i].message);
	}
}

static void a_part_of_a_known_organisation_is_enough(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *csv, *told;
	} rows[] = {
		{ HEAD "e1,,,li,李雷,rep,,\n", "team e1<east 一队;li@e1 rep;" },
		{ HEAD "e2,二队,east,,,,,\n", "team e2<east 二队;" },
		{ HEAD "e1,新一队,,,,,,\n", "team e1<east 新一队;" },
		{ HEAD "west,华西,hq,,,,,\ne1,,west,,,,,\n",
			"branch west<hq 华西;team e1<west 一队;" },
		{ HEAD "top,新总部,,,,,,\n", "2:parent_code;" },
		{ HEAD "hq,,e1,,,,,\n", "2:parent_code;" },
		{ HEAD "west,华西,hq,,,,,\neast,,west,,,,,\n", "3:parent_code;" },
		{ HEAD "e1,,hq,,,,,\n", "2:parent_code;" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *got = told(t, rows[i].csv, company(t));
		if (strcmp(got, rows[i].told))
			fail_msg("row %zu: %s instead of %s", i, got, rows[i].told);
	}
}

static void headers_that_lists_of_staff_have_are_known(void **state)
{
	struct test *t = *state;
	static const char *const rows[] = {
		"单位代码,单位名称,上级代码,登录名,姓名,角色,邮箱,在用\n",
		"单位编码,单位名称,上级单位编码,登录账号,姓名,角色,电子邮箱,是否在职\n",
		"机构代码,机构名称,上级机构代码,账号,名字,角色,邮件,有效\n",
		"部门编码,部门,上级部门编码,用户名,姓名,角色,邮箱地址,启用\n",
		"Unit Code,Unit Name,Parent Code,Login,Name,Roles,E-mail,Active\n",
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct org_file file;
		struct faults faults = { .arena = t->arena };
		const char *csv = arena_format(
			t->arena, "%se1,一队,east,li,李雷,rep,li@example.com,否\n", rows[i]);
		if (!org_csv_read(t->arena, csv, strlen(csv), company(t), &file, &faults))
			fail_msg("row %zu: %s", i, faults.items[0].message);
		if (file.notes.count)
			fail_msg("row %zu: %s", i, file.notes.items[0].message);
		assert_false(file.people.items[0].active);
	}
}

static void columns_that_are_missing_or_strange_are_noted(void **state)
{
	struct test *t = *state;
	struct org_file file;
	struct faults faults = { .arena = t->arena };
	static const char csv[] = "编码,备注,Login,NAME\ne1,早班,li,李雷\n";
	assert_true(org_csv_read(t->arena, csv, strlen(csv), company(t), &file, &faults));
	assert_false(file.has_roles || file.has_email || file.has_active);
	assert_int_equal(file.notes.count, 1);
	assert_int_equal(file.notes.items[0].column, 2);
	assert_int_equal(file.people.items[0].roles, 0);
	assert_true(file.people.items[0].active);
	assert_int_equal(file.people.items[0].unit_kind, UNIT_TEAM);
}

static void many_rows_take_no_time_and_names_are_found(void **state)
{
	struct test *t = *state;
	struct out o = out_new(t->arena);
	out_text(&o, HEAD "hq,总部,,,,,,\n");
	for (int i = 0; i < 20000; i++) /* one long chain: all below the third level are too deep */
		out_format(&o, "u%d,单位,%s%d,p%d,某人,,,\n", i, i ? "u" : "hq", i ? i - 1 : 0, i);
	char *chain = arena_string(t->arena, out_string(&o));
	memcpy(strstr(chain, "hq0"), "hq ", 3);
	struct org_file file;
	struct faults faults = { .arena = t->arena };
	assert_false(org_csv_read(t->arena, chain, strlen(chain), NULL, &file, &faults));
	assert_int_equal(file.people.count, 20000);
	assert_string_equal(file.people.items[19999].login, "p19999");

	struct names n = { .arena = t->arena };
	for (size_t i = 0; i < 1000; i++)
		names_set(&n, arena_format(t->arena, "%zu", i), i);
	names_set(&n, "7", 70);
	assert_int_equal(n.count, 1000);
	assert_int_equal(names_find(&n, "7"), 70);
	assert_int_equal(names_find(&n, "999"), 999);
	assert_true(names_find(&n, "1000") == NAMES_NONE);
}

static void logins_codes_and_addresses_are_checked(void **state)
{
	(void)state;
	static const struct {
		const char *word;
		bool login, code, email;
	} rows[] = {
		{ "li", true, true, false },
		{ "li.lei-7_x", true, true, false },
		{ "Li", false, true, false },
		{ "华东一队", false, true, false },
		{ "l", false, true, false },
		{ "..", true, false, false },
		{ "a b", false, false, false },
		{ "a/b", false, false, false },
		{ "a?b", false, false, false },
		{ "「a」", false, false, false },
		{ "", false, false, false },
		{ "0123456789012345678901234567890123456789", true, true, false },
		{ "01234567890123456789012345678901234567890", false, false, false },
		{ "li@example.com", false, false, true },
		{ "li+x@a.example.cn", false, false, true },
		{ "li@example", false, false, false },
		{ "@example.com", false, false, false },
		{ "li@@example.com", false, false, false },
		{ "li@x@example.com", false, false, false },
		{ "li@example..com", false, false, false },
		{ "li@example.com.", false, false, false },
		{ "李@example.com", false, false, false },
		{ "li <li@example.com>", false, false, false },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *w = rows[i].word;
		if (org_check_login(w) != rows[i].login || org_check_code(w) != rows[i].code ||
			org_check_email(w) != rows[i].email)
			fail_msg("%s: %d %d %d", w, org_check_login(w), org_check_code(w),
				org_check_email(w));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_whole_organisation_is_read),
		TEST(every_fault_is_told_with_its_row),
		TEST(faults_are_told_in_chinese_too),
		TEST(a_part_of_a_known_organisation_is_enough),
		TEST(headers_that_lists_of_staff_have_are_known),
		TEST(columns_that_are_missing_or_strange_are_noted),
		TEST(many_rows_take_no_time_and_names_are_found),
		TEST(logins_codes_and_addresses_are_checked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
