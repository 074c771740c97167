/* The chips of the search page: filters that can be taken away, and narrower searches. */
#include "search_inner.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "base/uri.h"
#include "point.h"
#include "search_keep.h"
#include "week.h"

enum { WEEKS = 6 /* that are offered one by one */, MOST_TOPICS = 12, RECENT_TOPICS = 6 };

const char *const search_params[SEARCH_PARAMS] = { "q", "kind", "topic", "unit", "from", "to",
	"sort" };

/* The address of this search with one thing said otherwise ("" leaves it out); -1: as it is. */
static struct url with(struct arena *a, const struct search_view *v, int param, const char *value)
{
	struct out o = out_new(a);
	out_text(&o, "/search");
	char between = '?';
	for (int i = 0; i < SEARCH_PARAMS; i++) {
		const char *said = i == param ? value : v->said[i];
		if (!*said)
			continue;
		out_char(&o, between);
		out_text(&o, search_params[i]);
		out_char(&o, '=');
		uri_encode(&o, said);
		between = '&';
	}
	return (struct url){ out_string(&o) };
}

static void add(struct arena *a, struct search_chips *chips, const char *word, int64_t n, bool on,
	struct url address)
{
	*LIST_ADD(a, chips) = (struct search_chip){ word, n, on, address };
}

/* What was typed without the stretch from `at`. */
static const char *q_without(struct arena *a, const char *q, struct span s)
{
	return text_trim(a, arena_format(a, "%.*s %s", (int)s.at, q, q + s.at + s.len));
}

static void typed_filters(struct arena *a, struct search_view *v)
{
	const char *q = v->said[SEARCH_Q];
	LIST_EACH (const struct query_clause, c, v->query)
		LIST_EACH (const struct query_part, part, c) {
			bool words = part->kind == QUERY_WORD || part->kind == QUERY_PHRASE;
			if ((words && !c->without) || !part->typed.len)
				continue;
			add(a, &v->filters, arena_copy(a, q + part->typed.at, part->typed.len), -1,
				true, with(a, v, SEARCH_Q, q_without(a, q, part->typed)));
		}
}

static const char *what_word(enum search_what what)
{
	switch (what) {
	case SEARCH_EXPERIENCE:
		return point_kind_word(EXPERIENCE);
	case SEARCH_LESSON:
		return point_kind_word(LESSON);
	case SEARCH_SYNTHESES:
		return _("Synthesis");
	case SEARCH_REPLIES:
		return _("Answer for all");
	case SEARCH_GUIDES:
		return _("Guide");
	case SEARCH_STORIES:
		break;
	}
	return _("Story");
}

static const char *const what_names[] = { "experience", "lesson", "synthesis", "story", "answer",
	"guide" };

const char *search_what_name(enum search_what what)
{
	return what_names[what];
}

const char *search_kind_word(const char *name)
{
	for (enum search_what w = 0; w < SEARCH_WHATS; w++)
		if (text_same(name, what_names[w]))
			return what_word(w);
	return name;
}

static void said_filters(struct arena *a, struct search_view *v)
{
	if (v->unit)
		add(a, &v->filters, v->unit->name, -1, true, with(a, v, SEARCH_UNIT, ""));
	if (*v->said[SEARCH_TOPIC])
		add(a, &v->filters, v->topic ? point_topic_name(v->topic) : v->said[SEARCH_TOPIC],
			-1, true, with(a, v, SEARCH_TOPIC, ""));
	if (*v->said[SEARCH_FROM])
		add(a, &v->filters, arena_format(a, _("from %s"), v->said[SEARCH_FROM]), -1, true,
			with(a, v, SEARCH_FROM, ""));
	if (*v->said[SEARCH_TO])
		add(a, &v->filters, arena_format(a, _("to %s"), v->said[SEARCH_TO]), -1, true,
			with(a, v, SEARCH_TO, ""));
}

static void kinds(struct arena *a, struct search_view *v)
{
	const char *now = v->said[SEARCH_KIND];
	if (v->found.total || *now)
		add(a, &v->kinds, _("All"), -1, !*now, with(a, v, SEARCH_KIND, ""));
	for (enum search_what w = 0; w < SEARCH_WHATS; w++) {
		bool on = text_same(now, what_names[w]);
		int64_t n = v->found.facets.of_what[w];
		if (n || on)
			add(a, &v->kinds, what_word(w), n, on,
				with(a, v, SEARCH_KIND, what_names[w]));
	}
}

static struct url in_week(struct arena *a, const struct search_view *v, const char *week)
{
	struct url url = with(a, v, SEARCH_FROM, week);
	return (struct url){ arena_format(a, "%s&to=%s", url.address, week) };
}

static void narrower(struct arena *a, struct search_view *v)
{
	const struct search_facets *f = &v->found.facets;
	for (size_t i = 0; i < f->topics.count; i++) {
		const struct topic *t = f->topics.items[i].topic;
		if (!v->topic || v->topic->id.n != t->id.n)
			add(a, &v->topics, point_topic_name(t), f->topics.items[i].n, false,
				with(a, v, SEARCH_TOPIC, arena_format(a, "%ld", (long)t->id.n)));
	}
	for (size_t i = 0; i < f->units.count; i++) {
		const struct unit *u = f->units.items[i].unit;
		if (!v->unit || v->unit->id.n != u->id.n)
			add(a, &v->units, u->name, f->units.items[i].n, false,
				with(a, v, SEARCH_UNIT, u->code));
	}
	if (*v->said[SEARCH_FROM] || *v->said[SEARCH_TO] || f->weeks_13 == 0)
		return;
	add(a, &v->weeks, _("Last 4 weeks"), f->weeks_4, false, with(a, v, SEARCH_FROM, v->week_4));
	add(a, &v->weeks, _("Last 13 weeks"), f->weeks_13, false,
		with(a, v, SEARCH_FROM, v->week_13));
	LIST_EACH (const struct search_week_count, w, &f->weeks)
		if (w < f->weeks.items + WEEKS)
			add(a, &v->weeks, week_words(a, w->week), w->n, false,
				in_week(a, v, week_name(a, w->week)));
}

static void topics(struct arena *a, const struct search_view *v, const struct search_facets *f,
	size_t most, struct search_chips *chips)
{
	for (size_t i = 0; i < f->topics.count && i < most; i++) {
		const struct search_topic_count *t = &f->topics.items[i];
		add(a, chips, point_topic_name(t->topic), t->n, false,
			with(a, v, SEARCH_TOPIC, arena_format(a, "%ld", (long)t->topic->id.n)));
	}
}

/* Words that have hits by themselves, and what is much written about. */
static void suggestions(struct arena *a, struct search_view *v)
{
	const char *q = v->said[SEARCH_Q];
	LIST_EACH (const struct search_alone, w, &v->found.alone) {
		const char *word = arena_copy(a, q + w->typed.at, w->typed.len);
		add(a, &v->alone, word, w->n, false, with(a, v, SEARCH_Q, word));
	}
	LIST_EACH (const struct search_guess, g, &v->guesses)
		add(a, &v->meant, g->typed, g->n, false, with(a, v, SEARCH_Q, g->typed));
	if (v->asked)
		return;
	LIST_EACH (const struct search_saved, s, &v->kept_list)
		add(a, &v->kept, search_saved_name(a, s), -1, false, search_address(a, s));
	topics(a, v, &v->found.facets, MOST_TOPICS, &v->popular);
	topics(a, v, &v->lately, RECENT_TOPICS, &v->recent);
}

void search_page_fill(struct arena *a, struct search_view *v)
{
	search_fill_lines(a, v);
	typed_filters(a, v);
	said_filters(a, v);
	suggestions(a, v);
	if (!v->asked)
		return;
	kinds(a, v);
	narrower(a, v);
	v->other_order = with(a, v, SEARCH_BY, v->newest_first ? "best" : "new");
	if (v->next)
		v->next_page = (struct url){ arena_format(
			a, "%s&cursor=%s", with(a, v, -1, "").address, v->next) };
}
