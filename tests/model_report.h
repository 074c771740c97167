/* model_report: daily reports, who writes them and who reads them; done to the program and to the
 * model. A report keeps the team of its first submission, whatever becomes of its author. */
#ifndef MODEL_REPORT_H
#define MODEL_REPORT_H

#include "model_talk.h"
#include "rules/report_text.h"

enum { MODEL_REPORTS = 64 };

static struct model_report {
	int64_t id, day;
	int person, team;
} model_reports[MODEL_REPORTS];
static int model_report_count;

static inline struct model_report *model_report_of(int person, int64_t day)
{
	for (int i = 0; i < model_report_count; i++)
		if (model_reports[i].person == person && model_reports[i].day == day)
			return &model_reports[i];
	return NULL;
}

static inline void play_report(struct play *g)
{
	int person = play_anybody(g);
	const struct model_person *p = &g->m->people[person];
	struct local now = zone_local(zone_find("Asia/Shanghai"), clock_now());
	int64_t day = day_number(now.year, now.month, now.day) - play_below(g, 3);
	struct model_report *old = model_report_of(person, day);
	bool writes = (p->roles & REP) && g->m->units[p->home].kind == UNIT_TEAM;
	if (!old && model_report_count == MODEL_REPORTS)
		return;
	struct arena *a = g->h->arena;
	struct answer done = house_put(g->h, play_login(g, person),
		arena_format(a, "/api/reports/%s", report_text_day_name(a, day)),
		arena_format(
			a, "# 经过\n第 %d 步。\n# 问题\n没有。\n# 下一步\n再去。\n", (int)g->step));
	int expected = !p->active ? 401 : !writes ? 403 : old ? 200 : 201;
	if (done.status != expected)
		PLAY_WRONG(g, "a report of %s is %d, expected %d", play_login(g, person),
			done.status, expected);
	if (done.status == 201)
		model_reports[model_report_count++] =
			(struct model_report){ json_get_number(done.json, "id", 0), day, person,
				p->home };
}

static inline void play_compare_reports(struct play *g, int person)
{
	size_t expected = 0, found = 0;
	for (int i = 0; i < model_report_count && g->m->people[person].active; i++)
		expected += model_reports[i].person == person ||
			    model_in_team(g->m, person, model_reports[i].team);
	struct answer a = house_get(g->h, play_login(g, person), "/api/reports?limit=100");
	found = json_count(json_get(a.json, "items"));
	if (found != expected)
		PLAY_WRONG(g, "%s reads %zu reports, expected %zu", play_login(g, person), found,
			expected);
}

#endif
