/* Who has opened a bulletin and signed for it. */
#include "bulletin_kit.h"

static void it_is_signed_for_once_and_managers_see_who_has_not(void **state)
{
	(void)state;
	struct house *h = issued();
	assert_true(says(house_get(h, "wang", "/"), "/bulletins/1"));
	assert_false(says(house_get(h, "root", "/"), "href=\"/bulletins/1\""));
	struct answer a = house_get(h, "lin", "/api/bulletins/1/receipts");
	const struct json *unit = json_at(json_get(a.json, "units"), 0);
	assert_int_equal(json_count(json_get(unit, "missing")), 3);
	house_get(h, "wang", "/bulletins/1");
	assert_int_equal(house_post(h, "wang", "/bulletins/1/sign", "").status, 303);
	a = house_do(h, "wang", "/api/bulletins/1/sign");
	assert_true(json_get_number(json_get(a.json, "receipt"), "signed_at", 0) > 0);
	assert_false(says(house_get(h, "wang", "/"), "href=\"/bulletins/1\""));
	a = house_get(h, "lin", "/api/bulletins/1/receipts");
	assert_false(says(a, "王磊"));
	assert_true(says(a, "李娜"));
	a = house_get(h, "gao", "/bulletins/1/receipts");
	assert_true(says(a, "李娜"));
	assert_true(says(a, "钱多"));
	a = house_get(h, "han", "/api/bulletins/1/receipts");
	assert_false(says(a, "李娜"));
	assert_int_equal(json_get_number(json_get(a.json, "total"), "signed", -1), 1);
	assert_int_equal(json_get_number(json_get(a.json, "total"), "delivered", -1), 10);
	assert_int_equal(house_get(h, "wang", "/bulletins/1/receipts").status, 403);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_is_signed_for_once_and_managers_see_who_has_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
