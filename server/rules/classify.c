#include "classify.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "lift.h"
#include "store/audit.h"
#include "store/event.h"
#include "store/rollup.h"

enum { MOST = 12 }; /* topics on one point */

struct chosen {
	struct topic_id *items;
	size_t count, room;
};

enum outcome classify_allowed(struct work *w, struct db *db, const struct point *p)
{
	bool team = who_manages(db, w->who, p->team);
	bool branch = p->reach >= REACH_BRANCH && who_manages(db, w->who, p->branch);
	if (p->withdrawn || (!team && !branch))
		return FORBIDDEN;
	if (team && p->reach == REACH_TEAM && !rollup_get(db, p->team, p->team_week).closed)
		return DONE;
	if (branch && p->reach == REACH_BRANCH && !rollup_get(db, p->branch, p->branch_week).closed)
		return DONE;
	fault_add(&w->faults, NULL,
		_("This week is closed. Open it again first, as long as the level above has not "
		  "closed it."));
	return CONFLICT;
}

static void choose(struct work *w, struct chosen *list, struct topic_id id)
{
	LIST_EACH (const struct topic_id, t, list)
		if (t->n == id.n)
			return;
	*LIST_ADD(w->arena, list) = id;
}

/* The topic that holds for this number, mergers followed; 0 with a fault if there is none. */
static struct topic_id settle(struct work *w, struct db *db, struct topic_id id)
{
	const struct topic *t = topic_get_any(db, id);
	while (t && t->merged_into.n)
		t = topic_get_any(db, t->merged_into);
	if (t && !text_same(t->state, "refused"))
		return t->id;
	fault_add(&w->faults, "topics", _("There is no such topic. Choose one from the list."));
	return (struct topic_id){ 0 };
}

static const char *describe(struct work *w, struct db *db, const struct chosen *list)
{
	const char *all = "";
	LIST_EACH (const struct topic_id, id, list) {
		const struct topic *t = topic_get_any(db, *id);
		all = arena_format(w->arena, "%s%s%s", all, *all ? ", " : "", t->name_zh);
	}
	return all;
}

static enum outcome put(
	struct work *w, struct txn *t, const struct point *p, const struct chosen *list)
{
	if (list->count > MOST)
		fault_add(
			&w->faults, "topics", _("At most 12 topics on one point. Take some away."));
	if (w->faults.count)
		return INVALID;
	lift_topics(t, p->id, list->items, list->count);
	point_set_classified(t, p->id, w->who->person, w->now);
	audit_add(
		t, w->who, w->now, "classify", "point", p->id.n, p->team, describe(w, t->db, list));
	event_add(t, "classified", w->who, p->id, (struct remark_id){ 0 }, w->now);
	return txn_commit(t) ? DONE : BROKEN;
}

static enum outcome find(struct work *w, struct db *db, struct point_id id, const struct point **p)
{
	*p = point_get(db, w->who, id);
	return *p ? classify_allowed(w, db, *p) : NOT_FOUND;
}

static void check_words(struct work *w, const struct strings *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (text_blank(words->items[i]) || strlen(words->items[i]) > 90)
			fault_add(&w->faults, "topics",
				_("A topic is one short word, such as 报价."));
}

enum outcome classify_set(struct work *w, struct point_id id, const struct classification *c)
{
	const struct point *p;
	struct chosen list = { 0 };
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, id, &p);
	if (outcome != DONE)
		return outcome;
	check_words(w, &c->words);
	for (size_t i = 0; i < c->count; i++)
		choose(w, &list, settle(w, t.db, c->topics[i]));
	if (w->faults.count)
		return INVALID;
	for (size_t i = 0; i < c->words.count; i++)
		choose(w, &list, topic_resolve(&t, c->words.items[i], w->who->person, w->now));
	return put(w, &t, p, &list);
}

enum outcome classify_toggle(struct work *w, struct point_id id, struct topic_id topic)
{
	const struct point *p;
	struct chosen list = { 0 };
	TXN(t, w->writer, w->arena);
	enum outcome outcome = find(w, t.db, id, &p);
	if (outcome != DONE)
		return outcome;
	struct topic_id settled = settle(w, t.db, topic);
	bool had = false;
	LIST_EACH (const struct topic, old, &p->topics)
		if (old->id.n == settled.n)
			had = true;
		else
			choose(w, &list, old->id);
	if (!had)
		choose(w, &list, settled);
	return put(w, &t, p, &list);
}
