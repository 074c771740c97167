/* Drafts save themselves, survive, and are never overwritten silently. */
#include "house.h"

static const char *const script[] = { "Accept", "application/json", NULL };

static struct answer save(
	struct house *h, const char *login, const char *subject, const char *fields)
{
	return house_ask(h, login, POST, arena_format(h->arena, "/drafts/%s", subject),
		"application/x-www-form-urlencoded",
		arena_format(h->arena, "csrf=%s&%s", house_person(h, login)->csrf, fields), script);
}

static int64_t version(struct answer a)
{
	return json_get_number(a.json, "version", -1);
}

static void a_draft_survives_and_is_the_writers_alone(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = save(h, "wang", "2026-W47",
		"draft_version=0&base_version=0&p0.headline=one&p4.story=%E5%8D%8A");
	assert_int_equal(a.status, 200);
	assert_int_equal(version(a), 1);
	assert_string_equal(json_get_text(a.json, "saved"), "10:00");
	assert_int_equal(
		version(save(h, "wang", "2026-W47",
			"draft_version=1&base_version=0&p0.headline=two&p4.story=%E5%8D%8A")),
		2);
	a = house_get(h, "wang", "/write");
	assert_non_null(strstr(a.body, "value=\"two\""));
	assert_non_null(strstr(a.body, "半"));
	assert_non_null(strstr(a.body, "name=\"draft_version\" value=\"2\""));
	/* Enter, where no script runs, presses the first button: it must not throw the draft away
	 */
	const char *inside = strstr(a.body, "data-draft=");
	assert_ptr_equal(strstr(inside, "<button"), strstr(inside, "<button hidden"));
	assert_null(strstr(house_get(h, "li", "/write").body, "value=\"two\""));
	assert_int_equal(house_post(h, "wang", "/write/discard", "subject=2026-W47").status, 303);
	assert_null(strstr(house_get(h, "wang", "/write").body, "value=\"two\""));
	house_free(h);
}

static void another_device_is_told_and_shown_both(void **state)
{
	(void)state;
	struct house *h = house_new();
	save(h, "wang", "2026-W47", "draft_version=0&base_version=0&p0.headline=phone");
	struct answer a =
		save(h, "wang", "2026-W47", "draft_version=0&base_version=0&p0.headline=laptop");
	assert_int_equal(a.status, 409);
	assert_int_equal(version(a), 1);
	assert_string_equal(json_get_text(json_get(a.json, "fields"), "p0.headline"), "phone");
	assert_null(json_get(json_get(a.json, "fields"), "base_version"));
	assert_non_null(strstr(house_get(h, "wang", "/write").body, "value=\"phone\""));
	house_free(h);
}

static void handing_in_ends_the_draft_and_other_tabs_are_told(void **state)
{
	(void)state;
	struct house *h = house_new();
	save(h, "wang", "2026-W47", "draft_version=0&base_version=0&p0.headline=draft");
	assert_int_equal(
		house_post(h, "wang", "/write", "subject=2026-W47&base_version=0&p0.headline=final")
			.status,
		303);
	struct answer a =
		save(h, "wang", "2026-W47", "draft_version=1&base_version=0&p0.headline=draft2");
	assert_int_equal(a.status, 409);
	assert_int_equal(version(a), 0);
	assert_string_equal(json_get_text(json_get(a.json, "fields"), "p0.headline"), "final");
	assert_non_null(strstr(house_get(h, "wang", "/write").body, "value=\"final\""));
	house_free(h);
}

static void what_is_no_draft_is_refused(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const struct {
		const char *subject;
		int status;
	} rows[] = { { "2026-W47", 200 }, { "task", 200 }, { "file/2026-W47", 200 },
		{ "file/task", 200 }, { "reflection/12", 200 }, { "file/12", 200 },
		{ "story/3", 200 }, { "story/new", 200 }, { "synthesis/8", 404 },
		{ "synthesis/2/2026-W47/15", 200 }, { "synthesis/2/2026-W47/", 404 },
		{ "synthesis/2/2026-W77/1", 404 }, { "2026-W4", 404 }, { "story/", 404 },
		{ "story/file/3", 200 }, { "story/file/new", 200 }, { "story/file/", 404 },
		{ "story/x", 404 }, { "reflection/new", 404 }, { "other", 404 },
		{ "file/file/task", 404 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answer a = save(h, "wang", rows[i].subject, "draft_version=0&text=x");
		if (a.status != rows[i].status)
			fail_msg("%s: %d", rows[i].subject, a.status);
	}
	house_free(h);
}

static void a_lost_session_is_said_to_the_script(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_ask(h, NULL, POST, "/drafts/2026-W47",
		"application/x-www-form-urlencoded", "p0.headline=x", script);
	assert_int_equal(a.status, 401);
	a = house_ask(h, "wang", POST, "/drafts/2026-W47", "application/x-www-form-urlencoded",
		"csrf=old&p0.headline=x", script);
	assert_int_equal(a.status, 401);
	a = house_ask(h, "wang", POST, "/drafts/2026-W47", "application/x-www-form-urlencoded",
		"csrf=old&p0.headline=x", NULL);
	assert_int_equal(a.status, 403);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_draft_survives_and_is_the_writers_alone),
		TEST(another_device_is_told_and_shown_both),
		TEST(handing_in_ends_the_draft_and_other_tabs_are_told),
		TEST(what_is_no_draft_is_refused),
		TEST(a_lost_session_is_said_to_the_script),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
