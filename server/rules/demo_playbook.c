/* The sample's playbook: guides, the reading path and who reads along it, stories told aloud, and
 * what newcomers ask. Behind all events. */
#include <stdlib.h>
#include <string.h>

#include "ask.h"
#include "base/out.h"
#include "base/text.h"
#include "demo_acting.h"
#include "demo_blocks.h"
#include "guide.h"
#include "path.h"
#include "report.h"
#include "report_text.h"
#include "script.h"
#include "store/story.h"
#include "topic_ask.h"
#include "use.h"

enum { DAY = 86400 };

/* Somebody of the sample, so many days ago; false: a small organisation does not have everybody. */
static bool be(struct demo_acting *act, const char *login, const char *days)
{
	struct work *w = &act->work;
	const struct who *who = who_login_any(w->db, login);
	if (who)
		w->who = who;
	w->now = act->plan->now - atoi(days) * DAY - 3600;
	return who != NULL;
}

static struct topic_id topic_of(struct demo_acting *act, const char *name)
{
	const struct topic *t = topic_by_word_any(act->work.db, name);
	return t ? t->id : (struct topic_id){ 0 };
}

/* A published one whose title begins so; 0: none. */
static struct story_id story_of(struct demo_acting *act, const char *title)
{
	const struct story_filter f = { .limit = 20 };
	bool more;
	struct stories all = story_list(act->work.db, act->work.who, &f, &more);
	LIST_EACH (const struct story, y, &all)
		if (text_starts(y->title, title))
			return y->id;
	return (struct story_id){ 0 };
}

/* The numbers of points in the place of their keys; nothing where the writer sees no such point. */
static const char *numbered(struct demo_acting *act, const char *text)
{
	struct out o = out_new(act->work.arena);
	for (const char *open; (open = strstr(text, "[["));) {
		const char *end = strstr(open, "]]");
		const char *key = arena_copy(act->work.arena, open + 2, (size_t)(end - open - 2));
		struct point_id id = demo_story_point(act, key);
		out_bytes(&o, text, (size_t)(open - text));
		if (id.n)
			out_format(&o, "[[%lld]]", (long long)id.n);
		text = end + 2;
	}
	out_text(&o, text);
	return out_string(&o);
}

/* topic | owner | days ago | days to the recheck | publish or draft | why */
static enum outcome guide(struct demo_acting *act, const struct demo_block *b)
{
	const char **head = b->head.items;
	int64_t version;
	if (!be(act, head[1], head[2]))
		return DONE;
	const struct guide_input in = { .topic = topic_of(act, head[0]),
		.body = numbered(act, b->text),
		.note = b->head.count > 5 ? head[5] : NULL,
		.days = atoi(head[3]),
		.base_version = -1,
		.publish = text_same(head[4], "publish") };
	return guide_save(&act->work, &in, &version);
}

/* topic, or how a story's title begins | what to look at */
static enum outcome page(struct demo_acting *act, const struct demo_block *b)
{
	struct path_id id;
	demo_acting_be_first(act, TRAINER);
	struct topic_id topic = topic_of(act, b->head.items[0]);
	struct story_id story = { 0 };
	if (!topic.n)
		story = story_of(act, b->head.items[0]);
	if (!topic.n && !story.n)
		return DONE;
	return path_add(&act->work, topic, story, b->head.count > 1 ? b->head.items[1] : NULL, &id);
}

/* login | how many pages are read */
static enum outcome walk(struct demo_acting *act, const struct demo_block *b)
{
	if (!be(act, b->head.items[0], "1"))
		return DONE;
	enum outcome outcome = path_walk(&act->work, true);
	struct path_items all = path_items_any(act->work.db, act->work.who->person);
	for (size_t i = 0; i < all.count && (int)i < atoi(b->head.items[1]) && outcome == DONE; i++)
		outcome = path_tick(&act->work, all.items[i].id, true);
	return outcome;
}

/* story | login | days ago */
static enum outcome script(struct demo_acting *act, const struct demo_block *b)
{
	bool there = be(act, b->head.items[1], b->head.items[2]);
	struct story_id story = story_of(act, b->head.items[0]);
	return there && story.n ? script_save(&act->work, story, b->text, -1) : DONE;
}

/* story | login | days ago | listeners | whom */
static enum outcome told(struct demo_acting *act, const struct demo_block *b)
{
	const char **head = b->head.items;
	struct telling_id id;
	bool there = be(act, head[1], head[2]);
	struct story_id story = story_of(act, head[0]);
	const struct telling_text said = { .whom = head[4],
		.listeners = head[3],
		.day = report_text_day_name(act->work.arena, report_today(&act->work)) };
	return there && story.n ? telling_record(&act->work, story, &said, &id) : DONE;
}

/* topic | login | days ago | effect | customer | under which conditions; below, what happened */
static enum outcome used(struct demo_acting *act, const struct demo_block *b)
{
	const char **head = b->head.items;
	struct use_id id;
	bool there = be(act, head[1], head[2]);
	const struct use_text said = { .effect = head[3],
		.customer = head[4],
		.conditions = b->head.count > 5 ? head[5] : NULL,
		.text = text_trim(act->work.arena, b->text),
		.day = report_text_day_name(act->work.arena, report_today(&act->work)) };
	const struct use_subject s = { USE_TOPIC, topic_of(act, head[0]).n };
	return there ? use_record(&act->work, s, &said, &id) : DONE;
}

/* topic | login | days ago | kind | question; below, the manager's answer */
static enum outcome ask(struct demo_acting *act, const struct demo_block *b)
{
	const char **head = b->head.items;
	struct ask_id id;
	struct work *w = &act->work;
	if (!be(act, head[1], head[2]))
		return DONE;
	enum outcome outcome = topic_ask(w, topic_of(act, head[0]),
		text_same(head[3], "decision") ? ASK_DECISION : ASK_HELP, head[4], &id);
	if (outcome != DONE || text_blank(b->text))
		return outcome;
	const struct demo_units *units = &act->plan->units;
	struct unit_id home = w->who->home;
	for (size_t i = 0; i < units->count; i++)
		if (units->items[i].id.n == home.n)
			demo_acting_be_manager(act, i);
	w->now += DAY / 6;
	return ask_answer(w, id, text_trim(w->arena, b->text));
}

static const struct {
	const char *what;
	enum outcome (*act)(struct demo_acting *act, const struct demo_block *b);
} acts[] = {
	{ "guide", guide },
	{ "path", page },
	{ "script", script },
	{ "told", told },
	{ "ask", ask },
	{ "walk", walk },
	{ "used", used },
};

enum outcome demo_playbook_all(struct demo_acting *act)
{
	struct work *w = &act->work;
	struct demo_blocks all = demo_blocks_read(w->arena, "sample/playbook.md");
	LIST_EACH (const struct demo_block, b, &all) {
		struct demo_block rest = *b;
		rest.head.items++;
		rest.head.count--;
		for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
			if (!text_same(acts[i].what, b->head.items[0]))
				continue;
			w->faults = (struct faults){ .arena = w->arena };
			enum outcome outcome = acts[i].act(act, &rest);
			/* A small sample lacks what some of these are about. */
			if (outcome == BROKEN || outcome == INVALID)
				return outcome;
			work_refresh(w);
		}
	}
	return DONE;
}
