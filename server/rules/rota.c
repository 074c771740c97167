#include "rota.h"

#include "base/list.h"
#include "doors/i18n.h"

static int compare(const void *a, const void *b)
{
	const struct review_turn *x = a, *y = b;
	if (x->last != y->last)
		return x->last < y->last ? -1 : 1;
	if (x->away != y->away)
		return x->away ? -1 : 1;
	if (x->times != y->times)
		return x->times < y->times ? -1 : 1;
	if (x->leads != y->leads)
		return x->leads > y->leads ? -1 : 1;
	return x->person.n < y->person.n ? -1 : x->person.n > y->person.n;
}

void rota_order(struct review_turns *turns)
{
	LIST_SORT(turns, compare);
}

size_t rota_seats(const struct review_turns *ordered, enum meeting_length length)
{
	size_t seats = ROTA_SEATS;
	if (ordered->count > seats && (length >= LENGTH_HALF_DAY || ordered->items[seats].leads))
		seats++;
	return ordered->count < seats ? ordered->count : seats;
}

enum rota_why rota_why(const struct review_turn *t)
{
	return t->away ? ROTA_AWAY : t->leads ? ROTA_LEAD : t->last ? ROTA_LONGEST : ROTA_NEVER;
}

static const struct meeting_person *find(
	const struct meeting_people *people, struct person_id person)
{
	LIST_EACH (const struct meeting_person, p, people)
		if (p->person.n == person.n)
			return p;
	return NULL;
}

struct rota rota_of(struct work *w, const struct meeting *m, const struct meeting_people *people)
{
	struct rota rota = { 0 };
	struct review_turns all = { 0 }, here = { 0 };
	bool chosen = false;
	if (!m->of_team)
		return rota;
	LIST_EACH (const struct meeting_person, p, people)
		chosen |= p->turn;
	all = review_turns_any(w->db, m->unit, m->day, m->id);
	LIST_EACH (const struct review_turn, t, &all) {
		const struct meeting_person *p = find(people, t->person);
		bool absent = p && p->said && !p->present;
		if (chosen ? p && p->turn : !absent)
			*LIST_ADD(w->arena, &here) = *t;
	}
	rota_order(&here);
	size_t seats = chosen ? here.count : rota_seats(&here, m->length);
	for (size_t i = 0; i < seats; i++)
		*LIST_ADD(w->arena, &rota) = (struct rota_turn){ .turn = here.items[i],
			.why = chosen ? ROTA_CHOSEN : rota_why(&here.items[i]) };
	return rota;
}

const char *rota_why_words(enum rota_why why)
{
	switch (why) {
	case ROTA_NEVER:
		return _("was not heard yet");
	case ROTA_AWAY:
		return _("was away last time");
	case ROTA_LEAD:
		return _("has a why or a highlight that nobody went into");
	case ROTA_LONGEST:
		return _("was heard longest ago");
	case ROTA_CHOSEN:
		return _("chosen by the manager");
	}
	return "";
}
