#include "topic.h"

#include "base/text.h"
#include "doors/i18n.h"

const char *topic_name(const struct topic *t)
{
	return text_same(i18n_language(), "zh") ? t->name_zh : t->name_en;
}

const char *topic_kind_word(const struct topic *t)
{
	static const struct {
		const char *kind, *word;
	} words[] = {
		{ "topic", N_("Topic") },
		{ "step", N_("Step of the process") },
		{ "difficulty", N_("Difficulty") },
		{ "ability", N_("Ability") },
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_same(words[i].kind, t->kind))
			return _(words[i].word);
	return t->kind;
}
