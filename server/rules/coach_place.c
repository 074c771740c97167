/* coach_private: where somebody lives. */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "coach_private.h"

enum { BETWEEN = 8 }; /* characters between a street and the number: 锦绣花园 */

/* Behind the house's number at p: 号, 栋, or more numbers with dashes; NULL: it is no house. */
static const char *house_end(const struct coach_list *list, const char *start, const char *p)
{
	size_t len = coach_words_number(p);
	if (!len)
		return NULL;
	const char *e = p + len;
	int dashes = 0;
	while (*e == '-' && isdigit((unsigned char)e[1]))
		e += 1 + strspn(e + 1, "0123456789"), dashes++;
	size_t unit = coach_words_at(&list->counted, start, e);
	return unit ? e + unit : dashes > 1 ? e : NULL;
}

/* These tell that the number is not the street's. */
static bool parts(const char *p)
{
	static const char *const words[] = { "的", "有", "是", "等", "了", "和", "到", "在", "去",
		"送", "第", "跑", "走", "共" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_starts(p, words[i]))
			return true;
	return false;
}

/* Behind the house of the street whose name ends at p; NULL: no number follows. */
static const char *house_of(const struct coach_list *list, const char *start, const char *p)
{
	const char *end = p + strlen(p);
	for (int i = 0; i < BETWEEN && p < end; i++) {
		const char *house = house_end(list, start, p);
		if (house)
			return house;
		if (parts(p) || !rune_is_han(text_rune(&p, end)))
			return NULL;
	}
	return NULL;
}

static bool is_building(const char *start, const char *end)
{
	static const char *const words[] = { "栋", "幢", "座", "号楼", "单元" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if ((size_t)(end - start) >= strlen(words[i]) &&
			text_starts(end - strlen(words[i]), words[i]))
			return true;
	return false;
}

/* Where the street's own name begins: 人民 before 路. */
static const char *name_before(const char *start, const char *p)
{
	for (int i = 0; i < 3 && p > start && (p[-1] & 0x80); i++) {
		const char *before = p - 1;
		while (before > start && (*before & 0xc0) == 0x80)
			before--;
		if (parts(before) || !rune_is_han(text_rune(&(const char *){ before }, p)))
			break;
		p = before;
	}
	return p;
}

const char *coach_private_house(
	struct arena *a, const struct coach_words *words, const char *folded)
{
	const struct coach_list *list = &words->list[COACH_STREETS];
	const char *clean = coach_words_clean(a, list, folded), *end = clean + strlen(clean);
	for (const char *p = clean; p < end;) {
		const char *from = p, *found = NULL;
		size_t street = coach_words_at(&list->words, clean, p);
		if (street && p > clean && (unsigned char)*p >= 0x80)
			found = house_of(list, clean, p + street);
		const char *house = street ? NULL : house_end(list, clean, p);
		if (house && is_building(clean, house)) /* 3栋2单元 */
			found = house_end(list, clean, house);
		if (!found) {
			text_rune(&p, end);
			continue;
		}
		for (const char *more; (more = house_end(list, clean, found));)
			found = more;
		if (street)
			from = name_before(clean, from);
		return arena_copy(a, from, (size_t)(found - from));
	}
	return NULL;
}

/* Behind the word at p: letters, an apostrophe or a dash in it. */
static const char *word_end(const char *p)
{
	while (isalpha((unsigned char)*p) || ((*p == '\'' || *p == '-') && isalpha(p[1])))
		p++;
	return p;
}

/* Behind the street whose name begins at p; NULL: it is no street. */
static const char *street_end(struct arena *a, const struct strings *streets, const char *p)
{
	for (int words = 0; words < 4; words++) {
		const char *e = word_end(p);
		if (!isupper((unsigned char)*p) || e == p)
			return NULL;
		char *word = arena_copy(a, p, (size_t)(e - p));
		for (char *c = word; *c; c++)
			*c = (char)tolower((unsigned char)*c);
		if (words && coach_words_at(streets, word, word) == strlen(word))
			return e;
		if (*e != ' ')
			return NULL;
		p = e + 1;
	}
	return NULL;
}

const char *coach_private_street(struct arena *a, const struct coach_words *words, const char *text)
{
	for (const char *p = text; *p; p++) {
		size_t len = strspn(p, "0123456789");
		if (!len || len > 5 || (p > text && isalnum((unsigned char)p[-1]))) {
			p += len ? len - 1 : 0;
			continue;
		}
		const char *name = p + len;
		name += isalpha((unsigned char)*name) && name[1] == ' ';
		const char *end =
			*name == ' ' ? street_end(a, &words->list[COACH_STREETS].words, name + 1)
				     : NULL;
		if (end)
			return arena_copy(a, p, (size_t)(end - p));
		p += len - 1;
	}
	return NULL;
}
