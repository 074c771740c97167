/* What lies on the desk of the headquarters in one week. Each part costs what it shows. */
#include <string.h>

#include "base/excerpt.h"
#include "base/list.h"
#include "base/text.h"
#include "bulletin.h"
#include "doors/markdown.h"
#include "hq_gather.h"
#include "store/highlight.h"
#include "store/proven.h"
#include "store/story.h"
#include "synthesis.h"
#include "views/week.h"

enum {
	HIGHLIGHTS = 12,
	PROVED = 5,
	FAILED = 5,
	RECURRING = 4,
	GROUPS = 12,
	ASKS = 6,
	STORIES = 4,
	SHARED = 2,
	TEXT_RUNES = 56
};

static const struct unit_id hq = { 1 };

bool hq_gather_is_in(const struct hq_view *view, enum piece_kind kind, int64_t noun)
{
	LIST_EACH (const struct bulletin_part, p, &view->parts[kind])
		if (p->piece->noun == noun)
			return true;
	return false;
}

struct hq_point *hq_gather_point(
	struct visit *v, struct hq_view *view, struct hq_points *list, const struct point *p)
{
	struct hq_point *one = LIST_ADD(v->work.arena, list);
	*one = (struct hq_point){ .point = p,
		.figures = evidence_of_any(v->work.db, (struct use_subject){ USE_POINT, p->id.n }),
		.week = week_short(v->work.arena, p->week),
		.chosen = hq_gather_is_in(view, PIECE_POINT, p->id.n) };
	one->evidence = use_evidence_words(v->work.arena, &one->figures);
	return one;
}

static void add_highlights(struct visit *v, struct week week, struct hq_view *view)
{
	struct highlights all = highlight_at_hq(
		v->work.db, v->work.who, week, week_start(v->work.zone, week), HIGHLIGHTS);
	LIST_EACH (const struct highlight, h, &all) {
		const struct point *p = point_get(v->work.db, v->work.who, h->point);
		if (!p)
			continue;
		struct hq_point *one = hq_gather_point(v, view, &view->highlights, p);
		one->reason = h->reason;
		one->by = h->unit_name;
	}
}

static void add_evidence(struct visit *v, struct hq_view *view)
{
	struct arena *a = v->work.arena;
	int64_t next;
	const struct point_filter best = { .unit = view->unit, .limit = PROVED, .used = true };
	struct points *points = ARENA_NEW(a, struct points);
	*points = proven_list(v->work.db, v->work.who, &best, 0, &next);
	LIST_EACH (const struct point, p, points) {
		struct evidence e =
			evidence_of_any(v->work.db, (struct use_subject){ USE_POINT, p->id.n });
		if (p->reach >= REACH_HQ && e.score)
			hq_gather_point(v, view, &view->proved, p);
	}
	struct uses *uses = ARENA_NEW(a, struct uses);
	*uses = use_newest(v->work.db, v->work.who, EFFECT_FAILED, 4 * FAILED);
	LIST_EACH (const struct use, u, uses) {
		bool had = view->failed.count == FAILED;
		LIST_EACH (const struct hq_use, other, &view->failed)
			had |= other->point->id.n == u->subject.id;
		const struct point *p = had ? NULL
					    : point_get(v->work.db, v->work.who,
						      (struct point_id){ u->subject.id });
		if (p)
			*LIST_ADD(a, &view->failed) = (struct hq_use){ .use = u,
				.point = p,
				.day = visit_day(v, u->at),
				.chosen = hq_gather_is_in(view, PIECE_POINT, p->id.n) };
	}
}

/* Those that most teams told of late, before those that are only new. */
static int most_teams_first(const void *x, const void *y)
{
	const struct radar_group *a = x, *b = y;
	if (a->teams_lately != b->teams_lately)
		return a->teams_lately < b->teams_lately ? 1 : -1;
	return a->newest.n < b->newest.n ? 1 : -1;
}

static void add_recurring(struct visit *v, struct hq_view *view)
{
	struct arena *a = v->work.arena;
	struct point_id next;
	struct radar_groups all = radar_recurring(&v->work, (struct point_id){ 0 }, GROUPS, &next);
	struct radar_groups *kept = ARENA_NEW(a, struct radar_groups);
	LIST_SORT(&all, most_teams_first);
	LIST_EACH (const struct radar_group, g, &all)
		if (g->teams >= SHARED && kept->count < RECURRING)
			*LIST_ADD(a, kept) = *g;
	view->recurring = radar_entries_of(a, kept);
}

static int64_t topic_of(const struct hq_text *t)
{
	return t->text->synthesis->topic.id.n;
}

static _Thread_local const struct matrix *fullest_of;

/* Its row of the matrix; of a topic that has none: past the last. */
static size_t row_of(int64_t topic)
{
	size_t i = 0;
	LIST_EACH (const struct matrix_row, r, fullest_of) {
		if (r->topic && r->topic->id.n == topic)
			return i;
		i++;
	}
	return i;
}

static int fullest_topic_first(const void *x, const void *y)
{
	const struct hq_text *a = x, *b = y;
	size_t i = row_of(topic_of(a)), k = row_of(topic_of(b));
	if (i != k)
		return i > k ? 1 : -1;
	if (topic_of(a) != topic_of(b))
		return topic_of(a) > topic_of(b) ? 1 : -1;
	return a->text->synthesis->id.n > b->text->synthesis->id.n ? 1 : -1;
}

static void add_texts(struct visit *v, struct week week, struct hq_view *view)
{
	struct arena *a = v->work.arena;
	struct syntheses *below = ARENA_NEW(a, struct syntheses);
	struct synthesis_texts *texts = ARENA_NEW(a, struct synthesis_texts);
	*below = synthesis_below(v->work.db, v->work.who, hq, week);
	*texts = synthesis_texts_of(v, below);
	LIST_EACH (const struct synthesis_text, t, texts)
		*LIST_ADD(a, &view->texts) = (struct hq_text){ .text = t,
			.excerpt = text_cut(a,
				excerpt_of_html(
					a, markdown_cites_left_out(a, t->synthesis->body_html)),
				TEXT_RUNES),
			.chosen = hq_gather_is_in(view, PIECE_SYNTHESIS, t->synthesis->id.n) };
	fullest_of = &view->matrix;
	LIST_SORT(&view->texts, fullest_topic_first);
	fullest_of = NULL;
	for (size_t i = 0; i < view->texts.count; i++)
		view->texts.items[i].first = !i || topic_of(&view->texts.items[i]) !=
							   topic_of(&view->texts.items[i - 1]);
}

static void add_asks(struct visit *v, struct hq_view *view)
{
	struct arena *a = v->work.arena;
	struct asks *asks = ARENA_NEW(a, struct asks);
	*asks = ask_waiting(v->work.db, v->work.who, ASKS);
	LIST_EACH (const struct ask, k, asks)
		if (k->unit.n == hq.n)
			*LIST_ADD(a, &view->asks) = (struct hq_ask){ k, visit_time(v, k->due_at),
				k->due_at < v->work.now };
}

/* Published ones that went out nowhere, and those that are in already. */
static void add_stories(struct visit *v, struct hq_view *view)
{
	struct arena *a = v->work.arena;
	bool more;
	const struct story_filter newest = { .limit = 4 * STORIES };
	struct stories *all = ARENA_NEW(a, struct stories);
	*all = story_list(v->work.db, v->work.who, &newest, &more);
	LIST_EACH (const struct story, s, all) {
		int64_t at;
		bool in = hq_gather_is_in(view, PIECE_STORY, s->id.n);
		if (in || (view->stories.count < STORIES &&
				  !bulletin_carrying(v->work.db, PIECE_STORY, s->id.n, &at).n))
			*LIST_ADD(a, &view->stories) =
				(struct hq_story){ s, visit_date(v, s->published_at), in };
	}
}

static void add_carried(struct visit *v, struct week week, struct hq_view *view)
{
	struct bulletin_pieces *all = ARENA_NEW(v->work.arena, struct bulletin_pieces);
	const struct bulletin *draft = bulletin_draft(v->work.db, v->work.who);
	view->frame = "";
	if (draft && draft->week.n == week.n) {
		view->draft = draft;
		view->frame = draft->frame_md;
		*all = bulletin_items(v->work.db, v->work.who, draft->id);
	} else {
		view->other = draft;
		if (view->out.n)
			*all = bulletin_piece_list(v->work.db, view->out,
				bulletin_edition_get(v->work.db, view->out, 0)->number);
	}
	bulletin_sort_parts(v, all, view->parts);
	view->carried = all->count;
}

void hq_gather(struct visit *v, struct week week, struct hq_view *view)
{
	struct arena *a = v->work.arena;
	struct week now = work_week(&v->work);
	view->unit = unit_get(v->work.db, hq);
	view->week = week_name(a, week);
	view->words = week_words(a, week);
	view->days = week_days_words(a, week);
	view->before = week_name(a, (struct week){ week.n - 1 });
	view->after = week.n < now.n ? week_name(a, (struct week){ week.n + 1 }) : NULL;
	view->writes = bulletin_may_write(v->work.db, v->work.who);
	hq_gather_clock(v, week, view);
	add_carried(v, week, view);
	hq_gather_week(v, week, view);
	add_highlights(v, week, view);
	add_evidence(v, view);
	add_recurring(v, view);
	add_texts(v, week, view);
	add_asks(v, view);
	add_stories(v, view);
}
