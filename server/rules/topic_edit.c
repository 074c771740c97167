#include "topic_edit.h"

#include <string.h>

#include "base/fold.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "lift.h"
#include "store/audit.h"
#include "store/topic_edit.h"
#include "topic_merge.h"
#include "topic_words.h"

static void note(
	struct txn *t, struct work *w, const char *action, struct topic_id id, const char *detail)
{
	audit_add(t, w->who, w->now, action, "topic", id.n, (struct unit_id){ 0 }, detail);
}

/* The topic as the transaction finds it, if the viewer may edit it. */
static enum outcome open_topic(
	struct work *w, struct db *db, struct topic_id id, struct topic *topic)
{
	const struct topic *known = topic_known(db, w->who, id);
	if (!known || known->id.n != id.n)
		return NOT_FOUND;
	*topic = *topic_whole_any(db, id);
	return topic_may_edit(db, w->who, topic) ? DONE : FORBIDDEN;
}

static const char *about(struct arena *a, const char *typed)
{
	size_t len = strlen(typed);
	const char *text = text_trim(a, text_unix_lines(a, typed, &len));
	return *text ? text : NULL;
}

static void check_parent(struct work *w, struct db *db, struct topic *topic, struct topic_id parent)
{
	const struct topic *above = parent.n ? topic_get_any(db, parent) : NULL;
	if (parent.n && (!above || !text_same(above->state, "accepted")))
		fault_add(&w->faults, "parent", _("There is no such topic to stand under."));
	else if (topic->id.n && topic_is_under_any(db, parent, topic->id))
		fault_add(&w->faults, "parent",
			_("A topic cannot stand under itself. Choose one that is above it."));
	topic->parent = parent;
}

/* The fields, checked, into the topic. false: see the faults. */
static bool take(struct work *w, struct db *db, const struct topic_input *in, struct topic *topic)
{
	static const char *const kinds[] = { "topic", "step", "difficulty", "ability" };
	struct arena *a = w->arena;
	size_t faults = w->faults.count;
	const char *kind = NULL;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		kind = text_same(kinds[i], in->kind) ? kinds[i] : kind;
	if (!kind)
		fault_add(&w->faults, "kind", _("Choose what kind of topic it is."));
	else if (!text_same(topic->kind, kind))
		topic->position = topic_last_position_any(db, kind) + 1;
	topic->kind = kind;
	topic->name_zh = topic_words_clean(a, in->name_zh);
	topic->name_en = topic_words_clean(a, in->name_en);
	if (!*topic->name_zh)
		topic->name_zh = topic->name_en;
	if (!*topic->name_en)
		topic->name_en = topic->name_zh;
	if (!*topic->name_zh)
		fault_add(&w->faults, "name_zh", _("Give it a name."));
	if (text_runes(topic->name_zh) > TOPIC_MAX_NAME)
		fault_add(&w->faults, "name_zh",
			_("The name is too long: 40 characters is the most."));
	if (text_runes(topic->name_en) > TOPIC_MAX_NAME)
		fault_add(&w->faults, "name_en",
			_("The name is too long: 40 characters is the most."));
	topic->about_zh = about(a, in->about_zh);
	topic->about_en = about(a, in->about_en);
	if (text_runes(in->about_zh) > TOPIC_MAX_ABOUT)
		fault_add(&w->faults, "about_zh", _("Too long: 2000 characters is the most."));
	if (text_runes(in->about_en) > TOPIC_MAX_ABOUT)
		fault_add(&w->faults, "about_en", _("Too long: 2000 characters is the most."));
	check_parent(w, db, topic, in->parent);
	return w->faults.count == faults;
}

/* Its names and the words given lead to it, and no others but its old names. */
static bool put_words(struct txn *t, struct work *w, const struct topic *topic,
	const struct topic *old, const struct strings *words)
{
	size_t faults = w->faults.count;
	struct strings had = topic_words_any(t->db, topic->id);
	for (size_t i = 0; i < had.count; i++) {
		bool name = old && (text_same(had.items[i], old->name_zh) ||
					   text_same(had.items[i], old->name_en));
		if (!name && !topic_words_hold(w->arena, words, had.items[i]))
			topic_drop_word(t, topic->id, had.items[i]);
	}
	for (size_t i = 0; i < words->count; i++) {
		const struct topic *holder = topic_by_word_any(t->db, words->items[i]);
		if (holder && holder->id.n == topic->id.n)
			continue;
		if (!holder)
			topic_add_word(t, topic->id, words->items[i]);
		else if (!text_same(holder->state, "accepted"))
			topic_merge(t, w, holder, topic->id, NULL);
		else
			fault_add(&w->faults, "words",
				arena_format(w->arena,
					_("“%s” leads to the topic “%s” already. Merge the two, or "
					  "choose another word."),
					words->items[i], holder->name_zh));
	}
	return w->faults.count == faults;
}

enum outcome topic_edit_add(struct work *w, const struct topic_input *in, struct topic_id *id)
{
	if (!topic_may_tend(w->who))
		return FORBIDDEN;
	struct strings words = topic_words_split(w->arena, in->words);
	TXN(t, w->writer, w->arena);
	struct topic topic = { .state = "accepted" };
	if (!take(w, t.db, in, &topic) || !topic_words_check(w, &topic, &words))
		return INVALID;
	topic.id = topic_add(&t, &topic, w->who->person, w->now);
	if (!put_words(&t, w, &topic, NULL, &words))
		return INVALID;
	note(&t, w, "add", topic.id, topic.name_zh);
	*id = topic.id;
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome topic_edit_save(
	struct work *w, struct topic_id id, const struct topic_input *in, bool accept)
{
	struct strings words = topic_words_split(w->arena, in->words);
	TXN(t, w->writer, w->arena);
	struct topic topic;
	enum outcome outcome = open_topic(w, t.db, id, &topic);
	if (outcome != DONE)
		return outcome;
	const struct topic old = topic;
	if (!take(w, t.db, in, &topic) || !topic_words_check(w, &topic, &words))
		return INVALID;
	bool fresh = accept && !text_same(old.state, "accepted");
	if (fresh)
		topic.state = "accepted";
	topic_change(&t, &topic);
	if (!put_words(&t, w, &topic, &old, &words))
		return INVALID;
	if (fresh)
		topic_merge_restore(&t, id);
	note(&t, w, fresh ? "accept" : "change", id,
		text_same(old.name_zh, topic.name_zh)
			? topic.name_zh
			: arena_format(w->arena, "%s → %s", old.name_zh, topic.name_zh));
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome topic_edit_merge(struct work *w, struct topic_id from, struct topic_id into)
{
	TXN(t, w->writer, w->arena);
	struct topic topic;
	enum outcome outcome = open_topic(w, t.db, from, &topic);
	if (outcome != DONE)
		return outcome;
	const struct topic *target = topic_known(t.db, w->who, into);
	if (!target || text_same(target->state, "refused")) {
		fault_add(
			&w->faults, "into", _("There is no such topic. Choose one from the list."));
		return INVALID;
	}
	if (target->id.n == from.n) {
		fault_add(&w->faults, "into", _("That is the topic itself. Choose another one."));
		return INVALID;
	}
	/* An accepted one would lose its public name to a word that few can see. */
	if (text_same(topic.state, "accepted") && !text_same(target->state, "accepted")) {
		fault_add(&w->faults, "into",
			_("That is a proposal. Accept it first, or merge it into this one."));
		return INVALID;
	}
	struct point_ids rest = { 0 };
	topic_merge(&t, w, &topic, target->id, &rest);
	if (!txn_commit(&t))
		return BROKEN;
	topic_merge_finish(w, &rest);
	return DONE;
}

enum outcome topic_edit_refuse(struct work *w, struct topic_id id)
{
	TXN(t, w->writer, w->arena);
	struct topic topic;
	enum outcome outcome = open_topic(w, t.db, id, &topic);
	if (outcome != DONE)
		return outcome;
	if (!text_same(topic.state, "proposed")) {
		fault_add(&w->faults, NULL,
			_("Only a proposal can be refused. Merge this topic into another "
			  "instead."));
		return CONFLICT;
	}
	topic.state = "refused";
	topic_change(&t, &topic);
	struct point_ids had = topic_points_any(t.db, id);
	LIST_EACH (const struct point_id, p, &had) {
		struct topics now = topic_of_point_any(t.db, *p);
		struct topic_id *kept = ARENA_MANY(w->arena, struct topic_id, now.count);
		size_t n = 0;
		for (size_t i = 0; i < now.count; i++)
			if (now.items[i].id.n != id.n)
				kept[n++] = now.items[i].id;
		lift_topics(&t, *p, kept, n);
	}
	note(&t, w, "refuse", id, topic.name_zh);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome topic_edit_move(struct work *w, struct topic_id id, bool up)
{
	TXN(t, w->writer, w->arena);
	struct topic topic;
	enum outcome outcome = open_topic(w, t.db, id, &topic);
	if (outcome != DONE)
		return outcome;
	struct topics all = topic_of_kind_any(t.db, topic.kind);
	for (size_t i = 0; i < all.count; i++) {
		size_t other = up ? i - 1 : i + 1;
		if (all.items[i].id.n != id.n || other >= all.count)
			continue;
		struct topic swap = all.items[i];
		all.items[i] = all.items[other];
		all.items[other] = swap;
		break;
	}
	for (size_t i = 0; i < all.count; i++)
		topic_set_position(&t, all.items[i].id, (int64_t)i + 1);
	note(&t, w, "order", id, topic.name_zh);
	return txn_commit(&t) ? DONE : BROKEN;
}
