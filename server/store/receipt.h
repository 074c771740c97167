/*
 * receipt: who a bulletin was for, and whether they opened it and signed for it. Units are those of
 * the day it went out.
 */
#ifndef STORE_RECEIPT_H
#define STORE_RECEIPT_H

#include "doors/txn.h"
#include "who.h"

struct receipt {                                    /* of one person */
	int64_t delivered_at, opened_at, signed_at; /* 0: not yet */
};
/* The viewer's own; NULL: it was issued before they came. */
const struct receipt *receipt_own(struct db *db, const struct who *who, struct bulletin_id id);

struct receipt_waiting {
	struct bulletin_id id;
	const char *title;
	int64_t delivered_at;
};
struct receipts_waiting {
	struct receipt_waiting *items;
	size_t count, room;
};
/* Not signed for by the viewer, oldest first. */
struct receipts_waiting receipt_waiting(struct db *db, const struct who *who, int64_t limit);

/* How many of a unit; of people who are still there. */
struct receipt_count {
	struct unit_id unit;
	const char *code, *name;
	int64_t delivered, opened, signed_;
};
struct receipt_counts {
	struct receipt_count *items;
	size_t count, room;
};
struct receipt_count receipt_total(struct db *db, struct bulletin_id id);
/* By branch; the headquarters' own people first. Numbers are for who manages the headquarters. */
struct receipt_counts receipt_branches_any(struct db *db, struct bulletin_id id);
/* The teams of a branch and the branch's own people, or one team. For its managers. */
struct receipt_counts receipt_units_any(
	struct db *db, struct bulletin_id id, struct unit_id unit, bool branch);

struct receipt_person {
	struct person_id person;
	struct unit_id unit;
	const char *name, *unit_name;
	int64_t opened_at, signed_at, reminded_at;
};
struct receipt_people {
	struct receipt_person *items;
	size_t count, room;
};
/* Who has not signed, of a unit (of a branch: its teams too), by unit and name. For its managers.
 */
struct receipt_people receipt_missing_any(
	struct db *db, struct bulletin_id id, struct unit_id unit, bool branch);

/* Who has, the last one first. */
struct receipt_people receipt_given_any(
	struct db *db, struct bulletin_id id, struct unit_id unit, bool branch);

/* To be reminded: delivered before then, and not signed, and not reminded yet. */
struct receipt_reminder {
	struct bulletin_id id;
	struct person_id person;
	int64_t delivered_at;
};
struct receipt_reminders {
	struct receipt_reminder *items;
	size_t count, room;
};
struct receipt_reminders receipt_to_remind_any(struct db *db, int64_t before, int64_t limit);

/* For everybody active who does more than administer: they find it in their inbox, too (all at
 * once: they may be thousands). */
void receipt_begin(struct txn *t, struct bulletin_id id, const struct who *by, int64_t now);
/* By e-mail, to each of them who has an address and did not say no; outbox.h sends it. */
void receipt_mail(struct txn *t, struct bulletin_id id, int64_t edition, int64_t now);
void receipt_open(struct txn *t, const struct who *who, struct bulletin_id id, int64_t now);
void receipt_sign(struct txn *t, const struct who *who, struct bulletin_id id, int64_t now);
void receipt_remind(struct txn *t, struct bulletin_id id, struct person_id person, int64_t now);

#endif
