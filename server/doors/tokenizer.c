#include "tokenizer.h"

#include <string.h>

#include <sqlite3.h>

#include "base/fold.h"
#include "base/text.h"
#include "rank.h"

enum { WORD_MAX = 64, MARKS_MAX = 2 };

struct piece {
	int rune;
	size_t at, end;
};

/* What has been read but not yet given. A Han character waits for the next one; a blank for what
 * follows it. gram.rune and gap.rune are 0 for none. */
struct cutter {
	enum tokenizer_use use;
	int (*fn)(void *, const struct token *);
	void *context;
	int stop; /* fn's last answer */

	struct piece gram, gap;
	bool paired; /* gram is the second of a pair already given */
	bool begun;  /* something came before */
	int mark, marks;
	char word[WORD_MAX * 4];
	size_t word_len, word_at, word_end;
	int word_runes;
};

static size_t encode(char *to, int rune)
{
	unsigned r = (unsigned)rune;
	if (r < 0x80)
		return to[0] = (char)r, 1;
	if (r < 0x800) {
		to[0] = (char)(0xC0 | r >> 6);
		to[1] = (char)(0x80 | (r & 0x3F));
		return 2;
	}
	if (r < 0x10000) {
		to[0] = (char)(0xE0 | r >> 12);
		to[1] = (char)(0x80 | (r >> 6 & 0x3F));
		to[2] = (char)(0x80 | (r & 0x3F));
		return 3;
	}
	to[0] = (char)(0xF0 | r >> 18);
	to[1] = (char)(0x80 | (r >> 12 & 0x3F));
	to[2] = (char)(0x80 | (r >> 6 & 0x3F));
	to[3] = (char)(0x80 | (r & 0x3F));
	return 4;
}

static void give(struct cutter *c, const char *text, size_t len, size_t at, size_t end, bool beside)
{
	struct token t = { text, len, at, end, beside };
	if (!c->stop)
		c->stop = c->fn(c->context, &t);
}

static void give_one(struct cutter *c, struct piece p, bool beside)
{
	char text[4];
	give(c, text, encode(text, p.rune), p.at, p.end, beside);
}

static void end_word(struct cutter *c)
{
	if (c->word_len)
		give(c, c->word, c->word_len, c->word_at, c->word_end, false);
	c->word_len = 0;
	c->word_runes = 0;
}

static void end_gram(struct cutter *c, bool last)
{
	if (c->gram.rune && !(c->use == TOKENIZER_QUERY && c->paired && last))
		give_one(c, c->gram, false);
	c->gram.rune = 0;
	c->paired = false;
}

static void add_gram(struct cutter *c, struct piece p)
{
	if (c->gram.rune) {
		char text[8];
		size_t len = encode(text, c->gram.rune);
		len += encode(text + len, p.rune);
		give(c, text, len, c->gram.at, p.end, false);
		if (c->use == TOKENIZER_TEXT)
			give_one(c, c->gram, true);
		c->paired = true;
	}
	c->gram = p;
}

static void add_word(struct cutter *c, struct piece p)
{
	if (!c->word_len)
		c->word_at = p.at;
	c->word_end = p.end;
	if (c->word_runes++ < WORD_MAX)
		c->word_len += encode(c->word + c->word_len, p.rune);
}

static void add(struct cutter *c, struct piece p)
{
	enum fold_class class = fold_class(p.rune);
	if (class == FOLD_BLANK || class == FOLD_BREAK) {
		if (!c->gap.rune)
			c->gap = (struct piece){ ' ', p.at, p.end };
		if (class == FOLD_BREAK)
			c->gap.rune = '\n';
		c->gap.end = p.end;
		return;
	}
	if (c->gap.rune || class != FOLD_WORD)
		end_word(c);
	if (c->gap.rune || class != FOLD_GRAM)
		end_gram(c, false);
	if (c->gap.rune && c->begun)
		give_one(c, c->gap, false);
	if (c->gap.rune || p.rune != c->mark)
		c->marks = 0;
	c->gap.rune = 0;
	c->begun = true;
	c->mark = p.rune;
	if (class == FOLD_GRAM)
		add_gram(c, p);
	else if (class == FOLD_WORD)
		add_word(c, p);
	else if (c->marks++ < MARKS_MAX)
		give_one(c, p, false);
}

static void cut_filter(struct cutter *c, const char *s, size_t len)
{
	const char *p = s, *end = s + len, *start = NULL;
	while (!c->stop && p <= end) {
		const char *here = p;
		bool inside = p < end && rune_is_private(text_rune(&p, end));
		if (inside && !start)
			start = here;
		if (!inside && start) {
			give(c, start, (size_t)(here - start), (size_t)(start - s),
				(size_t)(here - s), false);
			start = NULL;
		}
		if (here == end)
			return;
	}
}

int tokenizer_cut(const char *s, size_t len, enum tokenizer_use use,
	int (*fn)(void *context, const struct token *t), void *context)
{
	struct cutter c = { .use = use, .fn = fn, .context = context };
	const char *p = s, *end = s + len;
	if (p < end && rune_is_private(text_rune(&p, end))) {
		cut_filter(&c, s, len);
		return c.stop;
	}
	for (p = s; p < end && !c.stop;) {
		int out[FOLD_MAX];
		size_t at = (size_t)(p - s);
		int n = fold_next(&p, end, out);
		for (int i = 0; i < n; i++)
			add(&c, (struct piece){ out[i], at, (size_t)(p - s) });
	}
	end_word(&c);
	end_gram(&c, true);
	return c.stop;
}

/* From here on: FTS5. */

struct caller {
	void *context;
	int (*token)(void *, int, const char *, int, int, int);
};

static int pass_on(void *context, const struct token *t)
{
	struct caller *to = context;
	return to->token(to->context, t->beside ? FTS5_TOKEN_COLOCATED : 0, t->text, (int)t->len,
		(int)t->at, (int)t->end);
}

static int create(void *unused, const char **args, int count, Fts5Tokenizer **made)
{
	(void)unused, (void)args, (void)count;
	static char nothing_to_keep;
	*made = (Fts5Tokenizer *)&nothing_to_keep;
	return SQLITE_OK;
}

static void delete (Fts5Tokenizer *made)
{
	(void)made;
}

static int tokenize(Fts5Tokenizer *made, void *context, int flags, const char *s, int len,
	int (*token)(void *, int, const char *, int, int, int))
{
	(void)made;
	struct caller to = { context, token };
	return tokenizer_cut(s ? s : "", s ? (size_t)len : 0,
		flags & FTS5_TOKENIZE_QUERY ? TOKENIZER_QUERY : TOKENIZER_TEXT, pass_on, &to);
}

static int join(sqlite3 *db, char **fault, const struct sqlite3_api_routines *unused)
{
	(void)fault, (void)unused;
	static fts5_tokenizer ours = { create, delete, tokenize };
	fts5_api *fts = NULL;
	sqlite3_stmt *ask;
	int rc = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &ask, NULL);
	if (rc != SQLITE_OK)
		return rc;
	sqlite3_bind_pointer(ask, 1, &fts, "fts5_api_ptr", NULL);
	sqlite3_step(ask);
	rc = sqlite3_finalize(ask);
	if (rc != SQLITE_OK || !fts)
		return rc != SQLITE_OK ? rc : SQLITE_ERROR;
	rc = rank_join(fts);
	return rc != SQLITE_OK ? rc : fts->xCreateTokenizer(fts, "tributary", NULL, &ours, NULL);
}

void tokenizer_register(void)
{
	sqlite3_auto_extension((void (*)(void))join);
}
