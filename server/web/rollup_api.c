/* What managers do to a roll-up, for programs: JSON in, the roll-up or the point out. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "rollup_gather.h"
#include "rules/classify.h"
#include "rules/excuse.h"
#include "rules/highlight.h"
#include "rules/leave.h"
#include "rules/merge.h"
#include "rules/pick.h"
#include "rules/synthesis.h"
#include "version.h"

/* The object in the body, {} if there is no body; NULL with a fault, or with 415. */
static const struct json *body_of(struct visit *v)
{
	const char *text = v->in->body;
	size_t len = v->in->body_len;
	struct json_problem problem;
	if (len && !form_is("application/json", v->in->content_type)) {
		v->out->status = 415;
		return NULL;
	}
	if (!len)
		text = "{}", len = 2;
	const struct json *j = json_parse(v->work.arena, text, len, &problem);
	if (j && json_kind(j) == JSON_OBJECT_VALUE)
		return j;
	if (j)
		fault_add(&v->work.faults, NULL, _("Send one JSON object."));
	else
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
	return NULL;
}

static enum outcome then_point(struct visit *v, enum outcome outcome)
{
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	return point_show(v);
}

static enum outcome then_rollup(struct visit *v, enum outcome outcome)
{
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	return rollup_show(v);
}

/* The unit in the address and the week in the query. */
static bool place(struct visit *v, const struct unit **unit, struct week *week)
{
	*unit = rollup_gather_unit(v);
	return *unit && visit_week(v, work_week(&v->work), week);
}

struct numbers {
	int64_t *items;
	size_t count, room;
};

static struct numbers numbers_of(struct visit *v, const struct json *array)
{
	struct numbers list = { 0 };
	for (size_t i = 0; i < json_count(array); i++)
		*LIST_ADD(v->work.arena, &list) = json_as_number(json_at(array, i), 0);
	return list;
}

/* {"topics": [3, "报价"]}: numbers, or words as in a tag. */
enum outcome rollup_api_classify(struct visit *v)
{
	const struct json *body = body_of(v), *topics = json_get(body, "topics");
	struct topic_id *ids = ARENA_MANY(v->work.arena, struct topic_id, json_count(topics) + 1);
	struct classification c = { .topics = ids };
	if (!body)
		return INVALID;
	if (json_kind(topics) != JSON_ARRAY_VALUE) {
		fault_add(&v->work.faults, "topics",
			_("A list of topics is missing: numbers or names."));
		return INVALID;
	}
	for (size_t i = 0; i < json_count(topics); i++) {
		const struct json *t = json_at(topics, i);
		if (json_kind(t) == JSON_TEXT_VALUE)
			*LIST_ADD(v->work.arena, &c.words) = json_as_text(t);
		else
			ids[c.count++].n = json_as_number(t, 0);
	}
	return then_point(v, classify_set(&v->work, (struct point_id){ v->arg[0] }, &c));
}

static struct point_id *points_of(struct visit *v, const struct json *body, size_t *n)
{
	struct numbers list = numbers_of(v, json_get(body, "points"));
	struct point_id *points = ARENA_MANY(v->work.arena, struct point_id, list.count + 1);
	for (size_t i = 0; i < list.count; i++)
		points[i].n = list.items[i];
	*n = list.count;
	return points;
}

/* {"points": [12, 15]} under the one in the address. */
enum outcome rollup_api_merge(struct visit *v)
{
	const struct json *body = body_of(v);
	size_t n;
	if (!body)
		return INVALID;
	const struct point_id *points = points_of(v, body, &n);
	return then_point(v, merge_points(&v->work, (struct point_id){ v->arg[0] }, points, n));
}

enum outcome rollup_api_unmerge(struct visit *v)
{
	return then_point(v, merge_undo(&v->work, (struct point_id){ v->arg[0] }));
}

static const char *word(const struct json *body, const char *key)
{
	const char *s = json_get_text(body, key);
	return s ? s : "";
}

enum outcome rollup_api_highlight(struct visit *v)
{
	struct point_id id = { v->arg[0] };
	if (v->in->method == DELETE)
		return then_point(v, highlight_undo(&v->work, id));
	const struct json *body = body_of(v);
	return body ? then_point(v, highlight_set(&v->work, id, word(body, "reason"))) : INVALID;
}

enum outcome rollup_api_leave(struct visit *v)
{
	struct point_id id = { v->arg[0] };
	if (v->in->method == DELETE)
		return then_point(v, leave_undo(&v->work, id));
	const struct json *body = body_of(v);
	return body ? then_point(v, leave_points(&v->work, &id, 1, word(body, "reason"))) : INVALID;
}

/* {"points": [12, 15], "reason": "…"} */
enum outcome rollup_api_leave_many(struct visit *v)
{
	const struct json *body = body_of(v);
	const struct unit *unit;
	struct week week;
	size_t n;
	if (!place(v, &unit, &week))
		return NOT_FOUND;
	if (!body)
		return INVALID;
	const struct point_id *points = points_of(v, body, &n);
	return then_rollup(v, leave_points(&v->work, points, n, word(body, "reason")));
}

enum outcome rollup_api_pick(struct visit *v)
{
	struct point_id id = { v->arg[0] };
	if (v->in->method == DELETE)
		return then_point(v, pick_undo(&v->work, id));
	const struct json *body = body_of(v);
	return body ? then_point(v, pick_set(&v->work, id, word(body, "comment"))) : INVALID;
}

/* {"topics": […]}, {"picks": […]}, or {"topic": 5, "points": […]} (0: those without one). */
enum outcome rollup_api_order(struct visit *v)
{
	const struct json *body = body_of(v), *list;
	const struct unit *unit;
	struct week week;
	if (!place(v, &unit, &week))
		return NOT_FOUND;
	if (!body)
		return INVALID;
	int64_t scope = ORDER_TOPICS;
	if (!(list = json_get(body, "topics")) && (list = json_get(body, "picks")))
		scope = ORDER_PICKS;
	if (!list && (list = json_get(body, "points")))
		scope = json_get_number(body, "topic", 0);
	if (json_kind(list) != JSON_ARRAY_VALUE || scope < ORDER_PICKS) {
		fault_add(&v->work.faults, NULL,
			_("Say what is put in order: topics, picks, or the points of a topic."));
		return INVALID;
	}
	struct numbers ids = numbers_of(v, list);
	return then_rollup(v, order_set(&v->work, unit->id, week, scope, ids.items, ids.count));
}

enum outcome rollup_api_excuse(struct visit *v)
{
	const struct unit *unit;
	struct week week;
	struct person_id person = { v->arg[0] };
	if (!place(v, &unit, &week))
		return NOT_FOUND;
	if (v->in->method == DELETE)
		return then_rollup(v, excuse_drop(&v->work, unit->id, week, person));
	const struct json *body = body_of(v);
	if (!body)
		return INVALID;
	return then_rollup(v, excuse_put(&v->work, unit->id, week, person, word(body, "reason")));
}

/* {"body_md": "…", "version": 2}: the version it was written on top of; without it, whatever is
 * there. */
enum outcome rollup_api_synthesis(struct visit *v)
{
	const struct json *body = body_of(v);
	const struct unit *unit;
	struct synthesis_edit e = { .topic = { v->arg[0] } };
	struct synthesis_id id;
	if (!place(v, &unit, &e.week))
		return NOT_FOUND;
	if (!body)
		return INVALID;
	e.unit = unit->id;
	e.body = word(body, "body_md");
	e.base_version = version_asked(v, json_get_number(body, "version", -1));
	enum outcome outcome = synthesis_save(&v->work, &e, &id);
	work_refresh(&v->work);
	const struct synthesis *now = outcome == STALE ? synthesis_of_topic(v->work.db, v->work.who,
								 e.unit, e.week, e.topic)
						       : NULL;
	if (outcome == STALE)
		return version_stale(v, now ? now->version : 0, e.body, now ? now->body_md : NULL);
	if (outcome != DONE)
		return outcome;
	v->arg[0] = id.n;
	return synthesis_show(v);
}
