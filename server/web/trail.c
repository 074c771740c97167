/* Where one's points went: who read them, what was said, what was made of them, who used them. */
#include "store/trail.h"

#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "point.h"
#include "store/evidence.h"
#include "store/story.h"
#include "store/synthesis.h"
#include "templates.h"
#include "use_handlers.h"
#include "views/guide.h"
#include "views/remark.h"
#include "views/topic.h"
#include "views/trail.h"

enum {
	POINTS = 10,
	NAMES = 8,
	USES = 10,
	REMARKS = 10,
	TEXT_RUNES = 120,
	FACTS = 4,
	LATELY_DAYS = 30
};

struct tracing {
	struct visit *v;
	const struct point *point;
	struct trail_facts facts;
};

static struct trail_fact *add(
	struct tracing *g, const char *deed, int64_t at, const char *icon, const char *words)
{
	struct trail_fact *f = LIST_ADD(g->v->work.arena, &g->facts);
	*f = (struct trail_fact){ .deed = deed,
		.at = at,
		.date = at ? visit_day(g->v, at) : NULL,
		.icon = icon,
		.words = words,
		.to = { NULL } };
	return f;
}

/* One line for all of them: it is not the number that counts. */
static void add_readers(struct tracing *g)
{
	struct arena *a = g->v->work.arena;
	struct trail_readers all =
		trail_readers(g->v->work.db, g->v->work.who, g->point->id, NAMES + 1);
	if (!all.count)
		return;
	struct out names = out_new(a);
	for (size_t i = 0; i < all.count && i < NAMES; i++)
		out_format(&names, "%s%s", i ? _(", ") : "", all.items[i].name);
	const char *format = all.count > NAMES ? _("read by %s and others") : _("read by %s");
	add(g, "read", all.items[0].at, "eye", arena_format(a, format, out_string(&names)));
}

static const char *said_words(enum remark_kind k)
{
	switch (k) {
	case REMARK_WHY:
		return _("%s asked why");
	case REMARK_ADVICE:
		return _("%s gave advice");
	case REMARK_ANSWER:
		return _("%s explained");
	case REMARK_COMMENT:
		break;
	}
	return _("%s said something to it");
}

static void add_remarks(struct tracing *g)
{
	struct arena *a = g->v->work.arena;
	struct remarks all = remark_of_point(g->v->work.db, g->v->work.who, g->point->id);
	int left = REMARKS;
	for (size_t i = all.count; i-- > 0 && left;) {
		const struct remark *r = &all.items[i];
		if (r->own || !r->text || !r->name)
			continue;
		left--;
		struct trail_fact *f = add(g, "said", r->at, "message-circle",
			arena_format(a, said_words(r->kind), r->name));
		f->text = text_cut(a, r->text, TEXT_RUNES);
		f->to = point_url(a, g->point->id, "#r", r->id.n);
	}
}

static void add_uses(struct tracing *g)
{
	struct visit *v = g->v;
	struct arena *a = v->work.arena;
	const struct use_subject s = { USE_POINT, g->point->id.n };
	bool more;
	struct uses all = use_list(v->work.db, v->work.who, s, (struct use_id){ 0 }, USES, &more);
	LIST_EACH (const struct use, u, &all) {
		struct trail_fact *f = add(g, "used", u->at,
			u->effect == EFFECT_FAILED ? "circle-alert" : "circle-check",
			arena_format(a, _("%s used it"), use_who(&v->out->body, u)));
		f->effect = effect_name(u->effect);
		f->effect_words = use_effect_word(u->effect);
		f->text = u->text;
		f->to = use_address(&v->out->body, s, "#uses");
	}
}

/* A unit that took it up under several topics of one week did it once. */
static void add_cited(struct tracing *g)
{
	struct visit *v = g->v;
	struct arena *a = v->work.arena;
	struct syntheses cited = synthesis_citing(v->work.db, v->work.who, g->point->id);
	for (size_t i = 0; i < cited.count; i++) {
		const struct synthesis *s = &cited.items[i];
		struct out topics = out_new(a);
		bool told = false;
		for (size_t k = 0; k < cited.count; k++) {
			const struct synthesis *other = &cited.items[k];
			if (other->unit.n != s->unit.n || other->week.n != s->week.n)
				continue;
			told = told || k < i;
			out_format(&topics, "%s%s", topics.len ? _(", ") : "",
				topic_name(&other->topic));
		}
		if (told)
			continue;
		struct trail_fact *f = add(g, "cited", s->changed_at, "link",
			arena_format(a, _("%1$s took it up under %2$s"), s->unit_name,
				out_string(&topics)));
		f->to = point_text_url(a, "syntheses", s->id.n);
	}
}

static void add_texts(struct tracing *g)
{
	struct visit *v = g->v;
	struct arena *a = v->work.arena;
	struct guides guides = guide_citing(v->work.db, v->work.who, g->point->id);
	LIST_EACH (const struct guide, x, &guides) {
		struct trail_fact *f = add(g, "guided", x->shown_at, "map",
			arena_format(a, _("it changed the guide on %s"), guide_name(x)));
		f->to = point_text_url(a, "topics", x->topic.n);
	}
	struct stories told = story_citing(v->work.db, v->work.who, g->point->id);
	LIST_EACH (const struct story, y, &told) {
		if (!y->published)
			continue;
		struct trail_fact *f = add(g, "told", y->published_at, "book-open",
			arena_format(a, _("told in the story %s"), y->title));
		f->to = point_text_url(a, "stories", y->id.n);
	}
}

static void add_marks(struct tracing *g)
{
	struct arena *a = g->v->work.arena;
	const struct trail_marks m = trail_marks(g->v->work.db, g->v->work.who, g->point->id);
	if (m.highlighted_at)
		add(g, "highlighted", m.highlighted_at, "star", _("flagged as a highlight"))->text =
			m.reason;
	if (m.picked_at)
		add(g, "picked", m.picked_at, "layers", _("chosen by headquarters"))->text =
			m.comment;
	if (m.classified_at && g->point->topics.count) {
		struct out names = out_new(a);
		LIST_EACH (const struct topic, t, &g->point->topics)
			out_format(&names, "%s%s", names.len ? _(", ") : "", topic_name(t));
		add(g, "pinned", m.classified_at, "tag",
			arena_format(a, _("pinned to %s"), out_string(&names)));
	}
}

static void add_alike(struct tracing *g)
{
	struct visit *v = g->v;
	struct arena *a = v->work.arena;
	struct points merged = point_merged_under(v->work.db, v->work.who, g->point->id);
	LIST_EACH (const struct point, p, &merged)
		add(g, "like", 0, "git-merge",
			arena_format(a, _("%1$s says the same: %2$s"), p->team_name, p->headline))
			->to = point_url(a, p->id, "", 0);
	const struct point *lead =
		g->point->lead.n ? point_get(v->work.db, v->work.who, g->point->lead) : NULL;
	if (lead)
		add(g, "like", 0, "git-merge",
			arena_format(
				a, _("stands under one that says the same: %s"), lead->headline))
			->to = point_url(a, lead->id, "", 0);
}

static int newest_first(const void *x, const void *y)
{
	const struct trail_fact *a = x, *b = y;
	if (a->at != b->at)
		return a->at < b->at ? 1 : -1;
	return strcmp(a->words, b->words);
}

static struct trail_point traced(struct visit *v, const struct point *p, const struct evidence *e)
{
	struct tracing g = { .v = v, .point = p };
	add_readers(&g);
	add_remarks(&g);
	add_uses(&g);
	add_cited(&g);
	add_texts(&g);
	add_marks(&g);
	add_alike(&g);
	LIST_SORT(&g.facts, newest_first);
	return (struct trail_point){ .point = p,
		.evidence = use_evidence_words(v->work.arena, e),
		.way = point_way_of(v, p),
		.facts = g.facts,
		.first = g.facts.count > FACTS + 1 ? FACTS : g.facts.count };
}

/* What these weeks brought, in sentences; nothing where there was nothing. */
static void add_lately(struct visit *v, struct trail_view *view)
{
	struct arena *a = v->work.arena;
	struct trail_lately l =
		trail_lately(v->work.db, v->work.who, v->work.now - LATELY_DAYS * 86400L);
	if (l.users)
		*LIST_ADD(a, &view->lately) = arena_format(a,
			n_("%1$ld person used what you wrote: %2$s",
				"%1$ld people used what you wrote: %2$s", l.users),
			(long)l.users, use_effects_words(a, l.of_effect));
	if (l.readers)
		*LIST_ADD(a, &view->lately) = arena_format(a,
			n_("%ld person read it", "%ld people read it", l.readers), (long)l.readers);
}

enum outcome trail_show(struct visit *v)
{
	int64_t before, limit;
	bool more;
	if (!cursor_read(v, "trail", &before, &limit))
		return v->face == JSON ? INVALID : NOT_FOUND;
	limit = v->face == PAGE ? POINTS : limit;
	struct trails all = trail_list(v->work.db, v->work.who, before, limit, &more);
	struct trail_view view = { .chrome = &v->chrome, .first = !before };
	struct json_writer j;
	if (v->face == PAGE && !before)
		add_lately(v, &view);
	if (v->face == JSON) {
		j = visit_json(v, 200);
		json_begin_object(&j);
		json_key_array(&j, "items");
	}
	LIST_EACH (const struct trail, t, &all) {
		const struct point *p = point_get(v->work.db, v->work.who, t->point);
		struct evidence e =
			evidence_of_any(v->work.db, (struct use_subject){ USE_POINT, t->point.n });
		if (!p)
			continue;
		struct trail_point one = traced(v, p, &e);
		if (v->face == JSON)
			trail_json(&j, &one, &e);
		else
			*LIST_ADD(v->work.arena, &view.points) = one;
	}
	view.next = more ? cursor_make(v, "trail", all.items[all.count - 1].event) : NULL;
	if (v->face == PAGE) {
		trail(visit_page(v, _("Where my points went")), &view);
		return DONE;
	}
	json_end(&j);
	json_key_text(&j, "next", view.next);
	json_end(&j);
	return DONE;
}
