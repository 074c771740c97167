#include "topic.h"

#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"

static bool chinese(void)
{
	return text_same(i18n_language(), "zh");
}

const char *topic_name(const struct topic *t)
{
	return chinese() ? t->name_zh : t->name_en;
}

const char *topic_kind_name_word(const char *kind)
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
		if (text_same(words[i].kind, kind))
			return _(words[i].word);
	return kind;
}

const char *topic_kind_word(const struct topic *t)
{
	return topic_kind_name_word(t->kind);
}

bool topic_is_proposed(const struct topic *t)
{
	return text_same(t->state, "proposed");
}

bool topic_is_accepted(const struct topic *t)
{
	return text_same(t->state, "accepted");
}

const char *topic_about(const struct topic *t)
{
	const char *first = chinese() ? t->about_zh : t->about_en;
	return first ? first : chinese() ? t->about_en : t->about_zh;
}

const char *topic_about_first(struct arena *a, const struct topic *t)
{
	const char *about = topic_about(t);
	if (!about)
		return NULL;
	size_t len = strcspn(about, "\n");
	const char *stop = strstr(about, "。");
	if (stop && (size_t)(stop - about) < len)
		len = (size_t)(stop - about) + strlen("。");
	const char *dot = strstr(about, ". ");
	if (dot && (size_t)(dot - about) < len)
		len = (size_t)(dot - about) + 1;
	return arena_copy(a, about, len);
}

static void json_aliases(struct json_writer *j, const struct topic *t, const struct strings *words)
{
	json_key_array(j, "aliases");
	for (size_t i = 0; i < words->count; i++)
		if (!text_same(words->items[i], t->name_zh) &&
			!text_same(words->items[i], t->name_en))
			json_text(j, words->items[i]);
	json_end(j);
}

void topic_json(struct json_writer *j, const struct topic *t, const struct strings *words)
{
	json_begin_object(j);
	json_key_number(j, "id", t->id.n);
	json_key_text(j, "name", topic_name(t));
	json_key_text(j, "kind", t->kind);
	json_key_text(j, "state", t->state);
	json_key_object(j, "names");
	json_key_text(j, "zh", t->name_zh);
	json_key_text(j, "en", t->name_en);
	json_end(j);
	json_aliases(j, t, words);
	json_key_text(j, "about", topic_about(t));
	json_key(j, "parent");
	if (t->parent.n)
		json_number(j, t->parent.n);
	else
		json_nothing(j);
	json_key_number(j, "position", t->position);
	json_end(j);
}
