/*
 * house: a small organisation in a database of its own, asked without a socket.
 *
 *	hq ── east (branch) ── e1: lin (manager, writes), wang, li    e2: zhao (manager), qian
 *	   └─ south (branch) ── s1: sun (no manager: chen's)
 *	managers of branches: gao (east), chen (south); trainer: tian (hq); hq: han; admin: root
 *(hq, admin only)
 *
 * The clock stands at Wednesday 2026-11-18 10:00 in Shanghai (week 2026-W47). Everybody's password
 *is "one two three four".
 *
 *	struct house *h = house_new();
 *	struct answer a = house_put(h, "wang", "/api/reflections/2026-W47", "# 经验\n## 一条\n");
 *	assert_int_equal(a.status, 201);
 */
#ifndef HOUSE_H
#define HOUSE_H

#include <stdio.h>
#include <unistd.h>

#include "house_ground.h"
#include "test.h"

#include "base/clock.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/json.h"
#include "rules/throttle.h"
#include "doors/secret.h"
#include "doors/txn.h"
#include "rules/session.h"
#include "store/person.h"
#include "store/session.h"
#include "store/sight.h"
#include "store/unit.h"
#include "web/visit.h"

#define HOUSE_NOW 1794967200 /* 2026-11-18 10:00 +08:00 */

struct house_person {
	const char *login, *name, *unit;
	unsigned roles;
	const char *cookie, *csrf, *token;
	struct person_id id;
};

struct house {
	struct arena *arena; /* of the whole test */
	char folder[64];
	struct app app;
	struct worker *worker;
	struct house_person people[16];
	size_t count;
};

struct answer {
	int status;
	const char *body, *location, *type, *etag, *cookie;
	const char *headers;     /* all of them, "Name: value\n" each */
	const struct json *json; /* NULL unless it is JSON */
};

static const struct house_person house_people[] = {
	{ .login = "lin", .name = "林经理", .unit = "e1", .roles = TEAM_MANAGER | REP },
	{ .login = "wang", .name = "王磊", .unit = "e1", .roles = REP },
	{ .login = "li", .name = "李娜", .unit = "e1", .roles = REP },
	{ .login = "zhao", .name = "赵敏", .unit = "e2", .roles = TEAM_MANAGER },
	{ .login = "qian", .name = "钱多", .unit = "e2", .roles = REP },
	{ .login = "sun", .name = "孙浩", .unit = "s1", .roles = REP },
	{ .login = "gao", .name = "高总", .unit = "east", .roles = BRANCH_MANAGER },
	{ .login = "chen", .name = "陈静", .unit = "south", .roles = BRANCH_MANAGER },
	{ .login = "tian", .name = "田老师", .unit = "hq", .roles = TRAINER },
	{ .login = "han", .name = "韩总", .unit = "hq", .roles = HQ },
	{ .login = "root", .name = "管理员", .unit = "hq", .roles = ADMIN },
};

static inline struct unit_id house_unit_in(struct db *db, const char *code)
{
	const struct unit *u = unit_by_code(db, code);
	assert_non_null(u);
	return u->id;
}

static inline void house_add_units(struct txn *t)
{
	static const struct {
		const char *code, *name;
		enum unit_kind kind;
		const char *parent;
	} units[] = {
		{ "hq", "总部", UNIT_HQ, NULL },
		{ "east", "华东", UNIT_BRANCH, "hq" },
		{ "south", "华南", UNIT_BRANCH, "hq" },
		{ "e1", "华东一队", UNIT_TEAM, "east" },
		{ "e2", "华东二队", UNIT_TEAM, "east" },
		{ "s1", "华南一队", UNIT_TEAM, "south" },
	};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct unit_id parent = { 0 };
		if (units[i].parent)
			parent = house_unit_in(t->db, units[i].parent);
		assert_int_not_equal(unit_add(t, units[i].code, units[i].name, units[i].kind,
					     parent, HOUSE_NOW - 365 * 86400)
					     .n,
			0);
	}
}

/* A person with a session and a token; also for tests that add their own. */
static inline void house_add_person(
	struct house *h, struct txn *t, const struct house_person *given, const char *hash)
{
	struct house_person *p = &h->people[h->count++];
	*p = *given;
	const struct person row = { .login = p->login,
		.name = p->name,
		.unit = house_unit_in(t->db, p->unit),
		.roles = p->roles,
		.active = true };
	p->id = person_add(t, &row, hash, HOUSE_NOW - 365 * 86400);
	assert_int_not_equal(p->id.n, 0);
	p->cookie = secret_token(h->arena, "");
	p->token = secret_token(h->arena, "trb_");
	p->csrf = secret_proof(h->arena, &h->app.install.key, "csrf", p->cookie);
	session_add(t, secret_token_digest(h->arena, p->cookie), p->id, HOUSE_NOW,
		HOUSE_NOW + SESSION_SECONDS * 10L, NULL, NULL);
	token_add(t, secret_token_digest(h->arena, p->token), p->id, "test", HOUSE_NOW);
}

static inline struct house *house_new(void)
{
	struct arena *a = arena_new();
	struct house *h = ARENA_NEW(a, struct house);
	h->arena = a;
	clock_freeze(HOUSE_NOW);
	secret_set_cheap(true);
	throttle_forget();
	/* In memory where there is such a folder: a thousand houses need no disk's sync. */
	const char *place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
	snprintf(h->folder, sizeof h->folder, "%s/tributary-test-XXXXXX", place);
	assert_non_null(mkdtemp(h->folder));
	h->app.db_path = arena_format(a, "%s/db", h->folder);
	house_lay_ground(h->app.db_path, a);
	const char *why = "";
	if (!install_open(&h->app.install, h->app.db_path, a, &why))
		fail_msg("%s", why);
	{
		TXN(t, h->app.install.writer, a);
		house_add_units(&t);
		const char *hash = secret_password_hash(a, "one two three four");
		for (size_t i = 0; i < sizeof house_people / sizeof *house_people; i++)
			house_add_person(h, &t, &house_people[i], hash);
		sight_refresh(&t);
		assert_true(txn_commit(&t));
	}
	h->worker = app_worker_start(&h->app, 0);
	assert_non_null(h->worker);
	return h;
}

static inline void house_free(struct house *h)
{
	app_worker_stop(h->worker);
	install_close(&h->app.install);
	char command[128];
	snprintf(command, sizeof command, "rm -rf '%s'", h->folder);
	assert_int_equal(system(command), 0);
	clock_freeze(0);
	arena_free(h->arena);
}

static inline const struct house_person *house_person(const struct house *h, const char *login)
{
	for (size_t i = 0; i < h->count; i++)
		if (text_same(h->people[i].login, login))
			return &h->people[i];
	fail_msg("nobody is called %s", login);
	return NULL;
}

static inline const char *house_header(const struct response *out, const char *name)
{
	for (size_t i = 0; i < out->headers.count; i++)
		if (strcasecmp(out->headers.items[i].name, name) == 0)
			return out->headers.items[i].value;
	return NULL;
}

/* The whole of it: extra headers as pairs ended by NULL, or NULL. login NULL: nobody. Answers live
 * as long as the house. */
static inline struct answer house_ask(struct house *h, const char *login, enum method method,
	const char *target, const char *type, const char *body, const char *const *extra)
{
	struct arena *a = arena_new();
	arena_defer(h->arena, (void (*)(void *))arena_free, a);
	struct http_header headers[16] = { { "Host", "test" }, { "Origin", "http://test" } };
	struct request in = { .arena = a,
		.method = method,
		.target = target,
		.body = body ? body : "",
		.body_len = body ? strlen(body) : 0,
		.content_type = type,
		.peer = "127.0.0.1",
		.host = "test",
		.number = 1,
		.headers = headers,
		.header_count = 2 };
	for (; extra && *extra; extra += 2)
		headers[in.header_count++] = (struct http_header){ extra[0], extra[1] };
	if (login) {
		const struct house_person *p = house_person(h, login);
		headers[in.header_count++] = (struct http_header){ "Cookie",
			arena_format(a, "tributary=%s", p->cookie) };
		if (text_starts(target, "/api/"))
			headers[in.header_count++] = (struct http_header){ "Authorization",
				arena_format(a, "Bearer %s", p->token) };
	}
	const char *why = NULL;
	if (!uri_parse(a, target, &in.path, &in.query, &why))
		fail_msg("%s: %s", target, why);
	struct response out = { .status = 200 };
	visit_answer(h->worker, &in, &out);
	struct answer answer = { .status = out.status, .body = out_string(&out.body) };
	answer.location = house_header(&out, "Location");
	answer.type = house_header(&out, "Content-Type");
	answer.etag = house_header(&out, "ETag");
	answer.cookie = house_header(&out, "Set-Cookie");
	struct out all = out_new(a);
	for (size_t i = 0; i < out.headers.count; i++)
		out_format(&all, "%s: %s\n", out.headers.items[i].name, out.headers.items[i].value);
	answer.headers = out_string(&all);
	struct json_problem problem;
	if (answer.type && strstr(answer.type, "json")) {
		answer.json = json_parse(a, out.body.data, out.body.len, &problem);
		if (!answer.json)
			fail_msg("%s: not JSON: %s\n%s", target, problem.message, answer.body);
	}
	return answer;
}

static inline struct answer house_get(struct house *h, const char *login, const char *target)
{
	return house_ask(h, login, GET, target, NULL, NULL, NULL);
}

/* A page's form; the CSRF token is added. */
static inline struct answer house_post(
	struct house *h, const char *login, const char *target, const char *fields)
{
	const char *csrf = login ? house_person(h, login)->csrf : "";
	return house_ask(h, login, POST, target, "application/x-www-form-urlencoded",
		arena_format(h->arena, "csrf=%s%s%s", csrf, *fields ? "&" : "", fields), NULL);
}

static inline struct answer house_put(
	struct house *h, const char *login, const char *target, const char *markdown)
{
	return house_ask(h, login, PUT, target, "text/markdown", markdown, NULL);
}

/* POST to the API without a body. */
static inline struct answer house_do(struct house *h, const char *login, const char *target)
{
	return house_ask(h, login, POST, target, NULL, NULL, NULL);
}

/* The recount that must always hold. */
static inline int64_t house_differences(struct house *h, int64_t (*recount)(struct db *))
{
	struct arena *a = arena_new();
	db_begin(h->worker->db, a);
	int64_t n = recount(h->worker->db);
	db_end(h->worker->db);
	arena_free(a);
	return n;
}

#endif
