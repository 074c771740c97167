#include "search_again.h"

#include <string.h>

#include "base/fold.h"
#include "base/lexicon.h"
#include "base/text.h"

enum { LOOKED_AT = 12000 /* bytes of a text */, SLOTS = 512, ENDS = 2048, TIMES_MOST = 255 };

/* The words by the hash of their characters, and how long the words are that end with a character
 * (by its low bits; bit n: of n characters): most characters end none. */
struct table {
	struct {
		uint64_t key;
		uint8_t word; /* from 1; 0: free */
	} slots[SLOTS];
	uint8_t ends[ENDS];
};

struct seen { /* of one text */
	uint8_t body[SEARCH_WORDS + 1], headline[SEARCH_WORDS + 1];
	size_t runes, headline_runes;
};

static uint64_t mixed(uint64_t key, int rune)
{
	return (key ^ (uint64_t)rune) * 0x9E3779B97F4A7C15u;
}

static size_t slot_of(const struct table *t, uint64_t key)
{
	size_t i = key >> 55;
	while (t->slots[i].word && t->slots[i].key != key)
		i = (i + 1) % SLOTS;
	return i;
}

static void add_word(struct table *t, const char *word, size_t number)
{
	uint64_t key = 0;
	int rune = 0, runes = 0;
	for (const char *p = word, *end = p + strlen(p); p < end; runes++)
		key = mixed(key, rune = text_rune(&p, end));
	size_t i = slot_of(t, key);
	t->slots[i].key = key;
	t->slots[i].word = (uint8_t)number;
	if (fold_class(rune) == FOLD_GRAM)
		t->ends[rune & (ENDS - 1)] |= (uint8_t)(1 << runes);
}

struct pass {
	const struct table *table;
	uint8_t *times;
	uint64_t run;                  /* of letters and digits, up to here */
	int last[LEXICON_MOST], lasts; /* of Han, up to here: last[0] is this one */
	size_t runes;
};

static void met(struct pass *x, uint64_t key)
{
	uint8_t *times = &x->times[x->table->slots[slot_of(x->table, key)].word];
	*times += *times < TIMES_MOST;
}

static void end_run(struct pass *x)
{
	if (x->run)
		met(x, x->run);
	x->run = 0;
}

static void read_han(struct pass *x, int rune)
{
	memmove(x->last + 1, x->last, sizeof x->last - sizeof *x->last);
	x->last[0] = rune;
	x->lasts += x->lasts < LEXICON_MOST;
	unsigned ends = x->table->ends[rune & (ENDS - 1)];
	for (int n = 1; ends >> n && n <= x->lasts; n++)
		if (ends >> n & 1) {
			uint64_t key = 0;
			for (int i = n; i-- > 0;)
				key = mixed(key, x->last[i]);
			met(x, key);
		}
}

static void read_rune(struct pass *x, int rune)
{
	enum fold_class class = fold_class(rune);
	x->runes += class >= FOLD_WORD;
	if (class != FOLD_WORD)
		end_run(x);
	if (class == FOLD_GRAM) {
		read_han(x, rune);
		return;
	}
	x->lasts = 0;
	if (class == FOLD_WORD)
		x->run = mixed(x->run, rune);
}

static size_t read_over(const struct table *t, const char *text, uint8_t *times)
{
	struct pass x = { .table = t, .times = times };
	int out[FOLD_MAX];
	size_t len = strlen(text);
	const char *end = text + len, *stop = text + (len < LOOKED_AT ? len : LOOKED_AT);
	while (text < stop) {
		int n = fold_next(&text, end, out);
		for (int i = 0; i < n; i++)
			read_rune(&x, out[i]);
	}
	end_run(&x);
	return x.runes;
}

static bool read_text(struct db *db, const struct table *t, int64_t row, struct seen *s)
{
	struct q *q =
		db_ask(db, SQL("SELECT headline, body FROM search_row WHERE id = ?1"), V(row));
	if (!q_row(q))
		return false;
	s->headline_runes = read_over(t, q_text(q, 0), s->headline);
	s->runes = s->headline_runes + read_over(t, q_text(q, 1), s->body);
	q_end(q);
	return true;
}

static bool is_one(const struct search_word *w)
{
	return w->sort == WORD_CHARACTER || w->sort == WORD_SINGLE;
}

/* Has it one of the words, or of the single characters those that are worth most? */
static bool fits(const struct search_words *words, const struct seen *s)
{
	float singles = 0, all = 0;
	for (size_t i = 0; i < words->count; i++) {
		const struct search_word *w = &words->items[i];
		bool has = s->body[i + 1] || s->headline[i + 1];
		bool one = is_one(w);
		if (has && !one)
			return true;
		float worth = one && !search_word_is_common(w) ? w->worth : 0;
		all += worth;
		singles += has ? worth : 0;
	}
	return singles > 0 && singles >= all * 0.4f;
}

static float score(const struct search_words *words, const struct seen *s, float usual)
{
	const float k = 2, b = 0.75f, headline = 6;
	float sum = 0, all = 0, have = 0, above = 0;
	bool only_characters = true;
	float room = k * (1 - b + b * (float)s->runes / usual);
	for (size_t i = 0; i < words->count; i++) {
		float worth = words->items[i].worth;
		float times = headline * s->headline[i + 1] + s->body[i + 1];
		all += worth;
		have += times > 0 ? worth : 0;
		only_characters &= times == 0 || is_one(&words->items[i]);
		above += s->headline[i + 1] ? worth : 0;
		sum += worth * times * (k + 1) / (times + room);
	}
	float long_headline =
		(float)(s->headline_runes > words->runes ? s->headline_runes : words->runes);
	sum = sum * (0.8f + 0.2f * have / all) + 0.2f * above * (float)words->runes / long_headline;
	return only_characters ? sum / 1000 : sum; /* however often: never before a word */
}

void search_again(struct db *db, const struct search_words *words, double usual, int64_t today,
	struct rank_hit *const *hits, size_t count)
{
	if (!count || !words->count)
		return;
	struct table *t = ARENA_NEW(db_arena(db), struct table);
	for (size_t i = 0; i < words->count; i++)
		add_word(t, words->items[i].text, i + 1);
	struct seen *all = ARENA_MANY(db_arena(db), struct seen, count);
	double runes = 0, texts = 0;
	for (size_t i = 0; i < count; i++)
		if (read_text(db, t, hits[i]->id, &all[i])) {
			runes += (double)all[i].runes;
			texts++;
		}
	if (usual <= 0)
		usual = runes / texts;
	for (size_t i = 0; i < count; i++) {
		double age = (double)(today - (hits[i]->id >> 24));
		double young = 0.03 / (1 + (age > 0 ? age / 90 : 0));
		hits[i]->score = fits(words, &all[i]) ? score(words, &all[i], (float)usual) *
								(float)(0.97 + young)
						      : 0;
	}
}
