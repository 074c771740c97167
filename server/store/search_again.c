#include "search_again.h"

#include <assert.h>
#include <string.h>

#include "base/fold.h"
#include "base/text.h"

enum { USUAL_RUNES = 200, LOOKED_AT = 12000 /* bytes of a text */ };

static uint64_t mixed(uint64_t key, int rune)
{
	return (key ^ (uint64_t)rune) * 0x9E3779B97F4A7C15u;
}

static size_t slot_of(const struct search_again *s, uint64_t key)
{
	size_t i = key >> 56;
	while (s->slots[i].word && s->slots[i].key != key)
		i = (i + 1) % SEARCH_AGAIN_SLOTS;
	return i;
}

void search_again_add(struct search_again *s, const char *word, float worth)
{
	uint64_t key = 0;
	for (const char *p = word, *end = p + strlen(p); p < end;)
		key = mixed(key, text_rune(&p, end));
	size_t i = slot_of(s, key);
	if (s->slots[i].word)
		return;
	assert(s->count < SEARCH_AGAIN_WORDS);
	s->slots[i].key = key;
	s->slots[i].word = (uint8_t)++s->count;
	s->worth[s->count] = worth;
}

struct pass {
	const struct search_again *words;
	float times[SEARCH_AGAIN_WORDS + 1], weight;
	uint64_t run; /* of letters and digits, up to here */
	int before;   /* Han, right before here */
	long runes;
};

static void met(struct pass *x, uint64_t key)
{
	x->times[x->words->slots[slot_of(x->words, key)].word] += x->weight;
}

static void end_run(struct pass *x)
{
	if (x->run)
		met(x, x->run);
	x->run = 0;
}

static void read_rune(struct pass *x, int rune)
{
	enum fold_class class = fold_class(rune);
	x->runes += class >= FOLD_WORD;
	if (class == FOLD_WORD) {
		x->run = mixed(x->run, rune);
		x->before = 0;
		return;
	}
	end_run(x);
	if (class == FOLD_GRAM) {
		met(x, mixed(0, rune));
		if (x->before)
			met(x, mixed(mixed(0, x->before), rune));
	}
	x->before = class == FOLD_GRAM ? rune : 0;
}

static void read_over(struct pass *x, const char *text, float weight)
{
	int out[FOLD_MAX];
	size_t len = strlen(text);
	const char *end = text + len, *stop = text + (len < LOOKED_AT ? len : LOOKED_AT);
	x->weight = weight;
	x->before = 0;
	while (text < stop) {
		int n = fold_next(&text, end, out);
		for (int i = 0; i < n; i++)
			read_rune(x, out[i]);
	}
	end_run(x);
}

float search_again_score(struct db *db, int64_t row, const struct search_again *s)
{
	struct pass x = { .words = s };
	struct q *q =
		db_ask(db, SQL("SELECT headline, body FROM search_text WHERE id = ?1"), V(row));
	if (!q_row(q))
		return 0;
	read_over(&x, q_text(q, 0), 3);
	read_over(&x, q_text(q, 1), 1);
	q_end(q);
	const float k = 0.9f, b = 0.6f;
	int first = 0, others = 0;
	float sum = 0, length = k * (1 - b + b * (float)x.runes / USUAL_RUNES);
	for (int i = 1; i <= s->count; i++) {
		sum += s->worth[i] * x.times[i] * (k + 1) / (x.times[i] + length);
		first += i <= s->least && x.times[i] > 0;
		others += i > s->least && x.times[i] > 0;
	}
	return first || others == s->count - s->least ? sum : 0;
}
