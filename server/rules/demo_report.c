/* Daily reports of the sample's teams: two write daily, one on days in the field. What one of them
 * asks for climbs to the headquarters, which answers it for all. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "demo_acting.h"
#include "demo_blocks.h"
#include "report.h"
#include "reply.h"
#include "ask.h"

static const char file[] = "sample/reports.md";
static const char *const daily[] = { "HD-1", "HD-2" };

size_t demo_report_count(struct demo_plan *p)
{
	return demo_blocks_read(p->arena, file).count;
}

static int64_t today(const struct demo_plan *p)
{
	struct local l = zone_local(p->zone, p->now);
	return day_number(l.year, l.month, l.day);
}

/* So many working days before today; day 4 was a Monday. */
static int64_t day_of(const struct demo_plan *p, int back)
{
	int64_t day = today(p);
	while (back > 0)
		back -= (--day - 4) % 7 < 5;
	return day;
}

static int64_t evening(const struct demo_plan *p, int64_t day, size_t i)
{
	int y, m, d;
	day_date(day, &y, &m, &d);
	return zone_moment(p->zone, y, m, d, 17, 30) + (int64_t)(i * 7 % 60) * 60;
}

int64_t demo_report_at(struct demo_plan *p, size_t i)
{
	struct demo_blocks all = demo_blocks_read(p->arena, file);
	return evening(p, day_of(p, atoi(all.items[i].head.items[1])), i);
}

int64_t demo_report_begin(struct demo_plan *p)
{
	return evening(p, day_of(p, 10), 0);
}

enum outcome demo_report_choose(struct demo_acting *act, const struct demo_event *event)
{
	(void)event;
	const struct demo_units *units = &act->plan->units;
	for (size_t i = 0; i < units->count; i++)
		for (size_t k = 0; k < sizeof daily / sizeof *daily; k++) {
			if (!text_same(units->items[i].code, daily[k]))
				continue;
			demo_acting_be_manager(act, i);
			report_choose(&act->work, units->items[i].id, REPORT_DAILY);
			work_refresh(&act->work);
		}
	return DONE;
}

enum outcome demo_report_write(struct demo_acting *act, const struct demo_event *event)
{
	struct work *w = &act->work;
	struct demo_blocks all = demo_blocks_read(w->arena, file);
	const struct demo_block *b = &all.items[event->index];
	struct report_text text;
	struct report_input in = { .text = &text, .base_version = -1 };
	in.day = day_of(act->plan, atoi(b->head.items[1]));
	w->who = who_login_any(w->db, b->head.items[0]);
	if (!w->who)
		return NOT_FOUND; /* a smaller organisation */
	struct report_id id;
	bool created;
	if (!report_text_parse(w->arena, b->text, strlen(b->text), &text, &w->faults))
		return INVALID;
	return report_submit(w, &in, &id, &created);
}

enum outcome demo_report_share(struct demo_acting *act, const struct demo_event *event)
{
	(void)event;
	struct work *w = &act->work;
	demo_acting_be_first(act, HQ);
	struct asks waiting = ask_waiting(w->db, w->who, 50);
	LIST_EACH (const struct ask, a, &waiting) {
		if (!a->report.n || !strstr(a->text, "停驶天数"))
			continue;
		enum outcome outcome = ask_answer(w, a->id,
			"售后部今天下班前把松江六台车的停驶天数发给你，以后每月五号发给各分公司。");
		work_refresh(w);
		struct reply_input in = { .ask = a->id,
			.question = "投标要用车辆的停驶天数，向谁拿？",
			.body = "售后部**每月五号**"
				"把各园区车辆的停驶天数发给分公司内勤，投标要用就找"
				"内勤拿。\n\n等不及五号的，当天打售后值班电话，第二天下班前给。",
			.base_version = -1 };
		struct reply_id id;
		return outcome == DONE ? reply_save(w, &in, &id) : outcome;
	}
	return DONE;
}
