#include "query_filter.h"

#include <string.h>

#include "clock.h"
#include "fold.h"
#include "text.h"

static bool weeks(const char *folded, struct week *first, struct week *last)
{
	char week[9] = { 0 };
	const char *dots = strstr(folded, "..");
	size_t len = dots ? (size_t)(dots - folded) : strlen(folded);
	const char *second = dots ? dots + 2 : "";
	*first = (struct week){ 0 };
	*last = (struct week){ INT32_MAX };
	if (len == 8) {
		memcpy(week, folded, 8);
		week[5] = week[5] == 'w' ? 'W' : week[5];
		if (!week_parse(week, first) || first->n < 0)
			return false;
		if (!dots)
			*last = *first;
	} else if (len || !*second) {
		return false;
	}
	if (!*second)
		return true;
	if (strlen(second) == 3 && len == 8) /* of the same year */
		memcpy(week + 5, second, 3);
	else if (strlen(second) == 8)
		memcpy(week, second, 8);
	else
		return false;
	week[5] = week[5] == 'w' ? 'W' : week[5];
	if (!week_parse(week, last) || last->n < 0)
		return false;
	if (last->n < first->n) {
		struct week swap = *first;
		*first = *last;
		*last = swap;
	}
	return true;
}

static const char *kind_named(const char *folded)
{
	static const char *const names[][2] = {
		{ "experience", "experience" },
		{ "experiences", "experience" },
		{ "经验", "experience" },
		{ "lesson", "lesson" },
		{ "lessons", "lesson" },
		{ "教训", "lesson" },
		{ "story", "story" },
		{ "stories", "story" },
		{ "案例", "story" },
		{ "answer", "answer" },
		{ "answers", "answer" },
		{ "答复", "answer" },
		{ "guide", "guide" },
		{ "guides", "guide" },
		{ "指南", "guide" },
		{ "synthesis", "synthesis" },
		{ "提炼", "synthesis" },
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (text_same(names[i][0], folded))
			return names[i][1];
	return NULL;
}

bool query_filter_read(struct arena *a, struct query_part *part)
{
	const char *folded = fold_text(a, part->text);
	if (part->kind == QUERY_KIND)
		return (part->text = kind_named(folded)) != NULL;
	if (part->kind != QUERY_WEEK)
		return true;
	part->text = NULL;
	return weeks(folded, &part->first, &part->last);
}

static const struct {
	const char *key;
	enum query_kind kind;
} keys[] = {
	{ "kind:", QUERY_KIND },
	{ "类型:", QUERY_KIND },
	{ "unit:", QUERY_UNIT },
	{ "单位:", QUERY_UNIT },
	{ "week:", QUERY_WEEK },
	{ "周:", QUERY_WEEK },
	{ "topic:", QUERY_TOPIC },
	{ "专题:", QUERY_TOPIC },
	{ "person:", QUERY_PERSON },
	{ "人员:", QUERY_PERSON },
};

bool query_filter_sign(int rune)
{
	return rune == '#' || rune == 0xFF03 || rune == '@' || rune == 0xFF20;
}

bool query_filter_key(
	struct arena *a, const char *p, const char *end, enum query_kind *kind, const char **behind)
{
	const char *q = p;
	int r = text_rune(&q, end);
	if (query_filter_sign(r)) {
		*kind = r == '#' || r == 0xFF03 ? QUERY_TOPIC : QUERY_PERSON;
		*behind = q;
		return true;
	}
	while (q < end && r != ':' && r != 0xFF1A && q - p < 16)
		r = text_rune(&q, end);
	const char *folded = fold_text(a, arena_copy(a, p, (size_t)(q - p)));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (text_same(folded, keys[i].key)) {
			*kind = keys[i].kind;
			*behind = q;
			return true;
		}
	return false;
}
