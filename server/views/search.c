#include "search_inner.h"

#include <string.h>

#include "base/clock.h"
#include "base/kind.h"
#include "base/list.h"
#include "base/uri.h"
#include "html_snippet.h"
#include "point.h"
#include "week.h"

const char *search_type_name(enum search_type type)
{
	static const char *const names[] = { "point", "synthesis", "story", "answer", "guide" };
	return names[type];
}

/* A synthesis has no headline of its own: its topic is one; nor has a guide. */
static const char *title_of(const struct search_hit *h)
{
	if ((h->type == SEARCH_SYNTHESIS || h->type == SEARCH_GUIDE) && h->topics.count)
		return point_topic_name(&h->topics.items[0]);
	return h->headline;
}

/* ?mark="回访"%20gen: the words stay marked on the page that one opens. */
static const char *marks_of(struct arena *a, const struct terms *terms)
{
	struct out words = out_new(a), o = out_new(a);
	LIST_EACH (const struct term, t, terms)
		if (!strchr(t->folded, '"'))
			out_format(&words, t->prefix ? "%s%s" : "%s\"%s\"", words.len ? " " : "",
				t->folded);
	if (!words.len)
		return "";
	out_text(&o, "?mark=");
	uri_encode(&o, out_string(&words));
	return out_string(&o);
}

static struct url address_of(struct arena *a, const struct search_hit *h, const char *marks)
{
	long n = (long)h->noun;
	if (h->type == SEARCH_POINT)
		return (struct url){ arena_format(a, "/points/%ld%s", n, marks) };
	if (h->type == SEARCH_STORY)
		return (struct url){ arena_format(a, "/stories/%ld%s", n, marks) };
	if (h->type == SEARCH_REPLY)
		return (struct url){ arena_format(a, "/answers-for-all/%ld%s", n, marks) };
	if (h->type == SEARCH_GUIDE)
		return (struct url){ arena_format(a, "/topics/%ld#guide", n) };
	return (struct url){ arena_format(a, "/units/%s?week=%s#t%ld", h->unit_code,
		week_name(a, h->week), h->topics.count ? (long)h->topics.items[0].id.n : 0) };
}

/* Points and syntheses are of a week. */
static bool has_week(const struct search_hit *h)
{
	return h->type == SEARCH_POINT || h->type == SEARCH_SYNTHESIS;
}

static void name_kind(struct search_line *l)
{
	l->kind = search_type_name(l->hit->type);
	l->kind_word = l->hit->type == SEARCH_STORY   ? _("Story")
		       : l->hit->type == SEARCH_REPLY ? _("Answer for all")
		       : l->hit->type == SEARCH_GUIDE ? _("Guide")
						      : _("Synthesis");
	if (l->hit->type == SEARCH_POINT) {
		l->kind = kind_name((enum kind)l->hit->kind);
		l->kind_word = point_kind_word((enum kind)l->hit->kind);
	}
}

static void fill(struct arena *a, const struct search_hits *hits, const struct terms *terms,
	struct search_lines *lines)
{
	const char *marks = marks_of(a, terms);
	LIST_EACH (const struct search_hit, h, hits) {
		struct search_line *l = LIST_ADD(a, lines);
		l->hit = h;
		l->title = html_snippet_whole(a, title_of(h), terms);
		l->snippet = html_snippet(a, h->body, terms);
		l->address = address_of(a, h, marks);
		l->week = has_week(h) ? week_words(a, h->week) : NULL;
		name_kind(l);
	}
}

void search_fill_lines(struct arena *a, struct search_view *v)
{
	fill(a, &v->found.hits, &v->terms, &v->lines);
	fill(a, &v->found.some, &v->found.some_terms, &v->some);
}

const char *search_total(struct out *o, const struct search_view *v)
{
	long n = (long)v->found.total;
	if (v->found.partial)
		return html_format(
			o, _("%ld hits among the newest texts; narrow the search for the rest"), n);
	if (!v->found.exact)
		return html_format(o, _("more than %ld,%03ld hits"), n / 1000, n % 1000);
	if (n < 1000)
		return html_format(o, n_("%ld hit", "%ld hits", n), n);
	return html_format(o, _("%ld,%03ld hits"), n / 1000, n % 1000);
}

static void json_hit(struct json_writer *j, struct arena *a, const struct terms *terms,
	const struct search_hit *h)
{
	json_begin_object(j);
	json_key_text(j, "type", search_type_name(h->type));
	json_key_number(j, "id", h->noun);
	if (h->kind >= 0)
		json_key_text(j, "kind", kind_name((enum kind)h->kind));
	json_key_text(j, "title", title_of(h));
	json_key_text(j, "snippet", html_snippet(a, h->body, terms).html);
	json_key(j, "unit");
	h->unit.n ? json_number(j, h->unit.n) : json_nothing(j);
	json_key_text(j, "week", has_week(h) ? week_name(a, h->week) : NULL);
	point_json_topics(j, &h->topics);
	json_end(j);
}

static void json_hits(struct json_writer *j, struct arena *a, const char *name,
	const struct terms *terms, const struct search_hits *hits)
{
	json_key_array(j, name);
	LIST_EACH (const struct search_hit, h, hits)
		json_hit(j, a, terms, h);
	json_end(j);
}

static void json_tally(struct json_writer *j, const char *key, const char *text, int64_t n)
{
	json_begin_object(j);
	json_key_text(j, key, text);
	json_key_number(j, "total", n);
	json_end(j);
}

static void json_named_tally(struct json_writer *j, int64_t id, const char *name, int64_t n)
{
	json_begin_object(j);
	json_key_number(j, "id", id);
	json_key_text(j, "name", name);
	json_key_number(j, "total", n);
	json_end(j);
}

/* Each group by the name of the parameter that narrows by it. */
static void json_facets(struct json_writer *j, struct arena *a, const struct search_facets *f)
{
	json_key_object(j, "facets");
	json_key_array(j, "kind");
	for (enum search_what w = 0; w < SEARCH_WHATS; w++)
		if (f->of_what[w])
			json_tally(j, "kind", search_what_name(w), f->of_what[w]);
	json_end(j);
	json_key_array(j, "topic");
	LIST_EACH (const struct search_topic_count, t, &f->topics)
		json_named_tally(j, t->topic->id.n, point_topic_name(t->topic), t->n);
	json_end(j);
	json_key_array(j, "unit");
	LIST_EACH (const struct search_unit_count, u, &f->units)
		json_named_tally(j, u->unit->id.n, u->unit->name, u->n);
	json_end(j);
	json_key_array(j, "week");
	LIST_EACH (const struct search_week_count, w, &f->weeks)
		json_tally(j, "week", week_name(a, w->week), w->n);
	json_end(j);
	json_end(j);
}

static void json_suggestions(struct json_writer *j, struct arena *a, const struct search_view *v)
{
	if (v->guesses.count)
		json_key_array(j, "did_you_mean");
	LIST_EACH (const struct search_guess, g, &v->guesses)
		json_tally(j, "q", g->typed, g->n);
	if (v->guesses.count)
		json_end(j);
	if (v->found.alone.count)
		json_key_array(j, "alone");
	LIST_EACH (const struct search_alone, w, &v->found.alone)
		json_tally(
			j, "q", arena_copy(a, v->said[SEARCH_Q] + w->typed.at, w->typed.len), w->n);
	if (v->found.alone.count)
		json_end(j);
}

void search_json(struct json_writer *j, struct arena *a, const struct search_view *v)
{
	static const struct search_hits none;
	const struct search_hits *hits = v->found.total   ? &v->found.hits
					 : v->found.loose ? &none
							  : &v->found.some;
	const struct terms *terms = v->found.total ? &v->terms : &v->found.some_terms;
	json_begin_object(j);
	json_key_number(j, "total", v->found.total);
	json_key_bool(j, "total_is_exact", v->found.exact || !v->asked);
	json_facets(j, a, &v->found.facets);
	if (hits->count && !v->found.total)
		json_key_bool(j, "any_of_the_words", true);
	json_suggestions(j, a, v);
	json_hits(j, a, "hits", terms, hits);
	if (v->found.total && v->found.some.count)
		json_hits(j, a, "some", &v->found.some_terms, &v->found.some);
	json_key_text(j, "next", v->next);
	json_end(j);
}
