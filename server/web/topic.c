/* Topics: the map of the process, what the field for topics suggests, and the list for programs. */
#include "rules/topic.h"

#include "base/list.h"
#include "base/text.h"
#include "cursor.h"
#include "handlers.h"
#include "store/guide.h"
#include "store/topic_count.h"
#include "store/topic_look.h"
#include "templates.h"
#include "views/topic.h"
#include "views/topic_chart.h"

enum outcome topic_suggest_show(struct visit *v)
{
	struct topics found = topic_suggest(v->work.db, v->work.who, visit_query(v, "q"));
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct topic, t, &found) {
		const char *tag = topic_tag(v->work.db, t);
		if (!tag)
			continue;
		json_begin_object(&j);
		json_key_text(&j, "name", topic_name(t));
		json_key_text(&j, "tag", tag);
		json_key_text(&j, "kind", topic_kind_word(t));
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	return DONE;
}

static struct topic_lines *lines_of(struct topic_map_view *view, const struct topic *t)
{
	switch (t->kind[0]) {
	case 's':
		return &view->steps;
	case 'd':
		return &view->difficulties;
	case 'a':
		return &view->abilities;
	default:
		return &view->topics;
	}
}

static bool stands_under(const struct topic *t, const struct topics *all)
{
	LIST_EACH (const struct topic, above, all)
		if (t->parent.n && above->id.n == t->parent.n && text_same(above->kind, t->kind))
			return true;
	return false;
}

struct newness {
	struct topic_looks looks;
	struct topic_counts lately;
	struct guide_dates guides;
	int64_t since;
};

static struct newness newness_of(struct visit *v)
{
	struct newness n = { .since = v->work.now - TOPIC_NEW_WEEKS * 7 * 86400L };
	n.looks = topic_looks(v->work.db, v->work.who);
	n.lately = topic_lately(v->work.db, v->work.who, work_week(&v->work), n.since);
	n.guides = guide_dates(v->work.db, v->work.who);
	return n;
}

/* Since the viewer looked last; of a page they never opened, this month. */
static void add_news(struct topic_line *l, const struct newness *n)
{
	const struct topic_look *look = topic_look_of(&n->looks, l->topic->id);
	int64_t points = l->of_kind[EXPERIENCE] + l->of_kind[LESSON], fresh;
	l->seen = look != NULL;
	fresh = look ? points - look->points : topic_count_of(&n->lately, l->topic->id).of_kind[0];
	l->fresh = fresh < 0 ? 0 : fresh < points ? fresh : points;
	LIST_EACH (const struct guide_date, g, &n->guides)
		if (g->topic.n == l->topic->id.n) {
			l->guide = true;
			l->guide_new = g->at > (look ? look->at : n->since);
		}
}

static void add_line(struct visit *v, struct topic_map_view *view, const struct topic *t,
	const struct topic_counts *counts, const struct newness *news, bool below)
{
	struct topic_count c = topic_count_of(counts, t->id);
	struct topic_line *l = LIST_ADD(v->work.arena, lines_of(view, t));
	*l = (struct topic_line){ .topic = t,
		.about = topic_about_first(v->work.arena, t),
		.of_kind = { c.of_kind[0], c.of_kind[1] },
		.below = below };
	add_news(l, news);
}

enum outcome topic_map_show(struct visit *v)
{
	struct topics all = topic_accepted(v->work.db);
	struct topic_counts counts = topic_count_all(v->work.db, v->work.who);
	struct topic_map_view view = { .chrome = &v->chrome,
		.proposed = topic_proposed(v->work.db, v->work.who),
		.tends = topic_may_tend(v->work.who),
		.judges = topic_may_judge(v->work.db, v->work.who) };
	struct newness news = newness_of(v);
	LIST_EACH (const struct topic, t, &all) {
		if (stands_under(t, &all))
			continue;
		add_line(v, &view, t, &counts, &news, false);
		LIST_EACH (const struct topic, b, &all)
			if (b->parent.n == t->id.n && text_same(b->kind, t->kind))
				add_line(v, &view, b, &counts, &news, true);
	}
	struct chart wide = topic_chart_wide(v->work.arena, &view);
	struct chart tall = topic_chart_tall(v->work.arena, &view);
	view.wide = &wide;
	view.tall = &tall;
	topic_map(visit_page(v, _("Process and topics")), &view);
	return DONE;
}

enum outcome topic_list_show(struct visit *v)
{
	struct topic_id after;
	int64_t limit;
	if (!cursor_read(v, "topics", &after.n, &limit))
		return INVALID;
	struct topics found = topic_list(v->work.db, v->work.who, after, limit + 1);
	bool more = found.count > (size_t)limit;
	if (more)
		found.count--;
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct topic, t, &found) {
		struct strings words = topic_words_any(v->work.db, t->id);
		topic_json(&j, t, &words);
	}
	json_end(&j);
	json_key_text(&j, "next",
		more ? cursor_make(v, "topics", found.items[found.count - 1].id.n) : NULL);
	json_end(&j);
	return DONE;
}
