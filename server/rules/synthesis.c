#include "synthesis.h"

#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "doors/txn.h"
#include "rollup.h"
#include "search.h"
#include "store/bulletin.h"
#include "store/event.h"

static enum outcome check(struct work *w, const char *body)
{
	switch (markdown_check(body, strlen(body), MARKDOWN_POINT_LIMIT, NULL, NULL)) {
	case MARKDOWN_OK:
		return DONE;
	case MARKDOWN_TOO_LONG:
		fault_add(&w->faults, "body", _("Shorten it: at most 32 KB."));
		break;
	case MARKDOWN_TOO_DEEP:
		fault_add(&w->faults, "body", _("Take some levels of lists and quotes away."));
		break;
	case MARKDOWN_NOT_UTF8:
	case MARKDOWN_PRIVATE_USE:
		fault_add(&w->faults, "body",
			_("There are characters in it that cannot be kept. Type them anew."));
		break;
	}
	return INVALID;
}

static bool is_stale(const struct synthesis *old, int64_t base_version)
{
	return base_version >= 0 && base_version != (old ? old->version : 0);
}

static bool topic_is_good(struct db *db, struct topic_id id)
{
	const struct topic *topic = topic_get_any(db, id);
	return topic && !topic->merged_into.n && !text_same(topic->state, "refused");
}

struct cited {
	struct point_id *items;
	size_t count, room;
};

/* Of the numbers in it, those of points that the writer sees. */
static struct cited cited_in(struct work *w, struct db *db, const char *body)
{
	struct longs numbers = markdown_cites(w->arena, body);
	struct cited cited = { 0 };
	LIST_EACH (const long, number, &numbers)
		if (point_get(db, w->who, (struct point_id){ *number }))
			LIST_ADD(w->arena, &cited)->n = *number;
	return cited;
}

/* What cites nothing cannot be traced to those who lived it. */
static bool can_be_traced(
	struct work *w, const char *body, const struct cited *cited, const struct synthesis *old)
{
	if (*body ? cited->count || who_is_operator(w->who) : old != NULL)
		return true;
	fault_add(&w->faults, "body",
		*body ? _("Cite at least one point: tap “Cite” beside it, or write its number "
			  "like [[123]].")
		      : _("Write what the points come to, and cite them."));
	return false;
}

static void put_cites(
	struct work *w, struct txn *t, struct synthesis_id id, const struct cited *cited)
{
	LIST_EACH (const struct point_id, point, cited)
		if (!synthesis_cites_any(t->db, id, *point))
			event_add(t, "cited", w->who, *point, (struct remark_id){ 0 }, w->now);
	synthesis_set_cites(t, id, cited->items, cited->count);
}

/* May this be written over it? */
static enum outcome may_replace(
	struct work *w, struct db *db, const struct synthesis *old, int64_t base_version)
{
	int64_t at;
	if (is_stale(old, base_version)) {
		fault_add(&w->faults, "body",
			_("Somebody changed this meanwhile. Both texts are here: choose."));
		return STALE;
	}
	if (!old || !bulletin_carrying(db, PIECE_SYNTHESIS, old->id.n, &at).n)
		return DONE;
	fault_add(&w->faults, NULL,
		_("It went out in a bulletin, so its words stay. Write on in the next week."));
	return CONFLICT;
}

enum outcome synthesis_save(struct work *w, const struct synthesis_edit *e, struct synthesis_id *id)
{
	const struct unit *unit;
	size_t len = strlen(e->body);
	const char *body = text_trim(w->arena, text_unix_lines(w->arena, e->body, &len));
	enum outcome outcome = check(w, body);
	if (outcome != DONE)
		return outcome;
	const char *html = markdown_html(w->arena, body, NULL).html;
	TXN(t, w->writer, w->arena);
	outcome = rollup_open_to(w, t.db, e->unit, e->week, &unit);
	if (outcome != DONE)
		return outcome;
	if (unit->kind == UNIT_TEAM || !topic_is_good(t.db, e->topic))
		return NOT_FOUND;
	const struct synthesis *old = synthesis_of_topic(t.db, w->who, e->unit, e->week, e->topic);
	outcome = may_replace(w, t.db, old, e->base_version);
	if (outcome != DONE)
		return outcome;
	if (old && text_same(old->body_md, body)) {
		*id = old->id;
		return DONE;
	}
	struct cited cited = cited_in(w, t.db, body);
	if (!can_be_traced(w, body, &cited, old))
		return INVALID;
	*id = synthesis_put(&t, rollup_ensure(&t, e->unit, e->week), e->topic, body, html,
		w->who->person, w->now);
	put_cites(w, &t, *id, &cited);
	search_put_synthesis(&t, *id);
	return txn_commit(&t) ? DONE : BROKEN;
}

void synthesis_follow(struct txn *t, struct rollup_id rollup)
{
	struct longs ids = synthesis_ids_any(t->db, rollup);
	LIST_EACH (const long, id, &ids)
		search_put_synthesis(t, (struct synthesis_id){ *id });
}
