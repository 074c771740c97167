/* corpus_kit: old summaries of sales teams. Their text is not ours to keep here: it is read where
 * it is (TRIBUTARY_CORPUS, or ../shared/corpus), and a test is skipped where it is not. */
#ifndef CORPUS_KIT_H
#define CORPUS_KIT_H

#include "house.h"

#include <stdlib.h>

#include "doors/disk.h"
#include "rules/reflection_text.h"
#include "rules/story_plain.h"

static inline const char *corpus(struct arena *a, size_t *len)
{
	const char *folder = getenv("TRIBUTARY_CORPUS"), *why;
	if (!folder)
		folder = "../shared/corpus";
	return disk_read(
		a, arena_format(a, "%s/sales-summaries-8.txt", folder), 1 << 20, len, &why);
}

/* The lines of a part that begin with a number and this sign, from the line with `after` on; what
 * follows each up to the next belongs to it. */
static inline struct strings problems(
	struct arena *a, const struct story_document *part, const char *after, char sign)
{
	struct strings list = { 0 };
	const char *text = arena_copy(a, part->text, part->len);
	text = strstr(text, after);
	assert_non_null(text);
	while ((text = strchr(text, '\n'))) {
		text++;
		size_t len = strcspn(text, "\n");
		bool numbered = *text >= '1' && *text <= '9' && text[1] == sign;
		if (numbered)
			*LIST_ADD(a, &list) = arena_copy(a, text + 2, len - 2);
		else if (text_starts(text, "一") || text_starts(text, "二"))
			break;
		else if (list.count)
			list.items[list.count - 1] = arena_format(
				a, "%s\n%.*s", list.items[list.count - 1], (int)len, text);
	}
	return list;
}

/* Up to three of them as the lessons of one person's week. */
static inline void hand_in(struct house *h, const char *login, const char *week,
	const struct strings *list, size_t first)
{
	struct reflection_text text = { .has_week = true };
	assert_true(week_parse(week, &text.week));
	for (size_t i = first; i < list->count && i < first + 3; i++) {
		struct point_text *p = LIST_ADD(h->arena, &text.points);
		p->kind = LESSON;
		p->headline = text_cut(h->arena, list->items[i], 40);
		p->headline = arena_copy(h->arena, p->headline, strcspn(p->headline, "\n"));
		point_text_set_body(h->arena, p, point_text_escape(h->arena, list->items[i]));
	}
	struct answer a = house_put(h, login, arena_format(h->arena, "/api/reflections/%s", week),
		reflection_text_print(h->arena, &text));
	if (a.status != 201)
		fail_msg("%s: %d %s", login, a.status, a.body);
}

#endif
