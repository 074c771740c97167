/* Search: a page, and for the API. */
#include "store/search_ask.h"

#include <stdio.h>

#include "base/list.h"
#include "base/text.h"
#include "failure.h"
#include "handlers.h"
#include "rules/search_keep.h"
#include "search_guess.h"
#include "store/unit.h"
#include "templates.h"
#include "unit.h"
#include "views/search_keep.h"

enum { LIMIT = 20, LIMIT_MAX = 100, DAY = 86400 };

static void bad(struct visit *v, const char *field, const char *message)
{
	fault_add(&v->work.faults, field, message);
}

static bool all_digits(const char *s, int64_t *n)
{
	*n = 0;
	for (const char *p = s; *p; p++) {
		if (*p < '0' || *p > '9' || *n > INT32_MAX)
			return false;
		*n = *n * 10 + (*p - '0');
	}
	return *s != 0;
}

static void add_kind(struct visit *v, struct query *q)
{
	const char *kind = visit_query(v, "kind");
	struct query_part part = { .kind = QUERY_KIND, .text = kind };
	enum kind known;
	if (!*kind)
		return;
	if (!kind_parse(kind, &known) && !text_same(kind, "story") &&
		!text_same(kind, "synthesis") && !text_same(kind, "answer") &&
		!text_same(kind, "guide"))
		return bad(v, "kind",
			_("There are these kinds: experience, lesson, synthesis, story, answer, "
			  "guide."));
	search_add_filter(v->work.arena, q, part);
}

/* A number or a word. What is unknown, and what this viewer may not know, are the same: no hits. */
static void add_topic(struct visit *v, struct query *q)
{
	const char *topic = visit_query(v, "topic");
	struct query_part part = { .kind = QUERY_TOPIC, .text = topic, .typed = { 0, 1 } };
	int64_t number;
	if (!*topic)
		return;
	if (all_digits(topic, &number))
		part.filter = search_topic_tokens(v->work.db, (struct topic_id){ number });
	search_add_filter(v->work.arena, q, part);
}

/* The tree is known to all, so a unit that is not in it is a fault. */
static void add_unit(struct visit *v, struct query *q, struct search_view *view)
{
	const char *unit = visit_query(v, "unit");
	if (!*unit)
		return;
	view->unit = unit_named(v, unit);
	if (!view->unit)
		return bad(v, "unit", _("There is no such unit. Use its number or its code."));
	struct query_part part = { .kind = QUERY_UNIT, .text = unit };
	part.filter = search_unit_tokens(v->work.db, view->unit);
	search_add_filter(v->work.arena, q, part);
}

static void add_weeks(struct visit *v, struct query *q)
{
	const char *from = visit_query(v, "from"), *to = visit_query(v, "to");
	struct query_part part = { .kind = QUERY_WEEK, .last = { INT32_MAX } };
	if (*from && !week_parse(from, &part.first))
		bad(v, "from", _("Write a week like 2026-W47."));
	if (*to && !week_parse(to, &part.last))
		bad(v, "to", _("Write a week like 2026-W47."));
	if (v->work.faults.count || (!*from && !*to))
		return;
	if (part.last.n < part.first.n)
		return bad(v, "to", _("The last week must not lie before the first."));
	search_add_filter(v->work.arena, q, part);
}

/* The cursor is sealed for this viewer and this question: a number in it would tell how much is
 * written each day. */
static const char *cursor_purpose(struct visit *v)
{
	struct out o = out_new(v->work.arena);
	out_format(&o, "search %ld", (long)v->work.who->person.n);
	for (int i = 0; i < SEARCH_PARAMS; i++)
		out_format(&o, "&%s=%s", search_params[i], visit_query(v, search_params[i]));
	return out_string(&o);
}

static void read_cursor(struct visit *v, struct search_place *p)
{
	const char *sealed = visit_query(v, "cursor");
	if (!*sealed)
		return;
	const char *text =
		secret_open(v->work.arena, &v->app->install.key, cursor_purpose(v), sealed);
	long id, newest, score, today;
	if (!text || sscanf(text, "%ld %ld %ld %ld", &id, &newest, &score, &today) != 4)
		return bad(v, "cursor", _("This cursor is not one of this search. Begin again."));
	*p = (struct search_place){ id, newest, score, today };
}

static const char *cursor_of(struct visit *v, const struct search_found *found)
{
	const struct search_place *p = &found->next;
	if (!found->more)
		return NULL;
	return secret_seal(v->work.arena, &v->app->install.key, cursor_purpose(v),
		arena_format(v->work.arena, "%ld %ld %ld %ld", (long)p->id, (long)p->newest,
			(long)p->score, (long)p->today));
}

static size_t read_limit(struct visit *v)
{
	const char *limit = visit_query(v, "limit");
	int64_t n = LIMIT;
	if (*limit && (!all_digits(limit, &n) || n < 1 || n > LIMIT_MAX))
		bad(v, "limit", _("A page holds 1 to 100 hits."));
	return (size_t)n;
}

static bool has_words(const struct query *q)
{
	LIST_EACH (const struct query_clause, c, q)
		LIST_EACH (const struct query_part, part, c)
			if (!c->without && (part->kind == QUERY_WORD || part->kind == QUERY_PHRASE))
				return true;
	return false;
}

/* Without words nothing is better than another. */
static enum search_sort read_sort(struct visit *v, bool by_words)
{
	const char *sort = visit_query(v, "sort");
	if (*sort && !text_same(sort, "new") && !text_same(sort, "best"))
		bad(v, "sort", _("Hits come newest first (new) or best first (best)."));
	return text_same(sort, "new") || !by_words ? SEARCH_NEW : SEARCH_BEST;
}

/* Words in vain are noted where they were meant: not each letter that is typed on the way to them
 * (the page asks with HX-Request), not where a filter is at fault, or what was meant is known. */
static void note_miss(struct visit *v, const struct search_view *view, const struct query *all)
{
	struct out words = out_new(v->work.arena);
	const struct search_found *f = &view->found;
	if (f->total || f->partial || view->guesses.count || !view->first ||
		request_header(v->in, "HX-Request"))
		return;
	LIST_EACH (const struct query_clause, c, all) {
		const struct query_part *part = c->items;
		if (c->without || (part->kind != QUERY_WORD && part->kind != QUERY_PHRASE))
			return;
		out_format(&words, "%s%s", words.len ? " " : "", part->text);
	}
	search_keep_miss(&v->work, out_string(&words));
}

/* What is written about now: topics of the last four weeks. */
static struct search_facets lately(struct visit *v)
{
	struct week now = work_week(&v->work);
	struct search_ask ask = { .today = v->work.now / DAY, .week = now, .facets = true };
	struct query_part part = {
		.kind = QUERY_WEEK, .first = { now.n - 3 }, .last = { INT32_MAX }
	};
	search_add_filter(v->work.arena, &ask.query, part);
	search_understand(v->work.db, v->work.who, &ask.query);
	return search_ask(v->work.db, v->work.who, &ask).facets;
}

static void show_page(struct visit *v, struct search_view *view)
{
	struct arena *a = v->work.arena;
	struct week now = work_week(&v->work);
	view->week_4 = week_name(a, (struct week){ now.n - 3 });
	view->week_13 = week_name(a, (struct week){ now.n - 12 });
	view->faults = &v->work.faults;
	/* A topic's name is shown only to who sees a text that has it. */
	int64_t topic;
	if (view->found.total && all_digits(view->said[SEARCH_TOPIC], &topic))
		view->topic = topic_get_any(v->work.db, (struct topic_id){ topic });
	struct search_saved this = { view->said[SEARCH_Q], search_filters(a, view->said) };
	view->saved = search_saved_has(v->work.db, v->work.who, &this);
	view->shows_misses = !view->asked && who_is(v->work.who, TRAINER | HQ);
	if (!view->asked)
		view->lately = lately(v);
	if (!view->asked)
		view->kept_list = search_saved_list(v->work.db, v->work.who);
	search_page_fill(a, view);
	search(visit_page(v, _("Search")), view);
}

enum outcome search_show(struct visit *v)
{
	struct search_view view = { .chrome = &v->chrome };
	for (int i = 0; i < SEARCH_PARAMS; i++)
		view.said[i] = visit_query(v, search_params[i]);
	struct query typed = query_parse(v->work.arena, view.said[SEARCH_Q]);
	struct search_ask ask = { .query = query_parse(v->work.arena, view.said[SEARCH_Q]),
		.today = v->work.now / DAY,
		.week = work_week(&v->work),
		.facets = true,
		.hints = !*visit_query(v, "cursor") };
	view.query = &typed;
	view.by_words = has_words(&typed);
	view.terms = query_terms(v->work.arena, &typed);
	ask.sort = read_sort(v, view.by_words);
	view.newest_first = ask.sort == SEARCH_NEW;
	view.first = !*visit_query(v, "cursor");
	ask.limit = read_limit(v);
	add_kind(v, &ask.query);
	add_topic(v, &ask.query);
	add_unit(v, &ask.query, &view);
	add_weeks(v, &ask.query);
	read_cursor(v, &ask.after);
	if (v->work.faults.count && v->face == JSON)
		return INVALID;
	view.asked = ask.query.count > 0 && !v->work.faults.count;
	/* Where nothing was asked, the page shows what is there: the newest, and their topics. */
	if (view.asked || (v->face == PAGE && !v->work.faults.count)) {
		search_understand(v->work.db, v->work.who, &ask.query);
		view.found = search_ask(v->work.db, v->work.who, &ask);
		if (db_failed(v->work.db))
			return BROKEN;
		if (view.found.no_index)
			return failure_answer(v, FAILURE_NO_INDEX);
		search_guess(v, &ask, &view);
		if (view.asked)
			note_miss(v, &view, &ask.query);
	}
	view.next = view.asked ? cursor_of(v, &view.found) : NULL;
	if (v->face == PAGE) {
		show_page(v, &view);
		return DONE;
	}
	struct json_writer j = visit_json(v, 200);
	search_json(&j, v->work.arena, &view);
	return DONE;
}
