#include "demo.h"

#include <assert.h>

#include "base/text.h"
#include "demo_act.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "store/unit.h"

enum { LARGE = 4000 }; /* reflections; more are written in bulk */

static int64_t or_else(int64_t n, int64_t fallback)
{
	return n ? n : fallback;
}

/* What was not said follows from what was: teams of six, branches of ten teams. */
static struct demo_size whole_size(const struct demo_sample *s, const struct demo_size *given)
{
	int64_t writers = 0, branches = 0, teams = 0;
	LIST_EACH (const struct org_person, person, &s->org.people)
		writers += (person->roles & REP) != 0;
	LIST_EACH (const struct org_unit, u, &s->org.units) {
		branches += u->kind == UNIT_BRANCH;
		teams += u->kind == UNIT_TEAM;
	}
	assert(branches && teams);
	struct demo_size size = *given;
	if (!size.teams)
		size.teams = size.reps > writers ? (size.reps + 5) / 6
			     : size.branches     ? size.branches * teams / branches
						 : teams;
	if (!size.branches)
		size.branches = size.teams > 3 * teams  ? (size.teams + 9) / 10
				: size.teams < branches ? size.teams
							: branches;
	if (!size.reps)
		size.reps = size.teams == teams ? writers : size.teams * 6;
	size.weeks = or_else(size.weeks, 8);
	return size;
}

static bool check(struct work *w, const struct demo_size *size)
{
	static const char *const names[] = { "--branches", "--teams", "--reps", "--weeks" };
	const int64_t given[] = { size->branches, size->teams, size->reps, size->weeks };
	const int64_t most[] = { DEMO_MOST_BRANCHES, DEMO_MOST_TEAMS, DEMO_MOST_REPS,
		DEMO_MOST_WEEKS };
	for (size_t i = 0; i < sizeof given / sizeof *given; i++)
		if (given[i] < 0 || given[i] > most[i])
			fault_add(&w->faults, names[i],
				arena_format(w->arena, _("Give a number from 1 to %lld."),
					(long long)most[i]));
	if (!w->faults.count && size->teams && size->branches > size->teams)
		fault_add(&w->faults, "--teams", _("Each branch needs at least one team."));
	return !w->faults.count;
}

/* One or two of each kind of person, from the top. */
static void choose(struct work *w, const struct demo_plan *p, struct demo_sign_ins *sign_ins)
{
	static const unsigned kinds[] = { HQ, TRAINER, BRANCH_MANAGER, TEAM_MANAGER, REP, ADMIN };
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		int wanted = kinds[k] == REP ? 2 : 1;
		LIST_EACH (const struct demo_person, person, &p->people) {
			bool fits = (person->roles & kinds[k]) && person->named && person->active;
			if (kinds[k] == REP && (person->roles & TEAM_MANAGER))
				fits = false;
			if (!fits || wanted-- <= 0)
				continue;
			*LIST_ADD(w->arena, sign_ins) =
				(struct demo_sign_in){ .login = person->login,
					.name = person->name,
					.unit = p->units.items[person->unit].name,
					.roles = person->roles };
		}
	}
}

enum outcome demo_make(
	struct work *w, const struct demo_size *given, struct demo_sign_ins *sign_ins)
{
	if (!check(w, given))
		return INVALID;
	if (unit_get(w->db, (struct unit_id){ 1 })) {
		fault_add(&w->faults, NULL,
			_("There is an organisation in this database already. Name another file "
			  "with --db."));
		return CONFLICT;
	}
	const struct demo_sample *sample = demo_sample_read(w->arena);
	const struct demo_size size = whole_size(sample, given);
	struct demo_plan plan = { .arena = w->arena,
		.sample = sample,
		.dice = { size.seed },
		.zone = w->zone,
		.now = w->now,
		.last = work_week(w) };
	plan.first.n = plan.last.n - size.weeks + 1;
	bool large = size.reps * size.weeks > LARGE;
	demo_plan_organisation(&plan, &size);
	if (!large)
		demo_plan_entries(&plan);
	enum outcome outcome = demo_act_found(w, &plan);
	if (outcome != DONE)
		return outcome;
	work_refresh(w);
	writer_hurry(w->writer, true); /* nobody is told anything before the end */
	outcome = large ? demo_act_bulk(w, &plan) : demo_act_weeks(w, &plan);
	db_end(w->db);
	bool kept = writer_hurry(w->writer, false);
	db_begin(w->db, w->arena);
	choose(w, &plan, sign_ins);
	return kept ? outcome : BROKEN;
}
