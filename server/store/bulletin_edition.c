/* What was issued. */
#include "base/list.h"
#include "bulletin.h"
#include "bulletin_row.h"

#define EDITION                                                                                    \
	"SELECT b.id, e.number, b.edition, b.week, e.title, p.name, e.published_at,"               \
	" f.published_at, b.due_at, e.note, e.frame_md, e.frame_html, e.rules_md, e.rules_html"    \
	" FROM bulletin b JOIN bulletin_edition e ON e.bulletin_id = b.id"                         \
	" JOIN bulletin_edition f ON f.bulletin_id = b.id AND f.number = 1"                        \
	" LEFT JOIN person p ON p.id = e.published_by "

static struct bulletin_editions all(struct q *q)
{
	struct bulletin_editions list = { 0 };
	while (q_row(q)) {
		struct bulletin_edition *e = LIST_ADD(db_arena(q_db(q)), &list);
		e->id.n = q_long(q, 0);
		e->number = q_long(q, 1);
		e->newest = q_long(q, 2);
		e->week.n = q_long(q, 3);
		e->title = q_text(q, 4);
		e->published_by = q_text(q, 5);
		e->published_at = q_long(q, 6);
		e->first_at = q_long(q, 7);
		e->due_at = q_long(q, 8);
		e->note = q_text(q, 9);
		e->frame_md = q_text(q, 10);
		e->frame_html = q_text(q, 11);
		e->rules_md = q_text(q, 12);
		e->rules_html = q_text(q, 13);
	}
	return list;
}

const struct bulletin_edition *bulletin_edition_get(
	struct db *db, struct bulletin_id id, int64_t number)
{
	struct bulletin_editions list = all(db_ask(db,
		SQL(EDITION "WHERE b.id = ?1 AND e.number = CASE WHEN ?2 = 0 THEN b.edition"
			    " ELSE ?2 END"),
		V(id), V(number)));
	return list.count ? list.items : NULL;
}

struct bulletin_editions bulletin_edition_list(struct db *db, struct bulletin_id id)
{
	return all(db_ask(db, SQL(EDITION "WHERE b.id = ?1 ORDER BY e.number DESC"), V(id)));
}

struct bulletin_editions bulletin_list(
	struct db *db, struct bulletin_id before, int64_t limit, bool *more)
{
	struct bulletin_editions list = all(db_ask(db,
		SQL(EDITION "WHERE e.number = b.edition AND b.id < ?1"
			    " ORDER BY b.id DESC LIMIT ?2 + 1"),
		V(before.n ? before.n : INT64_MAX), V(limit)));
	*more = (int64_t)list.count > limit;
	list.count -= *more;
	return list;
}

/* An edition stays as it was, but for a name that its owner took away since (rules/sign.h). */
struct bulletin_pieces bulletin_piece_list(struct db *db, struct bulletin_id id, int64_t edition)
{
	return bulletin_rows(db_ask(db,
		SQL("SELECT kind, noun_id, comment, 1, title, title_en, body_md, body_html,"
		    " point_kind, CASE WHEN kind = 0 AND EXISTS (SELECT 1 FROM point p"
		    " WHERE p.id = noun_id AND p.anonymous = 1) THEN NULL ELSE author END, team, "
		    "branch, week, team_at, branch_at FROM "
		    "bulletin_piece"
		    " WHERE bulletin_id = ?1 AND edition = ?2 ORDER BY kind, position, noun_id"),
		V(id), V(edition)));
}

static void put_piece(struct txn *t, struct bulletin_id id, int64_t edition, size_t position,
	const struct bulletin_piece *p)
{
	bool point = p->kind == PIECE_POINT;
	txn_run(t,
		SQL("INSERT INTO bulletin_piece (bulletin_id, edition, kind, noun_id, position,"
		    " comment, title, title_en, body_md, body_html, point_kind, author, team, "
		    "branch, week, team_at, branch_at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
		    "?16, ?17)"),
		V(id), V(edition), V(p->kind), V(p->noun), V(position), V(p->comment), V(p->title),
		V(p->title_en), V(p->body_md), V(p->body_html),
		point ? value_long(p->point_kind) : value_or_null(0), V(p->author), V(p->team),
		V(p->branch), value_or_null(p->week.n), value_or_null(p->team_at),
		value_or_null(p->branch_at));
}

void bulletin_issue(struct txn *t, const struct bulletin *b, const char *note,
	const struct bulletin_pieces *pieces, struct person_id by, int64_t now)
{
	int64_t edition = b->edition + 1;
	txn_run(t,
		SQL("INSERT INTO bulletin_edition (bulletin_id, number, title, frame_md, "
		    "frame_html,"
		    " rules_md, rules_html, note, published_by, published_at)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"),
		V(b->id), V(edition), V(b->title), V(b->frame_md), V(b->frame_html), V(b->rules_md),
		V(b->rules_html), V(note), value_or_null(by.n), V(now));
	for (size_t i = 0; i < pieces->count; i++)
		put_piece(t, b->id, edition, i, &pieces->items[i]);
	txn_run(t,
		SQL("UPDATE bulletin SET edition = ?2, state = 'published', publish_at = NULL,"
		    " changed_by = ?3, changed_at = ?4, version = version + 1 WHERE id = ?1"),
		V(b->id), V(edition), value_or_null(by.n), V(now));
}
