#include "topic.h"

#include "base/text.h"
#include "headline.h"
#include "store/steward.h"

bool topic_may_tend(const struct who *who)
{
	return who_is(who, TRAINER | HQ | ADMIN);
}

bool topic_may_judge(struct db *db, const struct who *who)
{
	return who_is(who, TEAM_MANAGER | BRANCH_MANAGER | TRAINER | HQ) ||
	       steward_units(db, who).count > 0;
}

bool topic_may_edit(struct db *db, const struct who *who, const struct topic *t)
{
	return text_same(t->state, "accepted") ? topic_may_tend(who) : topic_may_judge(db, who);
}

bool topic_word_is_tag(struct arena *a, const char *word)
{
	struct strings tags = { 0 };
	headline_split(a, arena_format(a, "x #%s", word), &tags);
	return tags.count == 1 && text_same(tags.items[0], word);
}

const char *topic_tag(struct db *db, const struct topic *t)
{
	struct arena *a = db_arena(db);
	if (topic_word_is_tag(a, t->name_zh))
		return t->name_zh;
	struct strings words = topic_words_any(db, t->id);
	for (size_t i = 0; i < words.count; i++)
		if (topic_word_is_tag(a, words.items[i]))
			return words.items[i];
	return NULL;
}
