/* How well the radar hits, over the sample organisation: the same lesson in other words
 * (tests/fixtures/same-lesson.tsv, labelled by people; every second group was never looked at while
 * the weights were tuned), and topics guessed for points as if they had none. */
#include "sample.h"

#include <stdio.h>

#include "base/dice.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/disk.h"
#include "rules/radar_score.h"
#include "store/radar_group.h"

enum half { TUNED, ASIDE, HALVES };
static const char *const halves[HALVES] = { "tuned on", "kept aside" };

struct label {
	const char *headline;
	int group;
	struct point_id point;
};
struct labels {
	struct label *items;
	size_t count, room;
	int groups;
};

static struct labels read_labels(struct arena *a, struct db *db)
{
	struct labels list = { 0 };
	const char *why = NULL, *last = "";
	size_t len;
	char *text = disk_read(a, "tests/fixtures/same-lesson.tsv", 1000000, &len, &why);
	assert_non_null(text);
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
		char *tab = strchr(line, '\t');
		if (*line == '#' || !tab)
			continue;
		*tab = 0;
		list.groups += !text_same(line, last);
		last = line;
		int64_t id = db_long(db,
			SQL("SELECT id FROM point WHERE headline = ?1 AND withdrawn = 0 /*scan*/"),
			V(tab + 1));
		if (id)
			*LIST_ADD(a, &list) = (struct label){ tab + 1, list.groups, { id } };
	}
	return list;
}

static int group_of(const struct labels *labels, struct point_id id)
{
	LIST_EACH (const struct label, l, labels)
		if (l->point.n == id.n)
			return l->group;
	return 0;
}

struct figures {
	int asked, first, top3, found3, could3, pairs_right, pairs_said, pairs;
};

static void measure(
	struct db *db, const struct labels *labels, bool topics_known, struct figures of[HALVES])
{
	struct arena *a = db_arena(db);
	LIST_EACH (const struct label, l, labels) {
		struct figures *f = &of[l->group % HALVES];
		const struct point *p = point_get(db, who_operator(), l->point);
		struct radar_text text = radar_text_of(a, p);
		struct alike words;
		if (!topics_known)
			text.topics = NULL;
		struct radar_hits hits = radar_hits_of(db, who_operator(), &text, &words);
		radar_sort(&hits, p->kind);
		int others = 0, right = 0;
		LIST_EACH (const struct label, o, labels)
			others += o != l && o->group == l->group;
		for (size_t i = 0; i < hits.count; i++) {
			bool same = group_of(labels, hits.items[i].id) == l->group;
			right += i < 3 && same;
			f->first += i == 0 && same;
			bool said = radar_tells_same(&hits.items[i], p->kind);
			f->pairs_said += said;
			f->pairs_right += said && same;
		}
		f->asked++;
		f->top3 += right > 0;
		f->found3 += right;
		f->could3 += others < 3 ? others : 3;
		f->pairs += others;
	}
}

static void the_same_lesson_is_found_in_other_words(void **state)
{
	(void)state;
	struct sample *s = sample_made(TUESDAY, (struct demo_size){ .seed = 1 });
	struct labels labels = read_labels(s->work.arena, s->work.db);
	assert_true(labels.count >= 60);
	for (int known = 0; known < 2; known++) {
		struct figures f[HALVES] = { 0 };
		measure(s->work.db, &labels, known, f);
		for (int h = 0; h < HALVES; h++) {
			print_message(
				"# %s, topics %s: of %d lessons the first neighbour tells the "
				"same for %d%%, one of three for %d%%, recall in three %d%%; "
				"pairs said to be the same: precision at least %d%%, recall "
				"%d%%\n",
				halves[h], known ? "known" : "not known", f[h].asked,
				f[h].first * 100 / f[h].asked, f[h].top3 * 100 / f[h].asked,
				f[h].found3 * 100 / f[h].could3,
				f[h].pairs_said ? f[h].pairs_right * 100 / f[h].pairs_said : 100,
				f[h].pairs_right * 100 / f[h].pairs);
			if (h == ASIDE && f[h].top3 * 100 < f[h].asked * (known ? 70 : 40))
				fail_msg("one of three neighbours tells the same for %d of %d",
					f[h].top3, f[h].asked);
		}
	}
	sample_free(s);
}

static bool has(const struct point *p, int64_t topic)
{
	LIST_EACH (const struct topic, t, &p->topics)
		if (t->id.n == topic)
			return true;
	return false;
}

/* Leave one out: a point is never its own neighbour. */
static void topics_are_suggested_far_better_than_by_chance(void **state)
{
	(void)state;
	struct sample *s = sample_made(TUESDAY, (struct demo_size){ .seed = 1 });
	struct db *db = s->work.db;
	struct arena *a = s->work.arena;
	struct longs common = { 0 }, every = { 0 }, points = { 0 };
	struct dice dice = { 7 };
	struct q *q = db_ask(db, SQL("SELECT topic_id FROM point_topic GROUP BY topic_id ORDER BY "
				     "count(*) DESC, topic_id /*scan*/"));
	while (q_row(q)) {
		long topic = (long)q_long(q, 0);
		*LIST_ADD(a, &every) = topic;
		if (common.count < 3)
			*LIST_ADD(a, &common) = topic;
	}
	q = db_ask(db, SQL("SELECT DISTINCT point_id FROM point_topic ORDER BY point_id /*scan*/"));
	while (q_row(q))
		*LIST_ADD(a, &points) = (long)q_long(q, 0);
	int right = 0, frequent = 0, random = 0, asked = 0;
	LIST_EACH (const long, id, &points) {
		const struct point *p = point_get(db, who_operator(), (struct point_id){ *id });
		if (!p || p->withdrawn)
			continue;
		struct radar_text text = radar_text_of(a, p);
		text.topics = NULL;
		struct topics said = radar_topics(db, who_operator(), &text, 3);
		bool a_right = false, a_frequent = false, a_random = false;
		LIST_EACH (const struct topic, t, &said)
			a_right |= has(p, t->id.n);
		for (size_t i = 0; i < 3; i++) {
			a_frequent |= has(p, common.items[i]);
			a_random |= has(p, every.items[dice_below(&dice, every.count)]);
		}
		asked++, right += a_right, frequent += a_frequent, random += a_random;
	}
	print_message(
		"# of %d points, of %d topics, one of three suggestions is right for %d%%; by "
		"the three most frequent %d%%, at random %d%%\n",
		asked, (int)every.count, right * 100 / asked, frequent * 100 / asked,
		random * 100 / asked);
	assert_true(right * 100 > asked * 55 && right > 2 * frequent);
	sample_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_lesson_is_found_in_other_words),
		cmocka_unit_test(topics_are_suggested_far_better_than_by_chance),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
