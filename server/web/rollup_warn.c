#include "rollup_warn.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "rules/draft.h"
#include "workbench.h"

enum { OFFERED = 8 };

static void warn(struct visit *v, struct rollup_view *view, const char *what)
{
	*LIST_ADD(v->work.arena, &view->warnings) = what;
}

static void warn_of_people(struct visit *v, struct rollup_view *view)
{
	struct out names = out_new(v->work.arena);
	LIST_EACH (const struct roster_line, l, &view->roster)
		if (l->presence == MISSING)
			out_format(&names, "%s%s", names.len ? _(", ") : "", l->name);
	if (names.len)
		warn(v, view,
			arena_format(
				v->work.arena, _("Not handed in yet: %s"), out_string(&names)));
}

static void warn_of_parts(struct visit *v, struct rollup_view *view)
{
	struct out names = out_new(v->work.arena);
	LIST_EACH (const struct rollup_part_view, p, &view->parts)
		if (!p->part->closed && p->part->active)
			out_format(&names, "%s%s", names.len ? _(", ") : "", p->part->name);
	if (names.len)
		warn(v, view,
			arena_format(v->work.arena,
				_("Still open: %s. What they close later comes into the next open "
				  "week."),
				out_string(&names)));
}

/* A text that cites nothing cannot be traced to those who lived it. */
static void warn_of_texts(struct visit *v, struct rollup_view *view)
{
	struct out names = out_new(v->work.arena);
	LIST_EACH (const struct synthesis_text, s, &view->syntheses)
		if (s->synthesis->cites == 0)
			out_format(&names, "%s%s", names.len ? _(", ") : "",
				point_topic_name(&s->synthesis->topic));
	if (names.len)
		warn(v, view,
			arena_format(v->work.arena, _("The text cites no point yet: %s"),
				out_string(&names)));
}

/* The viewer's own words on a topic that stand in no text yet: once it is closed they cannot. */
static void warn_of_drafts(struct visit *v, struct rollup_view *view)
{
	struct out names = out_new(v->work.arena);
	const char *prefix =
		workbench_subject(v, view->unit->id, view->state.week, (struct topic_id){ 0 });
	prefix = arena_copy(v->work.arena, prefix, strlen(prefix) - 1);
	struct drafts all = draft_that_begin(v->work.db, v->work.who, prefix);
	LIST_EACH (const struct draft, d, &all) {
		struct fields fields = draft_fields(v->work.arena, d);
		const char *body = fields_value(&fields, "body"),
			   *saved = workbench_saved(v, d->subject);
		const struct topic *t = topic_get_any(
			v->work.db, (struct topic_id){ atoll(d->subject + strlen(prefix)) });
		if (t && body && !text_blank(body) && !(saved && text_same(saved, body)))
			out_format(&names, "%s%s", names.len ? _(", ") : "", point_topic_name(t));
	}
	if (names.len)
		warn(v, view,
			arena_format(v->work.arena,
				_("You typed something that is not saved as a text yet: %s"),
				out_string(&names)));
}

enum { NAMED = 4 };

/* Nothing of the sources is lost without a word: what nobody has dealt with is named. */
static void warn_of_points(struct visit *v, struct rollup_view *view)
{
	if (!view->told || !view->handled.of[OPEN])
		return;
	struct out names = out_new(v->work.arena);
	struct handled_points open = handled_open_any(
		v->work.db, view->unit->id, view->state.week, view->state.id, NAMED);
	LIST_EACH (const struct handled_point, p, &open)
		out_format(&names, "%s“%s”", names.len ? _(", ") : "", p->headline);
	if (view->handled.of[OPEN] > NAMED)
		out_text(&names, " …");
	warn(v, view,
		arena_format(v->work.arena,
			n_("%ld point is neither distilled nor merged nor left with a reason: %s",
				"%ld points are neither distilled nor merged nor left with a "
				"reason: %s",
				view->handled.of[OPEN]),
			(long)view->handled.of[OPEN], out_string(&names)));
}

/* What the team used lately; while that is little, the steps of the process. */
void rollup_offer(struct visit *v, struct rollup_view *view)
{
	struct arena *a = v->work.arena;
	if (view->offered.count)
		return;
	struct longs used =
		tally_frequent_any(v->work.db, view->unit->id, view->state.week, OFFERED);
	LIST_EACH (const long, id, &used) {
		const struct topic *t = topic_get_any(v->work.db, (struct topic_id){ *id });
		if (t && text_same(t->state, "accepted"))
			*LIST_ADD(a, &view->offered) = *t;
	}
	if (view->offered.count >= OFFERED)
		return;
	struct topics all = topic_accepted(v->work.db);
	LIST_EACH (const struct topic, t, &all) {
		bool there = false;
		LIST_EACH (const struct topic, o, &view->offered)
			there = there || o->id.n == t->id.n;
		if (!there && view->offered.count < OFFERED)
			*LIST_ADD(a, &view->offered) = *t;
	}
}

void rollup_warn(struct visit *v, struct rollup_view *view)
{
	if (view->unit->kind == UNIT_TEAM)
		warn_of_people(v, view);
	else
		warn_of_parts(v, view);
	warn_of_texts(v, view);
	if (view->unit->kind != UNIT_TEAM)
		warn_of_drafts(v, view);
	warn_of_points(v, view);
	if (view->unclassified && view->unit->kind != UNIT_HQ)
		warn(v, view,
			arena_format(v->work.arena,
				n_("%ld point is not classified", "%ld points are not classified",
					view->unclassified),
				(long)view->unclassified));
	if (view->unclassified && view->unit->kind != UNIT_HQ)
		rollup_offer(v, view);
}
