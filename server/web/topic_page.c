/* One topic: a page of the playbook. */
#include "rules/topic.h"

#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "guide.h"
#include "handlers.h"
#include "path.h"
#include "rules/notice.h"
#include "rules/topic_words.h"
#include "store/point_list.h"
#include "store/proven.h"
#include "store/topic_count.h"
#include "store/topic_edit.h"
#include "templates.h"
#include "topic.h"
#include "use.h"
#include "views/html_stored.h"
#include "views/topic.h"

enum {
	FIRST_POINTS = 10,
	MORE_POINTS = 30,
	FIRST_STORIES = 5,
	FIRST_REPLIES = 20,
	SYNTHESES = 3,
	MOST_ASKED = 100
};

static bool may_see(void *p, long number)
{
	struct visit *v = p;
	return point_get(v->work.db, v->work.who, (struct point_id){ number }) != NULL;
}

const char *topic_place(struct visit *v, const struct topic *t)
{
	struct topics all = topic_of_kind_any(v->work.db, t->kind);
	if (!text_same(t->kind, "step") || !topic_is_accepted(t))
		return NULL;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].id.n == t->id.n)
			return arena_format(v->work.arena, _("Step %d of %d of the process"),
				(int)i + 1, (int)all.count);
	return NULL;
}

static const char *further_words(struct visit *v, const struct topic *t)
{
	struct strings words = topic_words_any(v->work.db, t->id), further = { 0 };
	for (size_t i = 0; i < words.count; i++)
		if (!text_same(words.items[i], t->name_zh) &&
			!text_same(words.items[i], t->name_en))
			*LIST_ADD(v->work.arena, &further) = words.items[i];
	return further.count ? topic_words_join(v->work.arena, &further) : NULL;
}

static void fill_column(struct visit *v, struct topic_view *view, enum kind kind,
	struct point_id before, int64_t limit)
{
	struct topic_column *c = &view->columns[kind];
	const struct point_filter f = {
		.topic = view->topic->id, .kind = &kind, .before = before, .limit = limit
	};
	bool more;
	int64_t next;
	c->kind = kind;
	if (view->by_effect) {
		c->points = proven_list(v->work.db, v->work.who, &f, before.n, &next);
		c->next = next ? cursor_make(v, "proven", next) : NULL;
	} else {
		c->points = point_list(v->work.db, v->work.who, &f, &more);
		next = more ? c->points.items[c->points.count - 1].id.n : 0;
		c->next = next ? cursor_make(v, "playbook", next) : NULL;
	}
	LIST_EACH (const struct point, p, &c->points) {
		struct evidence e =
			evidence_of_any(v->work.db, (struct use_subject){ USE_POINT, p->id.n });
		*LIST_ADD(v->work.arena, &c->pins) =
			(struct topic_pin){ p, use_evidence_words(v->work.arena, &e) };
	}
}

static enum outcome fill_points(struct visit *v, struct topic_view *view)
{
	struct topic_counts counts = topic_count_all(v->work.db, v->work.who);
	struct topic_count count = topic_count_of(&counts, view->topic->id);
	for (int kind = 0; kind < KINDS; kind++)
		view->columns[kind].count = count.of_kind[kind];
	view->only = -1;
	view->by_effect = text_same(visit_query(v, "order"), "effect");
	if (!*visit_query(v, "kind")) {
		for (int kind = 0; kind < KINDS; kind++)
			fill_column(v, view, (enum kind)kind, (struct point_id){ 0 }, FIRST_POINTS);
		return DONE;
	}
	enum kind kind;
	struct point_id before;
	int64_t limit;
	if (!kind_parse(visit_query(v, "kind"), &kind) ||
		!cursor_read(v, view->by_effect ? "proven" : "playbook", &before.n, &limit))
		return NOT_FOUND;
	view->only = (int)kind;
	fill_column(v, view, kind, before, MORE_POINTS);
	return DONE;
}

static struct topics below(struct visit *v, const struct topic *t)
{
	struct topics all = topic_accepted(v->work.db), list = { 0 };
	LIST_EACH (const struct topic, b, &all)
		if (b->parent.n == t->id.n)
			*LIST_ADD(v->work.arena, &list) = *b;
	return list;
}

static void add_syntheses(struct visit *v, struct topic_view *view)
{
	struct synthesis_ids ids = topic_syntheses_any(v->work.db, view->topic->id, MOST_ASKED);
	for (size_t i = 0; i < ids.count && view->syntheses.count < SYNTHESES; i++) {
		const struct synthesis *s = synthesis_get(v->work.db, v->work.who, ids.items[i]);
		if (!s)
			continue;
		*LIST_ADD(v->work.arena, &view->syntheses) =
			(struct topic_synthesis){ .synthesis = s,
				.body = html_stored(v->work.arena, s->body_html, may_see, v) };
	}
}

enum outcome topic_show(struct visit *v)
{
	struct db *db = v->work.db;
	const struct topic_id asked = { v->arg[0] };
	const struct topic *known = topic_known(db, v->work.who, asked);
	if (!known)
		return NOT_FOUND;
	if (known->id.n != asked.n) {
		visit_see_other(v, arena_format(v->work.arena, "/topics/%ld", (long)known->id.n));
		v->out->status = 301;
		return DONE;
	}
	const struct topic *t = topic_whole_any(db, asked);
	struct topic_view view = { .chrome = &v->chrome,
		.topic = t,
		.place = topic_place(v, t),
		.words = further_words(v, t),
		.about = topic_about(t),
		.above = t->parent.n ? topic_known(db, v->work.who, t->parent) : NULL,
		.below = below(v, t),
		.story_count = story_count_of_topic(db, v->work.who, asked),
		.may_edit = topic_may_edit(db, v->work.who, t) };
	enum outcome outcome = fill_points(v, &view);
	if (outcome != DONE)
		return outcome;
	const struct story_filter f = { .topic = asked, .both = true, .limit = FIRST_STORIES };
	bool more;
	view.stories = story_list(db, v->work.who, &f, &more);
	const struct reply_filter r = { .topic = asked, .limit = FIRST_REPLIES };
	view.replies = reply_list(db, v->work.who, &r, &more);
	if (view.only < 0 && topic_is_accepted(t) &&
		topic_looked(&v->work, asked,
			view.columns[EXPERIENCE].count + view.columns[LESSON].count) != DONE)
		return BROKEN;
	if (view.only < 0 && notice_opened(&v->work, NOTICE_GUIDE, asked.n) != DONE)
		return BROKEN;
	if (view.only < 0) {
		add_syntheses(v, &view);
		view.guide = guide_gather(v, t);
		view.here = path_gather_here(v, asked, (struct story_id){ 0 });
		topic_add_asks(v, &view);
		view.uses =
			use_gather(v, (struct use_subject){ USE_TOPIC, asked.n }, topic_name(t));
	}
	topic_page(visit_page(v, topic_name(t)), &view);
	return DONE;
}
