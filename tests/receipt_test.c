/* Who has opened a bulletin and signed for it. */
#include "bulletin_kit.h"

#include "rules/receipt.h"

static bool has(const struct json *people, const char *name)
{
	for (size_t i = 0; i < json_count(people); i++)
		if (text_same(json_get_text(json_at(people, i), "name"), name))
			return true;
	return false;
}

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
	unit = json_at(json_get(a.json, "units"), 0);
	assert_false(has(json_get(unit, "missing"), "王磊"));
	assert_true(has(json_get(unit, "missing"), "李娜"));
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

static void remind(struct house *h, int64_t now)
{
	struct arena *a = arena_new();
	struct work w = { .arena = a,
		.writer = h->app.install.writer,
		.who = who_operator(),
		.now = now,
		.faults = { .arena = a } };
	while (receipt_remind_due(&w))
		;
	arena_free(a);
}

/* How many lines of this person's inbox remind of a bulletin. */
static int64_t reminders(struct house *h, const char *login)
{
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	int64_t n = db_long(h->worker->db,
		SQL("SELECT coalesce(sum(times), 0) FROM notice WHERE person_id = ?1"
		    " AND kind = 'reminded' AND noun = 'bulletin'"),
		V(house_person(h, login)->id));
	db_end(h->worker->db);
	arena_free(a);
	return n;
}

/* HOUSE_NOW is a Wednesday: two working days later is Friday, at the same hour. */
static void who_has_not_signed_is_reminded_once_after_two_working_days(void **state)
{
	(void)state;
	enum { DAY = 86400 };
	struct house *h = issued();
	house_get(h, "li", "/bulletins/1"); /* opened is not signed */
	house_do(h, "wang", "/api/bulletins/1/sign");
	remind(h, HOUSE_NOW + 2 * DAY - 1);
	assert_int_equal(reminders(h, "li"), 0);
	remind(h, HOUSE_NOW + 2 * DAY);
	remind(h, HOUSE_NOW + 2 * DAY + 60);
	remind(h, HOUSE_NOW + 30 * DAY);
	assert_int_equal(reminders(h, "li"), 1);
	assert_int_equal(reminders(h, "qian"), 1);
	assert_int_equal(reminders(h, "wang"), 0);
	assert_int_equal(reminders(h, "root"), 0);
	assert_true(says(house_get(h, "li", "/inbox"), "提醒"));
	/* Its manager sees that it went out; and who signed when. */
	struct answer a = house_get(h, "gao", "/api/bulletins/1/receipts");
	const struct json *unit = json_at(json_get(a.json, "units"), 0);
	const struct json *missing = json_get(unit, "missing"), *given = json_get(unit, "given");
	assert_int_equal(json_count(given), 1);
	assert_string_equal(json_get_text(json_at(given, 0), "name"), "王磊");
	assert_int_equal(json_get_number(json_at(given, 0), "signed_at", 0), HOUSE_NOW);
	for (size_t i = 0; i < json_count(missing); i++)
		assert_int_equal(json_get_number(json_at(missing, i), "reminded_at", 0),
			HOUSE_NOW + 2 * DAY);
	assert_true(says(house_get(h, "gao", "/bulletins/1/receipts"), "提醒过"));
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_is_signed_for_once_and_managers_see_who_has_not),
		TEST(who_has_not_signed_is_reminded_once_after_two_working_days),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
