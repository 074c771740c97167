#include "test.h"

#include "base/role.h"

static void every_role_is_read_by_its_own_name(void **state)
{
	(void)state;
	for (unsigned role = 1; role <= ROLE_ALL; role <<= 1) {
		const char *name = role_name(role);
		if (role_parse(name, strlen(name)) != role)
			fail_msg("%s is not read back", name);
	}
}

static void staff_lists_may_use_chinese_words(void **state)
{
	(void)state;
	static const struct {
		const char *word;
		enum role role;
	} rows[] = {
		{ "业务员", REP },
		{ "销售", REP },
		{ "团队经理", TEAM_MANAGER },
		{ "分公司经理", BRANCH_MANAGER },
		{ "培训", TRAINER },
		{ "培训师", TRAINER },
		{ "总部", HQ },
		{ "总部管理者", HQ },
		{ "销售代表", REP },
		{ "组长", TEAM_MANAGER },
		{ "管理员", ADMIN },
		{ "Team_Manager", TEAM_MANAGER },
		{ "经理", ROLE_NONE },
		{ "", ROLE_NONE },
		{ "reps", ROLE_NONE },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (role_parse(rows[i].word, strlen(rows[i].word)) != rows[i].role)
			fail_msg("%s", rows[i].word);
	}
}

static void a_set_is_written_in_fixed_order(void **state)
{
	struct test *t = *state;
	assert_string_equal(role_names(t->arena, ADMIN | REP, ";"), "rep;admin");
	assert_string_equal(role_names(t->arena, 0, ";"), "");
}

static void a_role_fits_its_level(void **state)
{
	(void)state;
	assert_true(role_fits(REP, UNIT_TEAM));
	assert_false(role_fits(REP, UNIT_HQ));
	assert_true(role_fits(BRANCH_MANAGER, UNIT_BRANCH));
	assert_false(role_fits(BRANCH_MANAGER, UNIT_TEAM));
	assert_true(role_fits(HQ, UNIT_HQ));
	assert_false(role_fits(HQ, UNIT_BRANCH));
	assert_true(role_fits(TRAINER, UNIT_BRANCH));
	assert_string_equal(unit_kind_name(UNIT_TEAM), "team");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_role_is_read_by_its_own_name),
		TEST(staff_lists_may_use_chinese_words),
		TEST(a_set_is_written_in_fixed_order),
		TEST(a_role_fits_its_level),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
