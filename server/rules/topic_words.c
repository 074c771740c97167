#include "topic_words.h"

#include <string.h>

#include "base/fold.h"
#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "topic_edit.h"

const char *topic_words_clean(struct arena *a, const char *typed)
{
	struct out o = out_new(a);
	bool blank = false;
	for (const char *p = typed, *end = p + strlen(p); p < end;) {
		const char *from = p;
		int rune = text_rune(&p, end);
		if (rune_is_space(rune)) {
			blank = o.len > 0;
			continue;
		}
		if (blank)
			out_char(&o, ' ');
		blank = false;
		out_bytes(&o, from, (size_t)(p - from));
	}
	return arena_string(a, out_string(&o));
}

static bool parts(int rune)
{
	return rune == ',' || rune == ';' || rune == '\n' || rune == '\r' || rune == 0x3001 ||
	       rune == 0xFF0C || rune == 0xFF1B;
}

struct strings topic_words_split(struct arena *a, const char *typed)
{
	struct strings words = { 0 };
	const char *from = typed, *end = typed + strlen(typed);
	for (const char *p = typed; p <= end;) {
		const char *at = p;
		if (p < end && !parts(text_rune(&p, end)))
			continue;
		const char *word = topic_words_clean(a, arena_copy(a, from, (size_t)(at - from)));
		while (*word == '#')
			word++;
		if (*word)
			*LIST_ADD(a, &words) = word;
		if (at == end)
			break;
		from = p;
	}
	return words;
}

const char *topic_words_join(struct arena *a, const struct strings *words)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < words->count; i++)
		out_format(&o, "%s%s", i ? "、" : "", words->items[i]);
	return arena_string(a, out_string(&o));
}

bool topic_words_hold(struct arena *a, const struct strings *words, const char *word)
{
	const char *folded = fold_text(a, word);
	for (size_t i = 0; i < words->count; i++)
		if (text_same(folded, fold_text(a, words->items[i])))
			return true;
	return false;
}

bool topic_words_check(struct work *w, const struct topic *topic, struct strings *words)
{
	size_t faults = w->faults.count;
	*LIST_ADD(w->arena, words) = topic->name_zh;
	*LIST_ADD(w->arena, words) = topic->name_en;
	if (words->count > TOPIC_MAX_WORDS)
		fault_add(&w->faults, "words", _("Too many words: 30 is the most."));
	for (size_t i = 0; i < words->count; i++) {
		const char *word = words->items[i];
		if (text_runes(word) > TOPIC_MAX_NAME)
			fault_add(&w->faults, "words",
				_("One of the words is too long: 40 characters is the most."));
		else if (!*fold_text(w->arena, word) ||
			 text_forbidden_at(word, strlen(word)) < strlen(word))
			fault_add(&w->faults, "words",
				_("One of the words holds nothing that can be read."));
	}
	return w->faults.count == faults;
}
