#include "receipt.h"

#include "base/list.h"
#include "base/notice_kind.h"

const struct receipt *receipt_own(struct db *db, const struct who *who, struct bulletin_id id)
{
	struct q *q = db_ask(db,
		SQL("SELECT delivered_at, opened_at, signed_at FROM receipt"
		    " WHERE bulletin_id = ?2 AND person_id = ?1"),
		V(who->person), V(id));
	if (!q_row(q))
		return NULL;
	struct receipt *r = ARENA_NEW(db_arena(db), struct receipt);
	*r = (struct receipt){ q_long(q, 0), q_long(q, 1), q_long(q, 2) };
	q_end(q);
	return r;
}

struct receipts_waiting receipt_waiting(struct db *db, const struct who *who, int64_t limit)
{
	struct receipts_waiting list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT r.bulletin_id, e.title, r.delivered_at FROM receipt r"
		    " JOIN bulletin b ON b.id = r.bulletin_id JOIN bulletin_edition e"
		    " ON e.bulletin_id = b.id AND e.number = b.edition"
		    " WHERE r.person_id = ?1 AND r.signed_at IS NULL ORDER BY r.bulletin_id LIMIT "
		    "?2"),
		V(who->person), V(limit));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct receipt_waiting){ { q_long(q, 0) }, q_text(q, 1), q_long(q, 2) };
	return list;
}

#define COUNTS                                                                                     \
	"count(*), count(r.opened_at), count(r.signed_at) FROM receipt r JOIN person p"            \
	" ON p.id = r.person_id AND p.active = 1 "

struct receipt_count receipt_total(struct db *db, struct bulletin_id id)
{
	struct receipt_count n = { 0 };
	struct q *q = db_ask(db, SQL("SELECT " COUNTS "WHERE r.bulletin_id = ?1"), V(id));
	if (q_row(q)) {
		n.delivered = q_long(q, 0);
		n.opened = q_long(q, 1);
		n.signed_ = q_long(q, 2);
		q_end(q);
	}
	return n;
}

static struct receipt_counts counts(struct q *q)
{
	struct receipt_counts list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) = (struct receipt_count){ { q_long(q, 0) },
			q_text(q, 1), q_text(q, 2), q_long(q, 3), q_long(q, 4), q_long(q, 5) };
	return list;
}

struct receipt_counts receipt_branches_any(struct db *db, struct bulletin_id id)
{
	return counts(db_ask(db,
		SQL("SELECT u.id, u.code, u.name, " COUNTS
		    "JOIN unit u ON u.id = coalesce(r.branch_id, 1)"
		    " WHERE r.bulletin_id = ?1 GROUP BY u.id ORDER BY u.id <> 1, u.code"),
		V(id)));
}

struct receipt_counts receipt_units_any(
	struct db *db, struct bulletin_id id, struct unit_id unit, bool branch)
{
	return counts(db_ask(db,
		SQL("SELECT u.id, u.code, u.name, " COUNTS "JOIN unit u ON u.id = r.unit_id"
		    " WHERE r.bulletin_id = ?1 AND (r.unit_id = ?2 OR (?3 AND r.branch_id = ?2))"
		    " GROUP BY u.id ORDER BY u.kind, u.code"),
		V(id), V(unit), V(branch)));
}

#define PEOPLE                                                                                     \
	"SELECT p.id, u.id, p.name, u.name, r.opened_at, r.signed_at, r.reminded_at"               \
	" FROM receipt r JOIN person p ON p.id = r.person_id AND p.active = 1"                     \
	" JOIN unit u ON u.id = r.unit_id"                                                         \
	" WHERE r.bulletin_id = ?1 AND (r.unit_id = ?2 OR (?3 AND r.branch_id = ?2)) "

static struct receipt_people people(struct q *q)
{
	struct receipt_people list = { 0 };
	while (q_row(q)) {
		struct receipt_person *p = LIST_ADD(db_arena(q_db(q)), &list);
		p->person.n = q_long(q, 0);
		p->unit.n = q_long(q, 1);
		p->name = q_text(q, 2);
		p->unit_name = q_text(q, 3);
		p->opened_at = q_long(q, 4);
		p->signed_at = q_long(q, 5);
		p->reminded_at = q_long(q, 6);
	}
	return list;
}

struct receipt_people receipt_missing_any(
	struct db *db, struct bulletin_id id, struct unit_id unit, bool branch)
{
	return people(db_ask(db,
		SQL(PEOPLE "AND r.signed_at IS NULL ORDER BY u.kind, u.code, p.name, p.id"), V(id),
		V(unit), V(branch)));
}

struct receipt_people receipt_given_any(
	struct db *db, struct bulletin_id id, struct unit_id unit, bool branch)
{
	return people(db_ask(db,
		SQL(PEOPLE "AND r.signed_at IS NOT NULL ORDER BY r.signed_at DESC, p.id"), V(id),
		V(unit), V(branch)));
}

struct receipt_reminders receipt_to_remind_any(struct db *db, int64_t before, int64_t limit)
{
	struct receipt_reminders list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT r.bulletin_id, r.person_id, r.delivered_at FROM receipt r JOIN person p"
		    " ON p.id = r.person_id AND p.active = 1 WHERE r.signed_at IS NULL"
		    " AND r.reminded_at IS NULL AND r.delivered_at < ?1"
		    " ORDER BY r.delivered_at LIMIT ?2"),
		V(before), V(limit));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) = (struct receipt_reminder){ { q_long(q, 0) },
			{ q_long(q, 1) }, q_long(q, 2) };
	return list;
}

/* Roles but that of administrators (base/role.h). */
void receipt_begin(struct txn *t, struct bulletin_id id, const struct who *by, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO receipt (bulletin_id, person_id, unit_id, branch_id, delivered_at)"
		    " SELECT ?1, p.id, u.id, CASE u.kind WHEN 'team' THEN u.parent_id"
		    " WHEN 'branch' THEN u.id END, ?2 FROM person p JOIN unit u ON u.id = p.unit_id"
		    " WHERE p.active = 1 AND (p.roles & 31) <> 0 /*scan*/"),
		V(id), V(now));
	txn_run(t,
		SQL("INSERT INTO notice (person_id, kind, noun, noun_id, by_id, times, since, at)"
		    " SELECT person_id, ?2, ?3, bulletin_id, ?4, 1, ?5, ?5 FROM receipt"
		    " WHERE bulletin_id = ?1 AND person_id IS NOT ?4 ORDER BY person_id"),
		V(id), V(notice_kind_words(NOTICE_TO_SIGN)->name),
		V(notice_noun_name(NOTICE_BULLETIN)), value_or_null(by->person.n), V(now));
}

void receipt_mail(struct txn *t, struct bulletin_id id, int64_t edition, int64_t now)
{
	txn_run(t,
		SQL("INSERT INTO outbox (channel, what, what_id, since, person_id, key, next_at,"
		    " made_at) SELECT 'mail', 'bulletin', ?1, ?2, p.id,"
		    " lower(hex(randomblob(16))), ?3, ?3 FROM receipt r JOIN person p"
		    " ON p.id = r.person_id AND p.active = 1"
		    " LEFT JOIN mail_wish m ON m.person_id = p.id WHERE r.bulletin_id = ?1"
		    " AND p.email <> '' AND coalesce(m.hour, 0) <> -1 ORDER BY p.id"),
		V(id), V(edition), V(now));
}

void receipt_open(struct txn *t, const struct who *who, struct bulletin_id id, int64_t now)
{
	txn_run(t,
		SQL("UPDATE receipt SET opened_at = ?3 WHERE bulletin_id = ?2 AND person_id = ?1"
		    " AND opened_at IS NULL"),
		V(who->person), V(id), V(now));
}

void receipt_sign(struct txn *t, const struct who *who, struct bulletin_id id, int64_t now)
{
	txn_run(t,
		SQL("UPDATE receipt SET signed_at = ?3, opened_at = coalesce(opened_at, ?3)"
		    " WHERE bulletin_id = ?2 AND person_id = ?1 AND signed_at IS NULL"),
		V(who->person), V(id), V(now));
}

void receipt_remind(struct txn *t, struct bulletin_id id, struct person_id person, int64_t now)
{
	txn_run(t,
		SQL("UPDATE receipt SET reminded_at = ?3 WHERE bulletin_id = ?1 AND person_id = ?2"
		    " AND reminded_at IS NULL"),
		V(id), V(person), V(now));
}
