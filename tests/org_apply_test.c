/* Tables of the organisation, imported on the page. */
#include "house.h"

#include "base/out.h"

/* A file as browsers send it, with the form's token. */
static struct answer upload(struct house *h, const char *login, const char *bytes, size_t len)
{
	struct out body = out_new(h->arena);
	out_format(&body, "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n%s\r\n",
		house_person(h, login)->csrf);
	out_text(&body,
		"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"o.csv\"\r\n"
		"Content-Type: text/csv\r\n\r\n");
	out_bytes(&body, bytes, len);
	out_text(&body, "\r\n--b--\r\n");
	return house_ask(h, login, POST, "/admin/import", "multipart/form-data; boundary=b",
		out_string(&body), NULL);
}

static struct answer try_text(struct house *h, const char *csv)
{
	return upload(h, "root", csv, strlen(csv));
}

static const char *hidden(struct house *h, const char *page, const char *name)
{
	const char *at = strstr(page, arena_format(h->arena, "name=\"%s\" value=\"", name));
	if (!at)
		fail_msg("no field %s in\n%s", name, page);
	at = strstr(at, "value=\"") + 7;
	return arena_copy(h->arena, at, strcspn(at, "\""));
}

static struct answer apply(struct house *h, const char *page)
{
	return house_post(h, "root", "/admin/import/apply",
		arena_format(h->arena, "seen=%s&file=%s", hidden(h, page, "seen"),
			hidden(h, page, "file")));
}

static const char *name_of(struct house *h, const char *login)
{
	db_begin(h->worker->db, h->arena);
	const struct person *p = person_by_login_any(h->worker->db, login);
	db_end(h->worker->db);
	return p ? p->name : NULL;
}

static const char sample[] = "unit_code,unit_name,parent_code,login,name,roles,email,active\n"
			     "e3,华东三队,east,neu,新人,rep;team_manager,neu@example.com,\n"
			     "e1,,,wang,王大磊,rep,,1\n"
			     "e2,,,li,李娜,rep,,1\n"
			     "e2,,,qian,钱多,rep,,0\n"
			     "hq,,,han,韩总,hq,,1\n";

static void a_dry_run_shows_the_difference_and_changes_nothing(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = try_text(h, sample);
	assert_int_equal(a.status, 200);
	static const char *const shown[] = { "华东三队", "<del>王磊</del> → <ins>王大磊</ins>",
		"<del>华东一队 (e1)</del> → <ins>华东二队 (e2)</ins>", "停用", "新增", "5 处改动",
		"华东三队：有 1 人", NULL };
	for (const char *const *s = shown; *s; s++)
		if (!strstr(a.body, *s))
			fail_msg("not shown: %s\n%s", *s, a.body);
	assert_string_equal(name_of(h, "wang"), "王磊");
	assert_null(name_of(h, "neu"));
	assert_int_equal(house_get(h, "qian", "/").status, 200);
	house_free(h);
}

static void the_file_that_was_seen_is_applied(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = apply(h, try_text(h, sample).body);
	assert_int_equal(a.status, 200);
	const char *at = strstr(a.body, "<td>neu</td><td><code>");
	assert_non_null(at);
	const char *password = arena_copy(h->arena, strstr(at, "<code>") + 6, 19);
	assert_string_equal(name_of(h, "wang"), "王大磊");
	assert_int_equal(house_get(h, "qian", "/").status, 303); /* deactivated: signed out */
	assert_int_equal(house_get(h, "sun", "/").status, 200);  /* not in the file: untouched */
	a = house_post(
		h, NULL, "/sign-in", arena_format(h->arena, "login=neu&password=%s", password));
	assert_int_equal(a.status, 303);
	/* Once more: nothing left to do. */
	a = try_text(h, sample);
	assert_null(strstr(a.body, "name=\"seen\""));
	assert_int_equal(house_differences(h, sight_differences_any), 0);
	house_free(h);
}

static void what_changed_since_the_dry_run_is_shown_again(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer seen = try_text(h, sample);
	const char *wang =
		arena_format(h->arena, "/admin/people/%ld", (long)house_person(h, "wang")->id.n);
	house_post(h, "root", wang, "name=Somebody&unit=4&role=rep");
	struct answer a = apply(h, seen.body);
	assert_int_equal(a.status, 412);
	assert_non_null(strstr(a.body, "<del>Somebody</del>"));
	assert_string_equal(name_of(h, "wang"), "Somebody");
	assert_int_equal(apply(h, a.body).status, 200);
	assert_string_equal(name_of(h, "wang"), "王大磊");
	house_free(h);
}

static void all_faults_come_with_their_row_and_nothing_is_done(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a =
		try_text(h, "unit_code,unit_name,parent_code,login,name,roles,email,active\n"
			    "e9,,,a1,A,rep,,1\n"
			    "e1,,,A B,B,rep,,1\n"
			    "e1,,,a3,C,hq,,1\n"
			    "e1,,,a4,D,rep,nomail,1\n"
			    "e1,,,a5,E,king,,1\n"
			    "e1,,,a6,F,rep,,maybe\n");
	assert_int_equal(a.status, 422);
	for (int row = 2; row <= 7; row++)
		if (!strstr(a.body, arena_format(h->arena, "第 %d 行", row)))
			fail_msg("row %d is not named", row);
	assert_null(name_of(h, "a4"));
	assert_int_equal(try_text(h, "").status, 422);
	house_free(h);
}

static void files_as_excel_and_wps_write_them_are_read(void **state)
{
	(void)state;
	struct house *h = house_new();
	static const char bom[] = "\xef\xbb\xbf编码,名称,上级,登录名,姓名,角色,邮箱,在职\r\ne1,,,"
				  "neu,新人,业务员,,是\r\n";
	/* The same in GB18030. */
	static const char gb[] =
		"\xb1\xe0\xc2\xeb,\xc3\xfb\xb3\xc6,\xc9\xcf\xbc\xb6,\xb5\xc7\xc2\xbc\xc3\xfb,"
		"\xd0\xd5\xc3\xfb,\xbd\xc7\xc9\xab,\xd3\xca\xcf\xe4,\xd4\xda\xd6\xb0\r\n"
		"e1,,,neu,\xd0\xc2\xc8\xcb,\xd2\xb5\xce\xf1\xd4\xb1,,\xca\xc7\r\n";
	struct answer one = upload(h, "root", bom, sizeof bom - 1);
	struct answer two = upload(h, "root", gb, sizeof gb - 1);
	assert_int_equal(one.status, 200);
	assert_int_equal(two.status, 200);
	assert_string_equal(hidden(h, one.body, "seen"), hidden(h, two.body, "seen"));
	assert_int_equal(apply(h, two.body).status, 200);
	assert_string_equal(name_of(h, "neu"), "新人");
	house_free(h);
}

static void columns_that_are_missing_change_nothing(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = try_text(h, "unit_code,login,name\ne1,lin,林经理\n");
	assert_int_equal(a.status, 200);
	assert_null(strstr(a.body, "name=\"seen\"")); /* roles and email are not spoken of */
	/* A manager of a team who moves to the branch keeps roles that do not fit there. */
	assert_int_equal(try_text(h, "unit_code,login,name\neast,lin,林经理\n").status, 422);
	house_free(h);
}

static void the_last_administrator_cannot_be_imported_away(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = apply(
		h, try_text(h, "unit_code,login,name,roles,active\nhq,root,管理员,admin,0\n").body);
	assert_int_equal(a.status, 409);
	assert_int_equal(house_get(h, "root", "/admin").status, 200);
	house_free(h);
}

static void a_changed_file_is_not_applied(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = try_text(h, sample),
		      b = try_text(h, "unit_code,login,name\ne1,wang,Other\n");
	struct answer done = house_post(h, "root", "/admin/import/apply",
		arena_format(h->arena, "seen=%s&file=%s", hidden(h, a.body, "seen"),
			hidden(h, b.body, "file")));
	assert_int_equal(done.status, 412);
	assert_string_equal(name_of(h, "wang"), "王磊");
	house_free(h);
}

static void a_team_moves_by_table(void **state)
{
	(void)state;
	struct house *h = house_new();
	struct answer a = apply(
		h, try_text(h, "unit_code,unit_name,parent_code\nsouth,华南,hq\ne1,一队,south\n")
			   .body);
	assert_int_equal(a.status, 200);
	a = house_get(h, "root", "/api/units");
	const struct json *items = json_get(a.json, "items");
	for (size_t i = 0; i < json_count(items); i++)
		if (text_same(json_get_text(json_at(items, i), "code"), "e1"))
			assert_int_equal(json_get_number(json_at(items, i), "parent", 0), 3);
	house_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_dry_run_shows_the_difference_and_changes_nothing),
		TEST(the_file_that_was_seen_is_applied),
		TEST(what_changed_since_the_dry_run_is_shown_again),
		TEST(all_faults_come_with_their_row_and_nothing_is_done),
		TEST(files_as_excel_and_wps_write_them_are_read),
		TEST(columns_that_are_missing_change_nothing),
		TEST(the_last_administrator_cannot_be_imported_away),
		TEST(a_changed_file_is_not_applied),
		TEST(a_team_moves_by_table),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
