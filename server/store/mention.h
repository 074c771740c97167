/*
 * mention: who is named by @ in a remark, or in what was said to an ask. The person is kept by
 * number, with the word that stands in the text, so a new name shows in old texts too. Whoever is
 * mentioned in a remark sees it, wherever it stays (store/remark_row.h).
 */
#ifndef STORE_MENTION_H
#define STORE_MENTION_H

#include "doors/txn.h"
#include "who.h"

struct mentions {
	struct mention {
		struct person_id person;
		const char *word;         /* behind the @ in the text */
		const char *name, *login; /* today's */
	} * items;
	size_t count, room;
};

/* Of a remark, a step, that the viewer sees. */
struct mentions mention_of_remark_any(struct db *db, struct remark_id id);
struct mentions mention_of_step_any(struct db *db, int64_t step);

/* Those of today who may see it, so that they may be mentioned there. An author or asker whose name
 * the viewer may not know is among them only as one of the team. The viewer's own unit first, then
 * by name. */
struct mention_people {
	struct mention_person {
		struct person_id id;
		const char *login, *name, *unit_name;
	} * items;
	size_t count, room;
};
struct mention_people mention_people_of_point(
	struct db *db, const struct who *who, struct point_id point);
struct mention_people mention_people_of_ask(
	struct db *db, const struct who *who, struct ask_id ask);

void mention_add_remark(struct txn *t, struct remark_id id, const struct mentions *all);
void mention_add_step(struct txn *t, int64_t step, const struct mentions *all);
void mention_drop_remark(struct txn *t, struct remark_id id); /* its words change */

#endif
