/* A task: opened by the team, what was written after it hangs together, closed with a review. */
#include "house.h"

static struct answer send(
	struct house *h, const char *who, enum method m, const char *target, const char *json)
{
	return house_ask(h, who, m, target, json ? "application/json" : NULL, json, NULL);
}

static void what_was_written_after_it_hangs_together(void **state)
{
	(void)state;
	struct house *h = house_new();
	int li = (int)house_person(h, "li")->id.n;
	struct answer a = send(h, "wang", POST, "/api/tasks",
		arena_format(h->arena, "{\"name\":\"秋季铺货\",\"people\":[%d]}", li));
	assert_int_equal(a.status, 201);
	assert_int_equal(send(h, "li", POST, "/api/tasks", "{\"name\":\"秋季铺货\"}").status, 422);
	/* The form offers its name, to the team. */
	assert_non_null(
		strstr(house_get(h, "li", "/write/task").body, "<option value=\"秋季铺货\""));
	assert_null(strstr(house_get(h, "qian", "/write/task").body, "秋季铺货"));
	assert_non_null(strstr(
		house_get(h, "li", "/write/task?task=%E9%93%BA%E8%B4%A7").body, "value=\"铺货\""));
	static const char text[] = "---\ntask: 秋季铺货\n---\n# 经验\n## 先试一家\n经过。\n";
	a = house_ask(h, "li", POST, "/api/reflections", "text/markdown", text, NULL);
	assert_int_equal(a.status, 201);
	house_ask(h, "qian", POST, "/api/reflections", "text/markdown", text, NULL);
	a = house_get(h, "wang", "/api/tasks/1");
	assert_int_equal(json_count(json_get(a.json, "points")), 1); /* not the other team's */
	const struct json *p = json_at(json_get(a.json, "people"), 0);
	assert_true(json_get_bool(p, "wrote", false));
	/* Its name stays now. */
	assert_int_equal(send(h, "wang", PUT, "/api/tasks/1", "{\"name\":\"别的\"}").status, 422);
	assert_int_equal(
		send(h, "wang", PUT, "/api/tasks/1", "{\"to\":\"2026-12-01\"}").status, 200);
	static const char *const unseen[] = { "qian", "zhao", "gao", "han", "tian", "root" };
	for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
		if (house_get(h, unseen[i], "/tasks/1").status != 404)
			fail_msg("%s sees it", unseen[i]);
	house_free(h);
}

static void it_is_closed_with_a_review_success_or_failure_alike(void **state)
{
	(void)state;
	struct house *h = house_new();
	int li = (int)house_person(h, "li")->id.n;
	send(h, "lin", POST, "/api/tasks",
		arena_format(h->arena, "{\"name\":\"投标\",\"people\":[%d]}", li));
	static const struct {
		const char *who, *body;
		int status;
	} rows[] = {
		{ "wang", "{\"outcome\":\"failure\",\"review\":\"晚交了\"}", 403 },
		{ "qian", "{\"outcome\":\"failure\",\"review\":\"晚交了\"}", 404 },
		{ "li", "{\"outcome\":\"failure\",\"review\":\" \"}", 422 },
		{ "li", "{\"outcome\":\"soso\",\"review\":\"x\"}", 422 },
		{ "li", "{\"outcome\":\"failure\",\"review\":\"晚交了四十分钟\"}", 200 },
		{ "lin", "{\"outcome\":\"mixed\",\"review\":\"技术分第一\"}", 200 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int status = send(h, rows[i].who, POST, "/api/tasks/1/close", rows[i].body).status;
		if (status != rows[i].status)
			fail_msg("row %zu: %d", i, status);
	}
	assert_non_null(strstr(house_get(h, "wang", "/tasks/1").body, "技术分第一"));
	struct answer a =
		send(h, "lin", POST, "/api/meetings", "{\"unit\":4,\"kind\":\"task\",\"task\":1}");
	assert_int_equal(a.status, 201);
	assert_non_null(strstr(house_get(h, "wang", "/tasks/1").body, "/meetings/1"));
	assert_int_equal(send(h, "lin", POST, "/api/tasks/1/reopen", NULL).status, 200);
	a = house_get(h, "lin", "/api/tasks/1");
	assert_string_equal(json_get_text(a.json, "state"), "open");
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_written_after_it_hangs_together),
		TEST(it_is_closed_with_a_review_success_or_failure_alike),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
