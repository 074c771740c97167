/*
 * rollup_line: points as a roll-up lists them: no whole texts, each with its topics.
 *
 * A selection says whose roll-up and how much of it. One statement answers for all of its points;
 * what the viewer may not see is in none of them. With `all` set the rule is not asked point by
 * point: the caller knows that this viewer sees the whole (rollup_standing()).
 */
#ifndef STORE_ROLLUP_LINE_H
#define STORE_ROLLUP_LINE_H

#include "base/kind.h"
#include "handled.h"
#include "topic.h"
#include "unit.h"
#include "who.h"

struct rollup_line {
	struct point_id id, lead; /* lead 0: not merged */
	enum kind kind;
	const char *headline, *excerpt;
	const char *author;              /* NULL: hidden from this viewer */
	const char *highlight;           /* its reason; NULL: none */
	const char *body_md, *body_html; /* NULL unless the selection wants bodies */
	struct unit_id team, branch;
	const char *team_name;
	bool late, team_only, classified;
	bool own; /* the viewer wrote it */
	int64_t submitted_at;
	bool told; /* what became of it; the two below are for those who see the whole roll-up */
	enum handled handled;
	const char *left;     /* why no text takes it up; NULL: it was not left */
	struct topics topics; /* id, kind, state, names; by kind and place */
};
struct rollup_lines {
	struct rollup_line *items;
	size_t count, room;
};

struct rollup_selection {
	struct unit_id unit;
	enum unit_kind kind;
	struct week week;
	bool all; /* the viewer sees the whole of it */
	bool bodies;
	struct topic_id topic; /* 0: any; -1: only those without one */
	bool mergers; /* a merger is whole: it has the topics of its points together, and those of
		       * its lead where only points without one are wanted */
	struct unit_id part;   /* 0: any; else only what came from this team or branch */
	struct point_id after; /* go on after this point */
	int64_t limit;         /* 0: all of them */
	bool bare;             /* number, lead, kind and topics alone: to put a week in order */
	const char *these;     /* of these points alone, as a JSON array; NULL: of all */
};

/* By number. */
struct rollup_lines rollup_line_list(
	struct db *db, const struct who *who, const struct rollup_selection *s);

/* Numbers of all points in a unit's roll-up, for the rules. */
struct point_ids rollup_line_ids_any(
	struct db *db, struct unit_id unit, enum unit_kind kind, struct week week);

#endif
