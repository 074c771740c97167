/* What people of the sample say under each other's points, and to those who ask for something. */
#include "answer.h"
#include "ask.h"
#include "demo_acting.h"
#include "remark.h"

static enum outcome look(struct demo_acting *act, struct point_id id)
{
	const struct point *p = point_get(act->work.db, act->work.who, id);
	return p ? answer_read(&act->work, p) : NOT_FOUND;
}

static enum outcome say(struct demo_acting *act, struct demo_line *line, struct point_id id)
{
	static const enum remark_kind kinds[] = {
		[DEED_COMMENT] = REMARK_COMMENT,
		[DEED_ADVISE] = REMARK_ADVICE,
		[DEED_WHY] = REMARK_WHY,
		[DEED_EXPLAIN] = REMARK_ANSWER,
	};
	struct work *w = &act->work;
	struct remark_text said = {
		.kind = kinds[line->deed], .text = line->text, .whom = line->whom
	};
	if (line->to != DEMO_NOBODY) {
		said.to = act->plan->lines.items[line->to].id;
		if (!said.to.n)
			return NOT_FOUND;
	}
	if (line->days) {
		struct local d = zone_local(w->zone, w->now + line->days * 86400);
		said.until = arena_format(w->arena, "%04d-%02d-%02d", d.year, d.month, d.day);
	}
	return remark_say(w, id, &said, &line->id);
}

static enum outcome answer(struct demo_acting *act, const struct ask *ask, const char *text)
{
	const struct demo_units *units = &act->plan->units;
	for (size_t i = 0; i < units->count; i++)
		if (units->items[i].id.n == ask->unit.n)
			demo_acting_be_manager(act, i);
	return ask_answer(&act->work, ask->id, text);
}

/* The ask in a point of the sample; there is one at most. */
static enum outcome help(
	struct demo_acting *act, const struct demo_line *line, const struct demo_entry *e)
{
	struct work *w = &act->work;
	demo_acting_be(act, &act->plan->people.items[e->person]);
	struct asks asks = ask_of_point(w->db, w->who, e->picks[line->pick].id);
	if (!asks.count)
		return NOT_FOUND;
	const struct ask *ask = &asks.items[0];
	if (line->deed == DEED_ASK_ANSWER)
		return answer(act, ask, line->text);
	if (line->deed == DEED_ASK_CONFIRM)
		return ask_confirm(w, ask->id);
	if (line->deed == DEED_ASK_REOPEN)
		return ask_reopen(w, ask->id, line->text);
	return ask_close(w, ask->id);
}

enum outcome demo_say(struct demo_acting *act, const struct demo_event *event)
{
	struct demo_plan *p = act->plan;
	struct demo_line *line = &p->lines.items[event->index];
	const struct demo_entry *e = &p->entries.items[line->entry];
	struct point_id id = e->picks[line->pick].id;
	if (!id.n)
		return NOT_FOUND;
	if (line->deed >= DEED_ASK_ANSWER)
		return help(act, line, e);
	demo_acting_be(act, &p->people.items[line->person]);
	return line->deed == DEED_READ ? look(act, id) : say(act, line, id);
}

enum outcome demo_say_climb(struct demo_acting *act, const struct demo_event *event)
{
	(void)event;
	const struct zone *zone = act->work.zone;
	act->work.who = who_operator();
	while (ask_climb(&act->work))
		;
	act->work.zone = zone;
	return DONE;
}
