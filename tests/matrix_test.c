/*
 * Every route, every kind of person: the status each one gets, as tests/matrix.txt says. A route
 * without a row fails, and so does a row without a route. Reads share one house, and so
 * do writes that are refused, for they leave no trace; after one that is not, the next gets a fresh
 * one.
 */
#include "house.h"

#include "web/routes.h"

static const char *const people[] = { NULL, "wang", "li", "qian", "lin", "gao", "tian", "han",
	"root" };
enum { PEOPLE = sizeof people / sizeof *people };

static const char markdown[] = "# 经验\n## 报价前先问清采购流程 #报价\n先问三件事。\n# 教训\n## "
			       "样品寄出后没有约回访\n没约。\n";

struct row {
	int line;
	const char *method, *pattern, *target, *body;
	int status[PEOPLE];
};
struct rows {
	struct row *items;
	size_t count, room;
};

/* The house that the file speaks of; matrix.txt tells what is in it. */
static struct house *furnished(void)
{
	struct house *h = house_new();
	assert_int_equal(house_put(h, "wang", "/api/reflections/2026-W47", markdown).status, 201);
	return h;
}

static const char report[] = "# 经过\n去了两家。\n# 问题\n没有。\n# 下一步\n再去。\n";

static void read_row(struct arena *a, char *text, int line, struct rows *rows)
{
	struct row *r = LIST_ADD(a, rows);
	r->line = line;
	char *save = NULL;
	r->method = strtok_r(text, " \t", &save);
	r->pattern = strtok_r(NULL, " \t", &save);
	r->target = strtok_r(NULL, " \t", &save);
	char *word = strtok_r(NULL, " \t", &save);
	if (word && *word == '{') {
		word[strlen(word) - 1] = 0;
		r->body = word + 1;
		word = strtok_r(NULL, " \t", &save);
	}
	for (int i = 0; i < PEOPLE; i++, word = strtok_r(NULL, " \t", &save)) {
		if (!word)
			fail_msg("matrix.txt:%d: %d people, %d wanted", line, i, PEOPLE);
		r->status[i] = atoi(word);
	}
}

static struct rows read_rows(struct arena *a)
{
	struct rows rows = { 0 };
	FILE *f = fopen("tests/matrix.txt", "r");
	assert_non_null(f);
	char line[1024];
	for (int n = 1; fgets(line, sizeof line, f); n++) {
		line[strcspn(line, "\n")] = 0;
		if (*line && *line != '#')
			read_row(a, arena_string(a, line), n, &rows);
	}
	fclose(f);
	return rows;
}

static enum method method_of(const char *name)
{
	for (enum method m = GET; m <= DELETE; m++)
		if (text_same(method_name(m), name))
			return m;
	fail_msg("no method %s", name);
	return METHOD_OTHER;
}

static struct answer ask(struct house *h, const struct row *r, const char *login)
{
	enum method m = method_of(r->method);
	bool api = text_starts(r->target, "/api/");
	if (m == GET)
		return house_get(h, login, r->target);
	if (r->body && text_starts(r->body, "md"))
		return house_ask(h, login, m, r->target, "text/markdown",
			text_same(r->body, "md-task")
				? arena_format(h->arena, "---\ntask: 新品上市\n---\n%s", markdown)
			: text_same(r->body, "md-report") ? report
							  : markdown,
			NULL);
	if (api)
		return house_ask(
			h, login, m, r->target, r->body ? "application/json" : NULL, r->body, NULL);
	return house_post(h, login, r->target, r->body ? r->body : "");
}

static void every_route_answers_each_kind_of_person_as_the_matrix_says(void **state)
{
	struct test *t = *state;
	struct rows rows = read_rows(t->arena);
	struct house *shared = furnished(), *writes = furnished();
	int wrong = 0;
	LIST_EACH (const struct row, r, &rows)
		for (int i = 0; i < PEOPLE; i++) {
			bool reads = text_same(r->method, "GET");
			throttle_forget();
			int status = ask(reads ? shared : writes, r, people[i]).status;
			if (status != r->status[i]) {
				print_message("# matrix.txt:%d: %s %s as %s: %d, expected %d\n",
					r->line, r->method, r->target,
					people[i] ? people[i] : "nobody", status, r->status[i]);
				wrong++;
			}
			if (!reads && status < 400) {
				house_free(writes);
				writes = furnished();
			}
		}
	house_free(writes);
	house_free(shared);
	assert_int_equal(wrong, 0);
}

static void every_route_has_a_row_and_every_row_a_route(void **state)
{
	struct test *t = *state;
	struct rows rows = read_rows(t->arena);
	int missing = 0;
	for (size_t i = 0; routes_at(i); i++) {
		bool found = false;
		LIST_EACH (const struct row, r, &rows)
			found |= text_same(r->pattern, routes_at(i)->path) &&
				 text_same(r->method, method_name(routes_at(i)->method));
		if (!found) {
			print_message("# no row for %s %s\n", method_name(routes_at(i)->method),
				routes_at(i)->path);
			missing++;
		}
	}
	LIST_EACH (const struct row, r, &rows) {
		bool found = false;
		for (size_t i = 0; routes_at(i) && !found; i++)
			found = text_same(r->pattern, routes_at(i)->path) &&
				text_same(r->method, method_name(routes_at(i)->method));
		if (!found) {
			print_message("# matrix.txt:%d: no route %s %s\n", r->line, r->method,
				r->pattern);
			missing++;
		}
	}
	assert_int_equal(missing, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_route_has_a_row_and_every_row_a_route),
		TEST(every_route_answers_each_kind_of_person_as_the_matrix_says),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
