/*
 * search_scope: what a row of the index says of itself in filter tokens (base/filter.h), and what a
 * viewer may ask for.
 *
 * Audience. A row carries every audience that may see it; a search asks for rows with one of the
 * viewer's. What SEES (store/who.h) says for points in SQL is said here in tokens:
 *
 *	row                                      viewer
 *	everybody    point at reach all; published story;     everybody
 *	             answer for all; carried synthesis
 *	unit u       point: its team from reach team on, its  whoever has a row for u in `sight`
 *	             branch from branch on, the headquarters
 *	             from hq on; closed synthesis: 1
 *	members of b closed synthesis of branch b             home unit is b or below it
 *	managers u   synthesis of u, draft or closed          whoever has a row for u in `steward`
 *	person p     point: its author; story: its writers    p
 *	trainers     story                                    trainers
 *
 * Who sees nearly all (the headquarters, trainers) would ask for tokens that nearly every row has,
 * which costs what reading them all costs. So rows that are neither for the headquarters nor for
 * everybody are marked `closed`, and such a viewer asks for all that is not closed, and for what is
 * closed and has one of the viewer's other audiences.
 *
 * Persons. (PERSON, p) on what p signed with the name; on an anonymous point two tokens that only
 * those ask for who may see the name: its team (and there is a row in `sight` for it), and p.
 *
 * Units. A point lies in its team, and once risen in the branch it rose to, for good: (UNIT, u).
 * Until then it goes with its team, wherever that is moved: (UNIT, team, not risen). So no tree is
 * written into rows.
 */
#ifndef STORE_SEARCH_SCOPE_H
#define STORE_SEARCH_SCOPE_H

#include "base/filter.h"
#include "search.h"
#include "who.h"

/* Audiences of a row, added to its filter. */
void search_audience_all(struct out *o);
void search_audience_unit(struct out *o, struct unit_id unit);
void search_audience_members(struct out *o, struct unit_id branch);
void search_audience_managers(struct out *o, struct unit_id unit);
void search_audience_person(struct out *o, struct person_id person);
void search_audience_trainers(struct out *o);

/* Where the row lies, and whose it is. */
void search_about_unit(struct out *o, struct unit_id unit, bool risen);
void search_about_person(struct out *o, struct person_id person);
void search_about_anonymous(struct out *o, struct person_id person, struct unit_id team);

void search_audience_closed(struct out *o);

/* What the viewer may see: rows with one of these tokens. */
struct search_needs {
	const char *tokens; /* NULL: all of them, for the owner of the machine */
	const char *closed; /* not NULL: every row without this token too, and `tokens` among the
			       rows with it */
};
struct search_needs search_needs(struct db *db, const struct who *who);

/* Tokens of what was written by this person, as far as the viewer may know. */
void search_by_person(struct db *db, const struct who *who, struct person_id person, struct out *o);
/* Tokens of what lies in this unit or below it. */
void search_in_unit(struct db *db, struct unit_id unit, struct out *o);

#endif
