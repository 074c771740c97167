/* Case stories: written, revised, published, read. */
#include "house.h"

#include "rules/story_text.h"
#include "web/app.h"

static const char text[] =
	"---\ntitle: 三次上门\ntopics: [报价, 大客户]\nunits: [e1]\npeople: [wang]\n"
	"outcome: success\n---\n## 第一次\n\n没有带报价单。\n";

static struct answer send(struct house *h, const char *login, enum method method,
	const char *target, const char *markdown, const char *version)
{
	const char *const extra[] = { "If-Match", version, NULL };
	return house_ask(
		h, login, method, target, "text/markdown", markdown, version ? extra : NULL);
}

static struct answer start(struct house *h, const char *login)
{
	struct answer a = send(h, login, POST, "/api/stories", text, NULL);
	if (a.status != 201)
		fail_msg("%s: %d %s", login, a.status, a.body);
	return a;
}

static void a_draft_is_for_its_writers_and_trainers_until_it_is_published(void **state)
{
	(void)state;
	struct house *h = house_new();
	start(h, "wang");
	static const struct {
		const char *login;
		int draft, writes, publishes, published;
	} rows[] = {
		{ "wang", 200, 200, 403, 200 },
		{ "tian", 200, 200, 200, 200 },
		{ "li", 404, 404, 404, 200 },
		{ "lin", 404, 404, 404, 200 },
		{ "gao", 404, 404, 404, 200 },
		{ "han", 404, 404, 404, 200 },
		{ "root", 404, 404, 404, 200 },
	};
	size_t n = sizeof rows / sizeof *rows;
	for (size_t i = 0; i < n; i++) {
		const char *login = rows[i].login;
		assert_int_equal(house_get(h, login, "/api/stories/1").status, rows[i].draft);
		assert_int_equal(house_get(h, login, "/stories/1").status, rows[i].draft);
		assert_int_equal(
			json_count(json_get(house_get(h, login, "/api/stories").json, "items")),
			rows[i].draft == 200);
		assert_int_equal(
			send(h, login, PUT, "/api/stories/1", text, NULL).status, rows[i].writes);
		if (rows[i].publishes != 200)
			assert_int_equal(house_do(h, login, "/api/stories/1/publish").status,
				rows[i].publishes);
	}
	assert_int_equal(house_do(h, "tian", "/api/stories/1/publish").status, 200);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(
			house_get(h, rows[i].login, "/stories/1").status, rows[i].published);
	/* from now on trainers and headquarters change it */
	assert_int_equal(send(h, "wang", PUT, "/api/stories/1", text, NULL).status, 403);
	assert_int_equal(send(h, "han", PUT, "/api/stories/1", text, NULL).status, 200);
	assert_int_equal(house_do(h, "han", "/api/stories/1/take-back").status, 200);
	assert_int_equal(house_get(h, "li", "/stories/1").status, 404);
	house_free(h);
}

static void a_story_comes_back_as_the_file_it_was(void **state)
{
	(void)state;
	struct house *h = house_new();
	start(h, "tian");
	const char *const extra[] = { "Accept", "text/markdown", NULL };
	struct answer a = house_ask(h, "tian", GET, "/api/stories/1", NULL, NULL, extra);
	assert_string_equal(a.type, "text/markdown; charset=utf-8");
	struct answer again = send(h, "tian", PUT, "/api/stories/1", a.body, NULL);
	assert_int_equal(json_get_number(again.json, "version", 0), 2);
	assert_string_equal(
		house_ask(h, "tian", GET, "/api/stories/1", NULL, NULL, extra).body, a.body);
	assert_string_equal(json_get_text(again.json, "outcome"), "success");
	assert_int_equal(json_count(json_get(again.json, "topics")), 2);
	assert_non_null(strstr(json_get_text(again.json, "body_html"), "<h3>第一次</h3>"));
	house_free(h);
}

static void a_source_that_the_reader_may_not_see_is_a_number(void **state)
{
	(void)state;
	struct house *h = house_new();
	house_put(h, "wang", "/api/reflections/2026-W47", "# 经验\n## 秘密标题\n");
	const char *cites = "---\ntitle: 案例\nsources: [1]\n---\n看 [[1]]。\n";
	assert_int_equal(send(h, "wang", POST, "/api/stories", cites, NULL).status, 201);
	assert_int_equal(house_do(h, "tian", "/api/stories/1/publish").status, 200);
	const char *body = house_get(h, "li", "/stories/1").body;
	assert_non_null(strstr(body, "秘密标题"));
	assert_non_null(strstr(body, "href=\"/points/1\""));
	body = house_get(h, "qian", "/stories/1").body;
	assert_null(strstr(body, "秘密标题"));
	assert_null(strstr(body, "/points/1"));
	/* citing raises no reach; a point one cannot see is refused like one that is not */
	assert_int_equal(house_get(h, "qian", "/api/points/1").status, 404);
	struct answer hidden = send(h, "qian", POST, "/api/stories", cites, NULL);
	struct answer none = send(h, "qian", POST, "/api/stories",
		"---\ntitle: 案例\nsources: [9]\n---\n看。\n", NULL);
	assert_int_equal(hidden.status, 422);
	assert_int_equal(none.status, 422);
	/* a trainer who cannot see it may edit the story, and the source stays */
	assert_int_equal(send(h, "tian", PUT, "/api/stories/1", cites, NULL).status, 200);
	house_free(h);
}

static void two_writers_never_overwrite_each_other_silently(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = start(h, "wang");
	assert_string_equal(a.etag, "\"1\"");
	assert_int_equal(send(h, "tian", PUT, "/api/stories/1", text, "\"1\"").status, 200);
	a = send(h, "wang", PUT, "/api/stories/1", "---\ntitle: 我的\n---\n我的话。\n", "\"1\"");
	assert_int_equal(a.status, 412);
	assert_non_null(strstr(json_get_text(a.json, "theirs"), "三次上门"));
	assert_non_null(strstr(json_get_text(a.json, "yours"), "我的话"));
	a = house_post(h, "wang", "/stories/1/edit",
		"base_version=1&title=%E6%88%91%E7%9A%84&body=%E6%88%91%E7%9A%84%E8%AF%9D&outcome=&"
		"topics=&units=&people="
		"&sources=");
	assert_int_equal(a.status, 412);
	assert_non_null(strstr(a.body, "我的话"));
	assert_non_null(strstr(a.body, "没有带报价单"));
	assert_non_null(strstr(a.body, "name=\"base_version\" value=\"2\""));
	house_free(h);
}

static void the_form_writes_the_same_story_as_the_file(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = house_post(h, "wang", "/stories/new",
		"title=%E4%B8%89%E6%AC%A1%E4%B8%8A%E9%97%A8&outcome=success&topics=%E6%8A%A5%E4%BB%"
		"B7+"
		"%E5%A4%A7%E5%AE%A2%E6%88%B7&units=e1&people=wang&sources=&writers=wang+li&"
		"body=%23%23+%E7%AC%AC%E4%B8%80%E6%AC%A1%0D%0A%0D%0A%E6%B2%A1%E6%9C%89%E5%B8%A6%E6%"
		"8A%A5%E4%BB%B7%"
		"E5%8D%95%E3%80%82");
	assert_int_equal(a.status, 303);
	const char *const extra[] = { "Accept", "text/markdown", NULL };
	assert_string_equal(
		house_ask(h, "li", GET, "/api/stories/1", NULL, NULL, extra).body, text);
	a = house_get(h, "li", "/stories/1/edit");
	assert_non_null(strstr(a.body, "value=\"报价 大客户\""));
	a = house_post(h, "wang", "/stories/new",
		"title=&outcome=&topics=&units=&people=&sources=x&writers=nobody&body=");
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, "href=\"#title\""));
	assert_non_null(strstr(a.body, "href=\"#sources\""));
	assert_non_null(strstr(a.body, "href=\"#body\""));
	house_free(h);
}

static void versions_show_what_changed_to_those_who_write(void **state)
{
	(void)state;
	struct house *h = house_new();
	start(h, "wang");
	send(h, "wang", PUT, "/api/stories/1", "---\ntitle: 三次上门\n---\n带了报价单。\n", NULL);
	struct answer a = house_get(h, "wang", "/stories/1/versions/2");
	assert_int_equal(a.status, 200);
	assert_non_null(strstr(a.body, "<ins>"));
	assert_non_null(strstr(a.body, "<del>"));
	assert_int_equal(house_get(h, "wang", "/stories/1/versions/3").status, 404);
	house_do(h, "tian", "/api/stories/1/publish");
	assert_int_equal(house_get(h, "li", "/stories/1/versions").status, 403);
	house_free(h);
}

static void a_long_story_is_rendered_part_by_part(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct out o = out_new(h->arena);
	out_text(&o, "---\ntitle: 长\n---\n");
	for (int part = 0; part < 3; part++) {
		out_format(&o, "## 第 %d 部\n\n", part);
		for (int i = 0; i < 1300; i++)
			out_text(&o, "一二三四五六七八九十。");
		out_text(&o, "\n\n### 小节\n\n短。\n\n");
	}
	struct answer a = send(h, "tian", POST, "/api/stories", out_string(&o), NULL);
	assert_int_equal(a.status, 201);
	const char *html = json_get_text(a.json, "body_html");
	assert_non_null(strstr(html, "<h3>第 2 部</h3>"));
	assert_non_null(strstr(html, "<h4>小节</h4>"));
	house_free(h);
}

static struct answer keep(struct house *h, const char *login, const char *what, const char *fields)
{
	return house_ask(h, login, POST, arena_format(h->arena, "/drafts/%s", what),
		"application/x-www-form-urlencoded",
		arena_format(h->arena, "csrf=%s&%s", house_person(h, login)->csrf, fields),
		(const char *const[]){ "Accept", "application/json", NULL });
}

/* As drafts of reflections do. */
static void what_is_typed_keeps_itself_until_it_is_saved(void **state)
{
	(void)state;
	struct house *h = house_new();
	assert_non_null(strstr(
		house_get(h, "tian", "/stories/new").body, "data-draft=\"/drafts/story/new\""));
	struct answer a = keep(h, "tian", "story/new",
		"draft_version=0&base_version=0&title=Half+a+title&body=zqx&sources=7&writers="
		"tian");
	assert_int_equal(a.status, 200);
	assert_int_equal(keep(h, "tian", "story/new", "draft_version=0&title=Other").status, 409);
	a = house_get(h, "tian", "/stories/new?source=12");
	assert_non_null(strstr(a.body, "value=\"Half a title\""));
	assert_non_null(strstr(a.body, "zqx</textarea>"));
	assert_non_null(strstr(a.body, "value=\"7 12\""));
	/* Enter, where no script runs, presses the first button: it must not throw anything away */
	const char *inside = strstr(a.body, "data-draft=");
	assert_ptr_equal(strstr(inside, "<button"), strstr(inside, "<button hidden>"));
	assert_null(strstr(house_get(h, "han", "/stories/new").body, "Half a title"));
	static const char whole[] = "base_version=0&title=Whole&body=zqx&sources=&writers=tian"
				    "&topics=&units=&people=&outcome=";
	assert_int_equal(house_post(h, "tian", "/stories/new", whole).status, 303);
	assert_null(strstr(house_get(h, "tian", "/stories/new").body, "zqx"));
	/* one that is there; thrown away, the story stands again */
	keep(h, "tian", "story/1", "draft_version=0&base_version=1&title=Newer&body=later");
	a = house_get(h, "tian", "/stories/1/edit");
	assert_true(strstr(a.body, "value=\"Newer\"") && strstr(a.body, "later</textarea>"));
	assert_non_null(strstr(a.body, "name=\"base_version\" value=\"1\""));
	a = house_post(h, "tian", "/stories/1/edit", "discard=1&title=Newer");
	assert_int_equal(a.status, 303);
	assert_string_equal(a.location, "/stories/1/edit");
	assert_non_null(strstr(house_get(h, "tian", "/stories/1/edit").body, "value=\"Whole\""));
	house_free(h);
}

/* The longest that is allowed, typed into the form: every byte is sent as three. */
static void a_story_of_full_length_fits_through_the_form(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct out body = out_new(h->arena), fields = out_new(h->arena);
	while (body.len < STORY_MAX_BYTES - 4000) {
		if (body.len % 50000 < 3000)
			out_text(&body, "\n\n## 又一部分\n\n");
		for (int i = 0; i < 100; i++)
			out_text(&body, "先听后讲，问清三件事。");
		out_char(&body, '\n');
	}
	assert_in_range(body.len, STORY_MAX_BYTES - 4000, STORY_MAX_BYTES - 100);
	out_text(&fields, "title=Long&topics=&units=&people=&sources=&outcome=&writers=tian&body=");
	uri_encode(&fields, out_string(&body));
	struct request in = { .method = POST, .path = "/stories/new" };
	assert_true(app_body_limit(NULL, &in) >= fields.len + 100);
	in.path = "/stories/12/edit";
	assert_true(app_body_limit(NULL, &in) >= fields.len + 100);
	in.path = "/write";
	assert_int_equal(app_body_limit(NULL, &in), 0);
	struct answer a = house_post(h, "tian", "/stories/new", out_string(&fields));
	if (a.status != 303)
		fail_msg("%d: %.2000s", a.status, a.body);
	a = house_ask(h, "tian", GET, "/api/stories/1", NULL, NULL,
		(const char *const[]){ "Accept", "text/markdown", NULL });
	assert_non_null(strstr(a.body, "又一部分"));
	assert_true(strlen(a.body) >= body.len);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_draft_is_for_its_writers_and_trainers_until_it_is_published),
		TEST(a_story_comes_back_as_the_file_it_was),
		TEST(a_source_that_the_reader_may_not_see_is_a_number),
		TEST(two_writers_never_overwrite_each_other_silently),
		TEST(the_form_writes_the_same_story_as_the_file),
		TEST(versions_show_what_changed_to_those_who_write),
		TEST(a_long_story_is_rendered_part_by_part),
		TEST(a_story_of_full_length_fits_through_the_form),
		TEST(what_is_typed_keeps_itself_until_it_is_saved),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
