#include "topic.h"

#include "base/text.h"
#include "headline.h"
#include "doors/txn.h"
#include "store/steward.h"
#include "store/topic_look.h"

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

enum { LOOK_AGAIN = 3600 }; /* seconds in which a second look tells nothing */

enum outcome topic_looked(struct work *w, struct topic_id topic, int64_t points)
{
	if (who_is_operator(w->who))
		return DONE;
	struct topic_looks all = topic_looks(w->db, w->who);
	const struct topic_look *look = topic_look_of(&all, topic);
	if (look && look->points == points && w->now - look->at < LOOK_AGAIN)
		return DONE;
	TXN(t, w->writer, w->arena);
	topic_look_put(&t, w->who->person, topic, points, w->now);
	if (!txn_commit(&t))
		return BROKEN;
	work_refresh(w);
	return DONE;
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
