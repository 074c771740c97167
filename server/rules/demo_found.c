/* The organisation and its topics, as its administrator sets them up before the first week. */
#include "demo_act.h"
#include "doors/secret.h"
#include "doors/txn.h"
#include "store/audit.h"
#include "store/person.h"
#include "store/setting.h"
#include "store/sight.h"
#include "store/topic.h"
#include "store/unit.h"

static void add_units(struct txn *t, struct demo_plan *p, int64_t at)
{
	LIST_EACH (struct demo_unit, u, &p->units) {
		struct unit_id parent = { 0 };
		if (u->kind != UNIT_HQ)
			parent = p->units.items[u->parent].id;
		u->id = unit_add(t, u->code, u->name, u->kind, parent, at);
	}
}

static void add_people(struct txn *t, struct demo_plan *p, const char *hash, int64_t at)
{
	LIST_EACH (struct demo_person, person, &p->people) {
		const struct person row = { .login = person->login,
			.name = person->name,
			.email = person->email,
			.roles = person->roles,
			.active = true,
			.unit = p->units.items[person->unit].id };
		person->id = person_add(t, &row, person->named ? hash : NULL, at);
	}
}

static struct person_id administrator(const struct demo_plan *p)
{
	LIST_EACH (const struct demo_person, person, &p->people)
		if (person->roles & ADMIN)
			return person->id;
	return (struct person_id){ 0 };
}

static void add_topics(struct txn *t, const struct demo_plan *p, int64_t at)
{
	struct names ids = { .arena = p->arena };
	LIST_EACH (const struct demo_topic, topic, &p->sample->topics) {
		struct topic row = { .kind = topic->kind,
			.state = "accepted",
			.name_zh = topic->name_zh,
			.name_en = topic->name_en,
			.about_zh = topic->about_zh,
			.about_en = topic->about_en,
			.position = topic - p->sample->topics.items + 1 };
		size_t parent = names_find(&ids, topic->parent);
		row.parent.n = parent == NAMES_NONE ? 0 : (int64_t)parent;
		struct topic_id id = topic_add(t, &row, administrator(p), at);
		names_set(&ids, topic->key, (size_t)id.n);
		topic_add_word(t, id, topic->name_zh);
		topic_add_word(t, id, topic->name_en);
		for (size_t i = 0; i < topic->others.count; i++)
			if (!topic_by_word_any(t->db, topic->others.items[i]))
				topic_add_word(t, id, topic->others.items[i]);
	}
}

enum outcome demo_act_found(struct work *w, struct demo_plan *p)
{
	int64_t at = week_start(p->zone, (struct week){ p->first.n - 2 }) + 10 * 3600;
	const char *hash = secret_password_hash(w->arena, DEMO_PASSWORD);
	if (!hash)
		return BROKEN;
	TXN(t, w->writer, w->arena);
	if (unit_get(t.db, (struct unit_id){ 1 }))
		return CONFLICT;
	add_units(&t, p, at);
	add_people(&t, p, hash, at);
	add_topics(&t, p, at);
	sight_refresh(&t);
	setting_put(&t, "bulletin_day", "3"); /* the headquarters closes its week on Wednesdays */
	audit_add(&t, w->who, at, "import", "unit", 1, (struct unit_id){ 1 }, "organisation.csv");
	return txn_commit(&t) ? DONE : BROKEN;
}
