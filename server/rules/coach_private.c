#include "coach_private.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

enum { DIGITS = 20 };

/* A number as people write it: digits with a blank, a dash or a bracket between. */
struct number {
	const char *start, *end;
	char digits[DIGITS + 2];
	size_t count;
	int groups;
	bool plus; /* + or 00 before the country */
};

static bool is_word(char c)
{
	return isalnum((unsigned char)c) != 0;
}

/* Latin letters, digits, or what ties the number to more of its kind. */
static bool goes_on_before(const char *start, const char *p)
{
	return p > start && (is_word(p[-1]) || strchr("-/#_.@", p[-1]));
}

/* The number at p, ended before `limit` digits are passed; x counts as a last digit. */
static struct number number_at(const char *p, size_t limit)
{
	struct number n = { .start = p, .end = p };
	if (*p == '+')
		n.plus = true, p++;
	bool in_group = false;
	for (; n.count < limit; p++) {
		if (isdigit((unsigned char)*p) || (*p == 'x' && n.count == 17)) {
			n.groups += !in_group;
			in_group = true;
			n.digits[n.count++] = *p;
			n.end = p + 1;
		} else if (*p && strchr(" -()", *p) && p - n.end < 2) {
			in_group = false;
		} else {
			break;
		}
	}
	return n;
}

static bool ends_here(const struct number *n)
{
	const char *e = n->end;
	return !is_word(*e) && !(*e == '-' && is_word(e[1])) &&
	       !(*e == '.' && isdigit((unsigned char)e[1]));
}

/* What stands before it, without the colon and the blanks between. */
static const char *label_end(const char *start, const char *p)
{
	static const char *const between[] = { " ", ":", "#", ".", "(", "=", "是", "为", "'s",
		" is", "号码" };
	for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
		size_t len = strlen(between[i]);
		if ((size_t)(p - start) >= len && strncmp(p - len, between[i], len) == 0)
			return label_end(start, p - len);
	}
	return p;
}

static bool labelled(const struct strings *labels, const char *start, const struct number *n)
{
	return coach_words_before(labels, start, n->start) ||
	       coach_words_before(labels, start, label_end(start, n->start));
}

static bool is_of_an_order(
	const struct coach_words *words, const char *start, const struct number *n)
{
	const struct coach_list *orders = &words->list[COACH_ORDERS];
	const char *behind = n->end + strspn(n->end, " ");
	return labelled(&orders->words, start, n) ||
	       coach_words_at(&orders->counted, start, behind);
}

static bool is_mobile(const char *d, size_t count)
{
	return count == 11 && d[0] == '1' && d[1] >= '3';
}

/* An area's code, and the number in it. */
static bool is_landline(const struct number *n)
{
	const char *d = n->digits;
	size_t area = d[1] == '1' || d[1] == '2' ? 3 : 4;
	return d[0] == '0' && d[1] != '0' && n->groups > 1 &&
	       (n->count == area + 7 || n->count == area + 8) && d[area] >= '2';
}

/* (415) 555-0132 */
static bool is_american(const struct number *n)
{
	const char *d = n->digits;
	return n->count == 10 && n->groups == 3 && d[0] >= '2' && d[3] >= '2' &&
	       n->end - n->start <= 14;
}

static bool is_hotline(const struct number *n)
{
	return n->count == 10 && (text_starts(n->digits, "400") || text_starts(n->digits, "800"));
}

static bool is_phone(const struct coach_words *words, const char *start, struct number *n)
{
	const char *p = n->start, *d = n->digits;
	static const size_t lengths[] = { 15, 14, 13, 12, 11, 10, 9, 8, 7 };
	bool called = labelled(&words->list[COACH_PHONES].words, start, n);
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		*n = number_at(p, lengths[i]);
		if (n->count != lengths[i] || !ends_here(n) || is_hotline(n))
			continue;
		size_t country = text_starts(d, "0086") ? 4 : text_starts(d, "86") ? 2 : 0;
		bool shaped = is_mobile(d, n->count) ||
			      (country && is_mobile(d + country, n->count - country)) ||
			      is_landline(n) || is_american(n) || (n->plus && n->count > 8);
		if ((shaped || called) && !is_of_an_order(words, start, n))
			return true;
	}
	return false;
}

const char *coach_private_phone(
	struct arena *a, const struct coach_words *words, const char *folded)
{
	for (const char *p = folded; *p; p++) {
		bool opens = isdigit((unsigned char)*p) ||
			     (strchr("+(", *p) && isdigit((unsigned char)p[1]));
		if (!opens || (p > folded && p[-1] == '+') || goes_on_before(folded, p))
			continue;
		struct number n = { .start = p };
		if (is_phone(words, folded, &n))
			return arena_copy(a, n.start, (size_t)(n.end - n.start));
	}
	return NULL;
}

static int two(const char *d)
{
	return (d[0] - '0') * 10 + d[1] - '0';
}

static bool is_province(int n)
{
	return (n >= 11 && n <= 15) || (n >= 21 && n <= 23) || (n >= 31 && n <= 37) ||
	       (n >= 41 && n <= 46) || (n >= 50 && n <= 54) || (n >= 61 && n <= 65) || n == 71 ||
	       n == 81 || n == 82 || n == 83;
}

static bool is_day(const char *d)
{
	return two(d) >= 1 && two(d) <= 12 && two(d + 2) >= 1 && two(d + 2) <= 31;
}

static bool check_holds(const char *d)
{
	static const int weight[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
	int sum = 0;
	for (size_t i = 0; i < 17; i++)
		sum += (d[i] - '0') * weight[i];
	return d[17] == "10x98765432"[sum % 11];
}

static bool is_identity(const char *d, size_t count)
{
	if (!is_province(two(d)))
		return false;
	if (count == 15) /* until 1999 */
		return is_day(d + 8);
	return (two(d + 6) == 19 || two(d + 6) == 20 || two(d + 6) == 18) && is_day(d + 10) &&
	       check_holds(d);
}

const char *coach_private_identity(
	struct arena *a, const struct coach_words *words, const char *folded)
{
	for (const char *p = folded; *p; p++) {
		if (!isdigit((unsigned char)*p) || goes_on_before(folded, p))
			continue;
		for (size_t count = 18; count >= 15; count -= 3) {
			struct number n = number_at(p, count);
			if (n.count != count || !ends_here(&n))
				continue;
			bool named = labelled(&words->list[COACH_IDENTITYS].words, folded, &n);
			if (named || (is_identity(n.digits, count) &&
					     !is_of_an_order(words, folded, &n)))
				return arena_copy(a, n.start, (size_t)(n.end - n.start));
		}
	}
	return NULL;
}

const char *coach_private_email(struct arena *a, const char *folded)
{
	for (const char *at = strchr(folded, '@'); at; at = strchr(at + 1, '@')) {
		const char *p = at, *end = at + 1, *dot = NULL;
		while (p > folded && (is_word(p[-1]) || strchr("._%+-", p[-1])))
			p--;
		for (; is_word(*end) || (*end && strchr(".-", *end) && is_word(end[1])); end++)
			dot = *end == '.' ? end : dot;
		if (p < at && dot && dot > at + 1 && end - dot > 2 &&
			isalpha((unsigned char)dot[1]))
			return arena_copy(a, p, (size_t)(end - p));
	}
	return NULL;
}
