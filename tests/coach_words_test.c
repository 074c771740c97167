/* How well the coach hits: precision and recall over sentences that people labelled, one half of
 * which was never looked at while the lists were tuned. And lists that an organisation edits. */
#include "test.h"

#include <stdio.h>
#include <unistd.h>

#include "base/list.h"
#include "base/text.h"
#include "doors/disk.h"
#include "rules/coach.h"

enum half { TUNED, ASIDE, HALVES };
static const char *const halves[HALVES] = { "tuned on", "kept aside" };

struct hits {
	int right, wrong, missed;
};

/* What must hold for the half that was kept aside, in percent. */
static const struct {
	enum coach_kind kind;
	int precision, recall;
} floors[] = {
	{ COACH_SLOGAN, 85, 75 },
	{ COACH_SHORT, 90, 90 },
	{ COACH_PHONE, 90, 80 },
	{ COACH_IDENTITY, 90, 90 },
	{ COACH_EMAIL, 90, 90 },
	{ COACH_ADDRESS, 85, 70 },
};

static bool found(struct arena *a, const struct coach_words *words, enum coach_kind kind,
	const char *sentence)
{
	if (kind == COACH_SLOGAN)
		return coach_is_slogan(a, words, sentence);
	if (kind == COACH_SHORT)
		return coach_sentences(a, sentence) < 2;
	return coach_private(a, words, kind, sentence) != NULL;
}

/* A whole story is asked only whether it is short, a sentence everything else. */
static bool is_asked(enum coach_kind kind, const char *label)
{
	return (text_same(label, "short") || text_same(label, "full")) == (kind == COACH_SHORT);
}

static const char *unescaped(struct arena *a, const char *s)
{
	char *copy = arena_string(a, s);
	for (char *p; (p = strstr(copy, "\\n"));)
		p[0] = ' ', p[1] = '\n';
	return copy;
}

static void measure(struct arena *a, const struct coach_words *words, const char *label,
	const char *sentence, enum half half, struct hits hits[HALVES][COACH_KINDS])
{
	for (enum coach_kind k = 0; k < COACH_NEXT; k++) {
		if (!is_asked(k, label))
			continue;
		bool is = text_same(label, coach_kinds[k].name),
		     says = found(a, words, k, sentence);
		hits[half][k].right += is && says;
		hits[half][k].wrong += !is && says;
		hits[half][k].missed += is && !says;
		if (half == TUNED && is != says)
			print_message("# %s %s: %s\n", is ? "missed" : "wrongly",
				coach_kinds[k].name, sentence);
	}
}

static int percent(int part, int rest)
{
	return part + rest ? part * 100 / (part + rest) : 100;
}

static void hints_hit_what_they_should_and_leave_the_rest_alone(void **state)
{
	struct test *t = *state;
	const char *why = NULL;
	size_t len, rows = 0;
	char *text = disk_read(t->arena, "tests/fixtures/coach.tsv", 1000000, &len, &why);
	assert_non_null(text);
	const struct coach_words *words = coach_words_load(t->arena, NULL, &why);
	assert_non_null(words);
	struct hits hits[HALVES][COACH_KINDS] = { 0 };
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
		char *tab = strchr(line, '\t');
		if (*line == '#' || !tab)
			continue;
		*tab = 0;
		measure(t->arena, words, line, unescaped(t->arena, tab + 1),
			rows++ % 2 ? ASIDE : TUNED, hits);
	}
	assert_true(rows >= 240);
	int low = 0;
	for (size_t i = 0; i < sizeof floors / sizeof *floors; i++)
		for (enum half half = TUNED; half < HALVES; half++) {
			const struct hits *h = &hits[half][floors[i].kind];
			int precision = percent(h->right, h->wrong);
			int recall = percent(h->right, h->missed);
			print_message("# %-8s %-10s precision %3d %% recall %3d %% (%d right, %d "
				      "wrong, %d missed)\n",
				coach_kinds[floors[i].kind].name, halves[half], precision, recall,
				h->right, h->wrong, h->missed);
			assert_true(h->right + h->missed >= 5);
			low += half == ASIDE &&
			       (precision < floors[i].precision || recall < floors[i].recall);
		}
	if (low)
		fail_msg("%d kinds are below their floor", low);
}

static void an_organisation_edits_the_lists(void **state)
{
	struct test *t = *state;
	struct arena *a = t->arena;
	char folder[] = "/tmp/tributary-coach-XXXXXX";
	const char *why = NULL;
	assert_non_null(mkdtemp(folder));
	const char *path = arena_format(a, "%s/slogan.txt", folder);
	const char *mine = "# ours\r\n冲锋\r\n-冲锋衣\r\nsynerg*\r\n";
	assert_true(disk_write(a, path, mine, strlen(mine), 0644, &why));
	const struct coach_words *words = coach_words_load(a, folder, &why);
	assert_non_null(words);
	assert_true(coach_is_slogan(a, words, "向着目标冲锋"));
	assert_true(coach_is_slogan(a, words, "More synergies"));
	assert_false(coach_is_slogan(a, words, "卖冲锋衣"));
	assert_false(coach_is_slogan(a, words, "加强沟通"));
	assert_non_null(coach_private(a, words, COACH_ADDRESS, "人民路128号")); /* still ours */

	const char *bad = "冲锋\n-\n";
	assert_true(disk_write(a, path, bad, strlen(bad), 0644, &why));
	assert_null(coach_words_load(a, folder, &why));
	assert_non_null(strstr(why, "slogan.txt, line 2"));
	assert_true(disk_write(a, path, "\xff\n", 2, 0644, &why));
	assert_null(coach_words_load(a, folder, &why));
	assert_non_null(strstr(why, "UTF-8"));
	assert_int_equal(unlink(path), 0);

	path = arena_format(a, "%s/slogans.txt", folder);
	assert_true(disk_write(a, path, "x\n", 2, 0644, &why));
	assert_null(coach_words_load(a, folder, &why));
	assert_non_null(strstr(why, "slogans.txt"));
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(folder), 0);
	assert_null(coach_words_load(a, folder, &why)); /* there is no such folder */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(hints_hit_what_they_should_and_leave_the_rest_alone),
		TEST(an_organisation_edits_the_lists),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
