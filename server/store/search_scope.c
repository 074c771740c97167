#include "search_scope.h"

#include "unit.h"
#include "base/list.h"

enum {
	EVERYBODY,
	OF_UNIT,
	OF_MEMBERS,
	OF_MANAGERS,
	OF_PERSON,
	OF_TRAINERS,
	CLOSED,
	AUDIENCE_BITS = 3
};

static void audience(struct out *o, int64_t kind, int64_t number)
{
	filter_token(o, FILTER_AUDIENCE, number << AUDIENCE_BITS | kind);
}

void search_audience_all(struct out *o)
{
	audience(o, EVERYBODY, 0);
}

void search_audience_unit(struct out *o, struct unit_id unit)
{
	audience(o, OF_UNIT, unit.n);
}

void search_audience_members(struct out *o, struct unit_id branch)
{
	audience(o, OF_MEMBERS, branch.n);
}

void search_audience_managers(struct out *o, struct unit_id unit)
{
	audience(o, OF_MANAGERS, unit.n);
}

void search_audience_person(struct out *o, struct person_id person)
{
	audience(o, OF_PERSON, person.n);
}

void search_audience_trainers(struct out *o)
{
	audience(o, OF_TRAINERS, 0);
}

void search_audience_closed(struct out *o)
{
	audience(o, CLOSED, 0);
}

struct search_needs search_needs(struct db *db, const struct who *who)
{
	struct search_needs needs = { NULL, NULL };
	if (who_is_operator(who))
		return needs;
	struct out o = out_new(db_arena(db));
	search_audience_all(&o);
	search_audience_person(&o, who->person);
	if (who->branch.n)
		search_audience_members(&o, who->branch);
	if (who_is(who, TRAINER))
		search_audience_trainers(&o);
	struct q *q =
		db_ask(db, SQL("SELECT unit_id FROM sight WHERE person_id = ?1 ORDER BY unit_id"),
			V(who->person));
	while (q_row(q)) {
		struct unit_id unit = { q_long(q, 0) };
		if (unit.n == 1) {
			struct out closed = out_new(db_arena(db));
			search_audience_closed(&closed);
			needs.closed = out_string(&closed);
		}
		search_audience_unit(&o, unit);
	}
	q = db_ask(db, SQL("SELECT unit_id FROM steward WHERE person_id = ?1 ORDER BY unit_id"),
		V(who->person));
	while (q_row(q))
		search_audience_managers(&o, (struct unit_id){ q_long(q, 0) });
	needs.tokens = out_string(&o);
	return needs;
}

enum { RISEN, NOT_RISEN, UNIT_BITS = 1 };

void search_about_unit(struct out *o, struct unit_id unit, bool risen)
{
	filter_token(o, FILTER_UNIT, unit.n << UNIT_BITS | (risen ? RISEN : NOT_RISEN));
}

void search_in_unit(struct db *db, struct unit_id unit, struct out *o)
{
	search_about_unit(o, unit, true);
	struct units below = unit_children(db, unit);
	LIST_EACH (const struct unit, u, &below)
		if (u->kind == UNIT_TEAM)
			search_about_unit(o, u->id, false);
}

/* Names shown to all are numbered as they are; above 32 bits stands who may know: the team, or (0)
 * the person alone. */
static void anonymous(struct out *o, int64_t team, struct person_id person)
{
	filter_token(o, FILTER_PERSON, (team + 1) << 32 | person.n);
}

void search_about_person(struct out *o, struct person_id person)
{
	filter_token(o, FILTER_PERSON, person.n);
}

void search_about_anonymous(struct out *o, struct person_id person, struct unit_id team)
{
	anonymous(o, 0, person);
	anonymous(o, team.n, person);
}

void search_by_person(struct db *db, const struct who *who, struct person_id person, struct out *o)
{
	search_about_person(o, person);
	if (who_is_operator(who) || who->person.n == person.n) {
		anonymous(o, 0, person);
		return;
	}
	struct q *q =
		db_ask(db, SQL("SELECT unit_id FROM sight WHERE person_id = ?1 ORDER BY unit_id"),
			V(who->person));
	while (q_row(q))
		anonymous(o, q_long(q, 0), person);
}
