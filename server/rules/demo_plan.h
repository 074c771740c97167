/*
 * demo_plan: what shall happen in the sample organisation: who is there, and who writes what, when.
 * Nothing is written here; demo_act.c does what was planned, by the real rules.
 */
#ifndef RULES_DEMO_PLAN_H
#define RULES_DEMO_PLAN_H

#include "demo.h"
#include "demo_sample.h"
#include "store/roster.h"

#define DEMO_NOBODY SIZE_MAX

struct demo_unit {
	const char *code, *name;
	enum unit_kind kind;
	size_t parent;  /* index; of the headquarters: its own */
	size_t manager; /* index of a person, or DEMO_NOBODY */
	struct unit_id id;
};

struct demo_person {
	const char *login, *name, *email, *voice;
	unsigned roles;
	bool active; /* today */
	bool named;  /* by organisation.csv: may sign in */
	size_t unit;
	struct person_id id;
};

struct demo_pick {
	const struct demo_point *point;
	bool bare;            /* typed without its tags */
	const char *proposes; /* a word that is no topic yet, as one more tag; or NULL */
	struct point_id id;   /* once handed in */
};

/* What one person does about one week. */
struct demo_entry {
	size_t person;
	struct week week;
	enum presence presence;
	bool draft;   /* begun, and not handed in */
	bool revised; /* handed in twice: first without the last point */
	int64_t at;
	uint64_t seed; /* of its words */
	struct demo_pick picks[6];
	size_t count;
};

/* A text on a topic, and where the points that it cites were planted. */
struct demo_plant {
	const struct demo_synthesis *synthesis;
	size_t unit; /* index of a branch, or of the headquarters */
	struct week week;
	struct demo_found { /* in the order of synthesis->points; entry DEMO_NOBODY: nowhere */
		size_t entry, pick;
	} found[8];
	size_t count;
};

/* Something that happens to a point after it was handed in. */
struct demo_line {
	enum demo_deed {
		DEED_READ,
		DEED_COMMENT,
		DEED_ADVISE,
		DEED_WHY,
		DEED_EXPLAIN,
		DEED_ASK_ANSWER,  /* by whoever owes it then */
		DEED_ASK_CONFIRM, /* by the author, as the two below */
		DEED_ASK_REOPEN,
		DEED_ASK_CLOSE,
	} deed;
	size_t entry, pick, person; /* person: who does it; of DEED_ASK_ANSWER: nobody */
	size_t to;                  /* an earlier line; DEMO_NOBODY: the point itself */
	const char *text, *whom;
	int days; /* of advice: until so many days later */
	int64_t at;
	struct remark_id id; /* once said */
};
struct demo_lines {
	struct demo_line *items;
	size_t count, room;
};

struct demo_plan {
	struct arena *arena;
	const struct demo_sample *sample;
	struct dice dice;
	const struct zone *zone;
	int64_t now;
	struct week first, last; /* last: the current one */
	struct demo_units {
		struct demo_unit *items;
		size_t count, room;
	} units; /* parents before children */
	struct demo_people {
		struct demo_person *items;
		size_t count, room;
	} people;
	struct demo_entries {
		struct demo_entry *items;
		size_t count, room;
	} entries;
	struct demo_plants {
		struct demo_plant *items;
		size_t count, room;
	} plants;
	struct demo_lines lines;
	int *uses; /* how often each point of the sample was used */
};

/* Units and people, as many as asked for: the sample's own first, then others made of its words. */
void demo_plan_organisation(struct demo_plan *p, const struct demo_size *size);
/* The entries of all weeks. */
void demo_plan_entries(struct demo_plan *p);

/* Used by the two above. */
void demo_plan_take(struct demo_plan *p, struct demo_entry *e, const struct demo_point *point);
size_t demo_plan_count(const struct demo_entry *e, enum kind kind); /* picks of this kind */
bool demo_plan_has(const struct demo_entry *e, const struct demo_point *point);
void demo_plan_plant(struct demo_plan *p);

/* A moment of a week: day 0 is its Monday, 7 the Monday after. What would lie in the future is
 * moved before now, into hours at which people work, its order kept. */
int64_t demo_plan_moment(
	const struct demo_plan *p, struct week week, int day, int hour, int minute);

/* An entry as its author hands it in; short: without the last point. */
const char *demo_plan_text(
	struct arena *a, const struct demo_plan *p, const struct demo_entry *e, bool without_last);

static inline bool demo_plan_writes(const struct demo_person *person)
{
	return (person->roles & REP) != 0;
}

#endif
