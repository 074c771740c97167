#include "demo_sample.h"

#include <assert.h>
#include <string.h>

#include "base/embedded.h"
#include "base/text.h"
#include "doors/csv.h"
#include "demo_blocks.h"

static struct csv_rows table(struct arena *a, const char *name)
{
	const struct embedded *file = embedded_find(name);
	struct csv_rows rows = { 0 };
	struct faults faults = { .arena = a };
	bool good = file && csv_read(a, (const char *)file->data, file->len, &rows, &faults);
	assert(good);
	return rows;
}

static void read_organisation(struct arena *a, struct demo_sample *s)
{
	const struct embedded *file = embedded_find("sample/organisation.csv");
	struct faults faults = { .arena = a };
	bool good = file && org_csv_read(a, (const char *)file->data, file->len,
				    &(struct org_units){ 0 }, &s->org, &faults);
	assert(good);
}

static void read_voices(struct arena *a, struct demo_sample *s)
{
	struct csv_rows rows = table(a, "sample/voices.csv");
	s->voices.arena = a;
	for (size_t i = 1; i < rows.count; i++) {
		names_set(&s->voices, rows.items[i].fields[0], s->voice.count);
		*LIST_ADD(a, &s->voice) = rows.items[i].fields[1];
	}
}

static void read_topics(struct arena *a, struct demo_sample *s)
{
	struct csv_rows rows = table(a, "sample/topics.csv");
	for (size_t i = 1; i < rows.count; i++) {
		const char **f = rows.items[i].fields;
		struct demo_topic *t = LIST_ADD(a, &s->topics);
		*t = (struct demo_topic){ f[0], f[1], f[2], f[3], f[6], f[7], f[5], { 0 } };
		t->others = demo_blocks_split(a, f[4], ';');
		*LIST_ADD(a, &t->others) = f[0];
	}
}

static const char *topic_name(const struct demo_sample *s, const char *key)
{
	LIST_EACH (const struct demo_topic, t, &s->topics)
		if (text_same(t->key, key))
			return t->name_zh;
	return key;
}

static void set_flags(struct arena *a, struct demo_point *p, const char *flags)
{
	struct strings words = demo_blocks_split(a, flags, ' ');
	for (size_t i = 0; i < words.count; i++) {
		const char *word = words.items[i];
		if (text_starts(word, "recurring:"))
			p->recurring = word + strlen("recurring:");
		p->slogan |= text_same(word, "slogan");
		p->team_only |= text_same(word, "teamonly");
		p->anonymous |= text_same(word, "anonymous");
		p->highlight |= text_same(word, "highlight");
	}
}

static void read_points(struct arena *a, struct demo_sample *s, const char *file)
{
	struct demo_blocks blocks = demo_blocks_read(a, file);
	LIST_EACH (const struct demo_block, b, &blocks) {
		struct demo_point *p = LIST_ADD(a, &s->points);
		p->key = b->head.items[0];
		p->kind = text_same(b->head.items[1], "lesson") ? LESSON : EXPERIENCE;
		p->voice = b->head.items[2];
		p->topics = demo_blocks_split(a, b->head.items[3], ',');
		for (size_t i = 0; i < p->topics.count; i++)
			p->topics.items[i] = topic_name(s, p->topics.items[i]);
		set_flags(a, p, b->head.count > 4 ? b->head.items[4] : "");
		const char *end = strchr(b->text, '\n');
		assert(text_starts(b->text, "## ") && end);
		p->headline = arena_copy(a, b->text + 3, (size_t)(end - b->text - 3));
		p->body = text_trim(a, end);
		names_set(&s->point_by_key, p->key, s->points.count - 1);
	}
}

static void read_syntheses(struct arena *a, struct demo_sample *s)
{
	struct demo_blocks blocks = demo_blocks_read(a, "sample/syntheses.md");
	LIST_EACH (const struct demo_block, b, &blocks)
		*LIST_ADD(a, &s->syntheses) = (struct demo_synthesis){
			.topic = topic_name(s, b->head.items[0]),
			.hq = text_same(b->head.items[1], "hq"),
			.points = demo_blocks_split(a, b->head.items[2], ','),
			.text = text_trim(a, b->text),
		};
}

static struct strings *fill_of(struct demo_sample *s, const char *name)
{
	size_t i = names_find(&s->fill_by_name, name);
	if (i == NAMES_NONE) {
		i = s->fill_by_name.count;
		assert(i < sizeof s->fills / sizeof *s->fills);
		names_set(&s->fill_by_name, name, i);
	}
	return &s->fills[i];
}

/* Lines under [name]; those before the first name belong to "". */
static void read_lists(struct arena *a, struct demo_sample *s, const char *file)
{
	struct strings lines = demo_blocks_lines(a, file);
	struct strings *list = fill_of(s, file);
	for (size_t i = 0; i < lines.count; i++) {
		const char *line = lines.items[i];
		size_t len = strlen(line);
		if (line[0] == '[' && line[len - 1] == ']')
			list = fill_of(s, arena_copy(a, line + 1, len - 2));
		else if (len)
			*LIST_ADD(a, list) = line;
	}
}

static void read_sayings(struct arena *a, struct demo_sample *s)
{
	static const char *const names[] = {
		[SAY_TO_EXPERIENCE] = "answer_experience",
		[SAY_TO_LESSON] = "answer_lesson",
		[SAY_TO_SLOGAN] = "to_slogan",
		[SAY_ADVICE] = "advice",
		[SAY_OFFER] = "offer",
		[SAY_COLLEAGUE] = "comment",
		[SAY_CHAIN_EXPERIENCE] = "chain_experience",
		[SAY_CHAIN_LESSON] = "chain_lesson",
		[SAY_ABOVE] = "above",
		[SAY_HIGHLIGHT] = "highlight_word",
		[SAY_NOT_HELPED] = "not_helped",
		[SAY_ANEW] = "answered_anew",
	};
	read_lists(a, s, "sample/answers.txt");
	for (size_t i = 0; i < DEMO_SAYINGS; i++) {
		s->said[i] = *fill_of(s, names[i]);
		assert(s->said[i].count);
	}
	struct demo_blocks blocks = demo_blocks_read(a, "sample/asks.md");
	LIST_EACH (const struct demo_block, b, &blocks)
		*LIST_ADD(a, &s->ask_answers) =
			(struct demo_ask_answer){ b->head.items[0], b->text };
}

const char *demo_sample_ask_answer(const struct demo_sample *s, const char *point_key)
{
	LIST_EACH (const struct demo_ask_answer, answer, &s->ask_answers)
		if (text_same(answer->key, point_key))
			return answer->text;
	assert(!"an ask without its answer");
	return "";
}

const struct demo_sample *demo_sample_read(struct arena *a)
{
	struct demo_sample *s = ARENA_NEW(a, struct demo_sample);
	s->fill_by_name.arena = a;
	read_organisation(a, s);
	read_voices(a, s);
	read_topics(a, s);
	s->point_by_key.arena = a;
	for (size_t i = 0; i < embedded_count; i++)
		if (text_starts(embedded_table[i].name, "sample/points"))
			read_points(a, s, embedded_table[i].name);
	read_syntheses(a, s);
	read_lists(a, s, "sample/fill.txt");
	read_lists(a, s, "sample/excuses.txt");
	read_lists(a, s, "sample/remarks.txt");
	read_sayings(a, s);
	s->excuses = *fill_of(s, "sample/excuses.txt");
	s->branch_remarks = *fill_of(s, "branch_close");
	s->highlight_reasons = *fill_of(s, "highlight");
	s->leave_reasons = *fill_of(s, "leave");
	s->distil_closes = *fill_of(s, "distil_close");
	s->proposed = *fill_of(s, "proposed");
	s->hq_remarks = *fill_of(s, "hq_comment");
	return s;
}

const char *demo_sample_voice(const struct demo_sample *s, const char *login)
{
	size_t i = names_find(&s->voices, login);
	return i == NAMES_NONE ? "terse" : s->voice.items[i];
}
