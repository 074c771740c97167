#include "kind.h"

#include <string.h>

#include "text.h"

static const struct {
	const char *name, *heading;
} kinds[KINDS] = {
	[EXPERIENCE] = { "experience", "经验" },
	[LESSON] = { "lesson", "教训" },
};

/* Lower case, without blanks or colon. */
static const struct {
	const char *words;
	enum kind kind;
} headings[] = {
	{ "经验", EXPERIENCE },
	{ "三点经验", EXPERIENCE },
	{ "3点经验", EXPERIENCE },
	{ "經驗", EXPERIENCE },
	{ "三點經驗", EXPERIENCE },
	{ "experience", EXPERIENCE },
	{ "experiences", EXPERIENCE },
	{ "教训", LESSON },
	{ "三点教训", LESSON },
	{ "3点教训", LESSON },
	{ "教訓", LESSON },
	{ "三點教訓", LESSON },
	{ "lesson", LESSON },
	{ "lessons", LESSON },
};

const char *kind_name(enum kind k)
{
	return kinds[k].name;
}

const char *kind_heading(enum kind k)
{
	return kinds[k].heading;
}

bool kind_parse(const char *name, enum kind *k)
{
	for (int i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0) {
			*k = (enum kind)i;
			return true;
		}
	return false;
}

bool kind_of_heading(const char *text, size_t len, enum kind *k)
{
	char plain[64];
	size_t n = 0;
	bool colon = false;
	for (const char *p = text, *end = text + len; p < end;) {
		const char *start = p;
		int rune = text_rune(&p, end);
		if (rune_is_space(rune))
			continue;
		if (rune == ':' || rune == 0xFF1A) {
			colon = true;
			continue;
		}
		size_t size = (size_t)(p - start);
		if (colon || n + size >= sizeof plain)
			return false;
		memcpy(plain + n, start, size);
		if (rune >= 'A' && rune <= 'Z')
			plain[n] = (char)(rune - 'A' + 'a');
		n += size;
	}
	plain[n] = 0;
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
		if (strcmp(headings[i].words, plain) == 0) {
			*k = headings[i].kind;
			return true;
		}
	return false;
}

const char *ask_kind_name(enum ask_kind k)
{
	return k == ASK_HELP ? "help" : "decision";
}
