#include "search_watch.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "base/uri.h"
#include "doors/txn.h"
#include "notice.h"
#include "store/search_ask.h"
#include "store/search_watch.h"
#include "store/unit.h"

enum { HOUR = 3600, DAY = 86400 };

static int64_t number_of(const char *s)
{
	return *s && strspn(s, "0123456789") == strlen(s) ? strtoll(s, NULL, 10) : 0;
}

static const struct unit *unit_of(struct db *db, const char *named)
{
	const struct unit *u = unit_get(db, (struct unit_id){ number_of(named) });
	return u ? u : unit_by_code(db, named);
}

/* One filter of the address, as the search page reads it. false: it means nothing any more. */
static bool add(struct work *w, struct query *q, const struct field *f)
{
	struct query_part part = { .text = f->value, .typed = { 0, 1 } };
	if (text_same(f->name, "kind")) {
		part.kind = QUERY_KIND;
	} else if (text_same(f->name, "topic")) {
		part.kind = QUERY_TOPIC;
		if (number_of(f->value))
			part.filter = search_topic_tokens(
				w->db, (struct topic_id){ number_of(f->value) });
	} else if (text_same(f->name, "unit")) {
		const struct unit *u = unit_of(w->db, f->value);
		part.kind = QUERY_UNIT;
		if (!u)
			return false;
		part.filter = search_unit_tokens(w->db, u);
	} else {
		part.kind = QUERY_WEEK;
		part.last.n = INT32_MAX;
		struct week *end = text_same(f->name, "from") ? &part.first : &part.last;
		if (text_same(f->name, "sort"))
			return true;
		if (!week_parse(f->value, end))
			return false;
	}
	search_add_filter(w->arena, q, part);
	return true;
}

/* -1: it could not be looked at. */
static int64_t total_of(struct work *w, const struct who *who, const struct search_saved *s)
{
	struct search_ask ask = { .query = query_parse(w->arena, s->words),
		.sort = SEARCH_NEW,
		.today = w->now / DAY,
		.week = work_week(w) };
	struct fields fields = { 0 };
	const char *why;
	if (!uri_parse_body(w->arena, s->filters, strlen(s->filters), &fields, &why))
		return -1;
	LIST_EACH (const struct field, f, &fields)
		if (!add(w, &ask.query, f))
			return -1;
	search_understand(w->db, who, &ask.query);
	struct search_found found = search_ask(w->db, who, &ask);
	return found.no_index || found.partial ? -1 : found.total;
}

bool search_watch_look(struct work *w)
{
	struct search_watch watch;
	if (!search_watch_due_any(w->db, w->now, &watch))
		return false;
	const struct who *who = who_person_any(w->db, watch.owner);
	int64_t before = watch.total, total = who ? total_of(w, who, &watch.search) : -1;
	if (total >= 0)
		watch.total = total;
	TXN(t, w->writer, w->arena);
	search_watch_put(&t, &watch, w->now, w->now + HOUR);
	if (before >= 0 && total > before)
		notice_tell(&t, w, watch.owner, NOTICE_NEW_HITS, NOTICE_SEARCH, watch.saved);
	return txn_commit(&t);
}
