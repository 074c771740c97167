/* Writing guides. */
#include "guide.h"

#include "base/out.h"

struct guide_id guide_put(struct txn *t, const struct guide *g, struct person_id by)
{
	if (!g->id.n)
		return (struct guide_id){ txn_insert(t,
			SQL("INSERT INTO guide (topic_id, state, owner_id, body_md, body_html,"
			    " shown_md, shown_html, version, shown_version, changed_by, changed_at,"
			    " shown_at, recheck_days, recheck_at, checked_at) VALUES (?1, ?2, ?3,"
			    " ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"),
			V(g->topic), V((int64_t)g->state), V(g->owner), V(g->body_md),
			V(g->body_html), V(g->shown_md), V(g->shown_html), V(g->version),
			V(g->shown_version), value_or_null(by.n), V(g->changed_at),
			value_or_null(g->shown_at), V(g->recheck_days),
			value_or_null(g->recheck_at), value_or_null(g->checked_at)) };
	txn_run(t,
		SQL("UPDATE guide SET state = ?2, owner_id = ?3, body_md = ?4, body_html = ?5,"
		    " shown_md = ?6, shown_html = ?7, version = ?8, shown_version = ?9,"
		    " changed_by = ?10, changed_at = ?11, shown_at = ?12, recheck_days = ?13,"
		    " told = told AND recheck_at IS ?14, recheck_at = ?14, checked_at = ?15"
		    " WHERE id = ?1"),
		V(g->id), V((int64_t)g->state), V(g->owner), V(g->body_md), V(g->body_html),
		V(g->shown_md), V(g->shown_html), V(g->version), V(g->shown_version),
		value_or_null(by.n), V(g->changed_at), value_or_null(g->shown_at),
		V(g->recheck_days), value_or_null(g->recheck_at), value_or_null(g->checked_at));
	return g->id;
}

void guide_add_version(struct txn *t, const struct guide *g, const char *note, struct person_id by)
{
	bool shown = g->shown_version == g->version;
	txn_run(t,
		SQL("INSERT INTO guide_version (guide_id, number, body_md, note, saved_by, "
		    "saved_at,"
		    " shown_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (guide_id, number)"
		    " DO UPDATE SET shown_at = coalesce(guide_version.shown_at, "
		    "excluded.shown_at)"),
		V(g->id), V(g->version), V(g->body_md), V(note), value_or_null(by.n),
		V(g->changed_at), value_or_null(shown ? g->shown_at : 0));
}

void guide_set_cites(struct txn *t, const struct guide *g, const struct point_id *points, size_t n)
{
	for (size_t i = 0; i < n; i++)
		txn_run(t,
			SQL("INSERT INTO guide_cite (guide_id, number, point_id, position) VALUES"
			    " (?1, ?2, ?3, ?4) ON CONFLICT (guide_id, number, point_id) DO "
			    "NOTHING"),
			V(g->id), V(g->version), V(points[i]), V(i));
}

void guide_set_told(struct txn *t, struct guide_id id)
{
	txn_run(t, SQL("UPDATE guide SET told = 1 WHERE id = ?1"), V(id));
}

/* The cites of both versions, those of `other` behind. */
static void join_cites(struct txn *t, const struct guide *g, int64_t old, const struct guide *other)
{
	txn_run(t,
		SQL("INSERT INTO guide_cite (guide_id, number, point_id, position)"
		    " SELECT ?1, ?2, point_id, position + CASE WHEN guide_id = ?1 THEN 0 ELSE 1000"
		    " END FROM guide_cite WHERE (guide_id = ?1 AND number = ?3) OR (guide_id = ?4"
		    " AND number = ?5) ORDER BY guide_id = ?1 DESC"
		    " ON CONFLICT (guide_id, number, point_id) DO NOTHING"),
		V(g->id), V(g->version), V(old), V(other->id), V(other->version));
}

void guide_move_topic(struct txn *t, struct topic_id from, struct topic_id into, int64_t now)
{
	const struct guide *other = guide_get(t->db, who_operator(), from);
	const struct guide *kept = guide_get(t->db, who_operator(), into);
	if (!other)
		return;
	if (!kept) {
		txn_run(t, SQL("UPDATE guide SET topic_id = ?2 WHERE id = ?1"), V(other->id),
			V(into));
		return;
	}
	struct arena *a = db_arena(t->db);
	struct guide g = *kept;
	g.body_md = arena_format(a, "%s\n\n%s", kept->body_md, other->body_md);
	g.body_html = arena_format(a, "%s%s", kept->body_html, other->body_html);
	g.version++;
	g.changed_at = now;
	guide_put(t, &g, (struct person_id){ 0 });
	guide_add_version(t, &g, other->name_zh, (struct person_id){ 0 });
	join_cites(t, &g, kept->version, other);
	txn_run(t, SQL("DELETE FROM guide_cite WHERE guide_id = ?1"), V(other->id));
	txn_run(t, SQL("DELETE FROM guide_version WHERE guide_id = ?1"), V(other->id));
	txn_run(t, SQL("DELETE FROM guide WHERE id = ?1"), V(other->id));
}
