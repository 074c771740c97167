#include "coach_words.h"

#include <ctype.h>
#include <string.h>

#include "base/embedded.h"
#include "base/fold.h"
#include "base/text.h"
#include "doors/disk.h"
#include "doors/i18n.h"

enum { LONGEST = 60, LARGEST = 100000 };

static const char *const names[COACH_LISTS] = {
	[COACH_SLOGANS] = "slogan.txt",
	[COACH_WHO] = "who.txt",
	[COACH_WHEN] = "when.txt",
	[COACH_WHAT] = "what.txt",
	[COACH_NEXT_TIME] = "next.txt",
	[COACH_ORDERS] = "order.txt",
	[COACH_PHONES] = "phone.txt",
	[COACH_IDENTITYS] = "identity.txt",
	[COACH_STREETS] = "address.txt",
};

static void add(struct arena *a, struct coach_list *list, const char *line)
{
	struct strings *to = &list->words;
	if (*line == '-')
		to = &list->except;
	else if (*line == '~')
		to = &list->general;
	else if (*line == '+')
		to = &list->counted;
	const char *word = text_trim(a, fold_text(a, to == &list->words ? line : line + 1));
	if (*word && !text_same(word, "*"))
		*LIST_ADD(a, to) = word;
}

/* The number of the line that is none; 0: all are. */
static int read_list(struct arena *a, struct coach_list *list, const char *text)
{
	int number = 1;
	for (const char *p = text; *p; number++) {
		size_t len = strcspn(p, "\n");
		const char *line = text_trim(a, arena_copy(a, p, len));
		if (strlen(line) > LONGEST * (*line == '#' ? 10 : 1) || text_same(line, "-") ||
			text_same(line, "~") || text_same(line, "+") || text_same(line, "*"))
			return number;
		if (*line && *line != '#')
			add(a, list, line);
		p += len + (p[len] == '\n');
	}
	return 0;
}

static bool is_a_list(const char *name)
{
	for (size_t i = 0; i < COACH_LISTS; i++)
		if (text_same(names[i], name))
			return true;
	return false;
}

static bool names_are_known(struct arena *a, const char *folder, const char **why)
{
	struct disk_names found = { 0 };
	if (!disk_list(a, folder, &found, why))
		return false;
	for (size_t i = 0; i < found.count; i++) {
		size_t len = strlen(found.items[i]);
		if (len < 4 || !text_same(found.items[i] + len - 4, ".txt") ||
			is_a_list(found.items[i]))
			continue;
		*why = arena_format(
			a, _("%s/%s is no list that the coach reads"), folder, found.items[i]);
		return false;
	}
	return true;
}

static const char *text_of(struct arena *a, const char *folder, const char *name, const char **why)
{
	const char *path = folder ? arena_format(a, "%s/%s", folder, name) : NULL;
	if (!path || disk_kind(path) == DISK_NOTHING) {
		const struct embedded *e = embedded_find(arena_format(a, "coach/%s", name));
		return e ? (const char *)e->data : "";
	}
	size_t len, bad;
	char *text = disk_read(a, path, LARGEST, &len, why);
	if (!text)
		return NULL;
	text = text_unix_lines(a, text, &len);
	if (strlen(text) == len && text_valid(text, len, &bad))
		return text;
	*why = arena_format(a, _("%s is not UTF-8: save it as such"), path);
	return NULL;
}

const struct coach_words *coach_words_load(struct arena *a, const char *folder, const char **why)
{
	if (folder && !names_are_known(a, folder, why))
		return NULL;
	struct coach_words *w = ARENA_NEW(a, struct coach_words);
	for (size_t i = 0; i < COACH_LISTS; i++) {
		const char *text = text_of(a, folder, names[i], why);
		if (!text)
			return NULL;
		int bad = read_list(a, &w->list[i], text);
		if (!bad)
			continue;
		*why = arena_format(a, _("%s/%s, line %d: write one word or short expression"),
			folder ? folder : "coach", names[i], bad);
		return NULL;
	}
	return w;
}

static bool is_latin(char c)
{
	return isalnum((unsigned char)c) && !((unsigned char)c & 0x80);
}

/* Bytes of this word if it begins at p; with a star, up to the end of what stands there. */
static size_t fits(const char *word, const char *start, const char *p)
{
	size_t len = strlen(word);
	bool open = word[len - 1] == '*';
	len -= open;
	if (strncmp(p, word, len) != 0)
		return 0;
	if (is_latin(word[0]) && p > start && is_latin(p[-1]))
		return 0;
	if (open)
		while (is_latin(p[len]))
			len++;
	return is_latin(p[len - 1]) && is_latin(p[len]) ? 0 : len;
}

size_t coach_words_at(const struct strings *words, const char *start, const char *p)
{
	size_t longest = 0;
	for (const char **w = words->items; w && w < words->items + words->count; w++) {
		size_t len = **w == *p && (*w)[1] == p[1] ? fits(*w, start, p) : 0;
		longest = len > longest ? len : longest;
	}
	return longest;
}

size_t coach_words_before(const struct strings *words, const char *start, const char *p)
{
	size_t longest = 0;
	for (const char **w = words->items; w && w < words->items + words->count; w++) {
		size_t len = strlen(*w);
		if (len > longest && (size_t)(p - start) >= len && (*w)[len - 1] == p[-1] &&
			fits(*w, start, p - len) == len)
			longest = len;
	}
	return longest;
}

char *coach_words_clean(struct arena *a, const struct coach_list *list, const char *folded)
{
	char *clean = arena_string(a, folded);
	for (char *p = clean; *p;) {
		size_t len = list->except.count ? coach_words_at(&list->except, clean, p) : 0;
		memset(p, ' ', len);
		p += len ? len : 1;
	}
	return clean;
}

bool coach_words_in(const struct strings *words, const char *clean)
{
	for (const char *p = clean; *p; p++) /* a word begins with a character's first byte */
		if ((*p & 0xc0) != 0x80 && coach_words_at(words, clean, p))
			return true;
	return false;
}

static size_t numeral(const char *p)
{
	static const char *const all[] = { "一", "二", "两", "三", "四", "五", "六", "七", "八",
		"九", "十", "百", "千", "半", "几" };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (text_starts(p, all[i]))
			return strlen(all[i]);
	return 0;
}

size_t coach_words_number(const char *p)
{
	size_t len = strspn(p, "0123456789");
	for (size_t more; !isdigit((unsigned char)*p) && (more = numeral(p + len)); len += more)
		;
	return len;
}

bool coach_words_counted_in(const struct coach_list *list, const char *clean)
{
	for (const char *p = clean; *p; p++) {
		size_t len = coach_words_number(p);
		if (len && coach_words_at(&list->counted, clean, p + len))
			return true;
	}
	return false;
}
