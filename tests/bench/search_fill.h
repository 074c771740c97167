/*
 * search_fill: an organisation with many points, for tests/bench/search.c: 5 branches, 10 teams
 * each, 8 people a team. Points are recombined from the sentences of the sample (templates/sample),
 * three to eight each, with a name and figures of their own, so that there are rare words too. They
 * rise as weeks go: all but the last two weeks have reach hq.
 */
#ifndef BENCH_SEARCH_FILL_H
#define BENCH_SEARCH_FILL_H

#include <stdio.h>
#include <string.h>

#include "base/list.h"
#include "base/out.h"
#include "base/strings.h"
#include "base/text.h"
#include "doors/disk.h"
#include "doors/txn.h"
#include "rules/install.h"
#include "store/person.h"
#include "store/setting.h"
#include "store/sight.h"
#include "store/topic.h"
#include "store/unit.h"

enum { BRANCHES = 5, TEAMS = 10, PEOPLE = 8, WEEKS = 100, TOPICS = 45, FIRST_WEEK = 2867 };

static uint64_t dice = 88172645463325252u;

static size_t roll(size_t sides)
{
	dice ^= dice << 13, dice ^= dice >> 7, dice ^= dice << 17;
	return (size_t)(dice % sides);
}

/* Sentences of the sample's points and stories, without its marks. */
static struct strings read_sentences(struct arena *a)
{
	static const char *const files[] = { "templates/sample/points.md",
		"templates/sample/stories/01-school-kitchen.md",
		"templates/sample/stories/02-forty-five-days.md",
		"templates/sample/stories/03-fourth-in-the-tender.md" };
	struct strings all = { 0 };
	for (size_t f = 0; f < sizeof files / sizeof *files; f++) {
		size_t len;
		const char *why = "";
		char *text = disk_read(a, files[f], 4 << 20, &len, &why);
		if (!text) {
			fprintf(stderr, "%s\n", why);
			continue;
		}
		struct out now = out_new(a);
		for (const char *p = text, *end = text + len; p < end;) {
			const char *at = p;
			int r = text_rune(&p, end);
			if (r != '\n' && !strchr("{}|#*@", r < 128 && r > 0 ? r : 'x'))
				out_bytes(&now, at, (size_t)(p - at));
			if ((r == 0x3002 || r == '\n' || r == 0xFF1F) && now.len > 24) {
				*LIST_ADD(a, &all) = arena_string(a, out_string(&now));
				now = out_new(a);
			} else if (r == '\n')
				now = out_new(a);
		}
	}
	return all;
}

static void own_words(struct out *o)
{
	out_text(o, "客户");
	for (int i = 0; i < 3; i++)
		out_rune(o, 0x4E00 + (unsigned)(roll(140) * roll(140)));
	out_format(o, "要 %d 台，型号 E%d-%c%d。", (int)roll(60), (int)roll(90),
		'a' + (int)roll(26), (int)roll(1000));
}

static void make_point(
	struct arena *a, const struct strings *s, struct out *headline, struct out *body)
{
	*headline = out_new(a), *body = out_new(a);
	out_text(headline, text_cut(a, s->items[roll(s->count)], 18 + roll(12)));
	for (size_t n = 3 + roll(6); n; n--)
		out_text(body, s->items[roll(s->count)]);
	own_words(body);
}

static void add_people(struct txn *t, struct arena *a)
{
	struct unit_id hq = unit_add(t, "hq", "总部", UNIT_HQ, (struct unit_id){ 0 }, 0);
	const struct person boss = {
		.login = "han", .name = "韩总", .unit = hq, .roles = HQ, .active = true
	};
	person_add(t, &boss, NULL, 0);
	for (int b = 0; b < BRANCHES; b++) {
		struct unit_id branch = unit_add(t, arena_format(a, "b%d", b),
			arena_format(a, "第%d分公司", b), UNIT_BRANCH, hq, 0);
		for (int n = 0; n < TEAMS; n++) {
			struct unit_id team = unit_add(t, arena_format(a, "t%d", b * TEAMS + n),
				arena_format(a, "%d队", b * TEAMS + n), UNIT_TEAM, branch, 0);
			for (int p = 0; p < PEOPLE; p++) {
				const char *login =
					arena_format(a, "p%d", (b * TEAMS + n) * PEOPLE + p);
				const struct person row = { .login = login,
					.name = login,
					.unit = team,
					.roles = REP,
					.active = true };
				person_add(t, &row, NULL, 0);
			}
		}
	}
	for (int i = 0; i < TOPICS; i++) {
		const char *name = arena_format(a, "专题%d", i);
		const struct topic topic = {
			.kind = "topic", .state = "accepted", .name_zh = name, .name_en = name
		};
		topic_add_word(t, topic_add(t, &topic, (struct person_id){ 0 }, 0), name);
	}
	sight_refresh(t);
}

/* One point of the number-th, in order of time; ids as add_people made them: people from 2 on,
 * units hq 1, then a branch and its teams. */
static void add_point(struct txn *t, struct arena *a, const struct strings *s, long number, long of)
{
	struct out headline, body;
	make_point(a, s, &headline, &body);
	long person = (long)roll(BRANCHES * TEAMS * PEOPLE), team = person / PEOPLE,
	     branch = team / TEAMS;
	int64_t week = FIRST_WEEK + number * WEEKS / of;
	int64_t branch_id = 2 + branch * (TEAMS + 1), team_id = branch_id + 1 + team % TEAMS;
	int64_t at = (week * 7 + 4 + (int64_t)roll(7)) * 86400 + (int64_t)roll(86400);
	bool risen = week < FIRST_WEEK + WEEKS - 2;
	int64_t id = txn_insert(t,
		SQL("INSERT INTO point (reflection_id, kind, position, headline, body_md, "
		    "body_html, excerpt, author_id, team_id, branch_id, week, team_week, "
		    "branch_week, hq_week, reach, submitted_at, changed_at) VALUES (1, ?1, 0, ?2, "
		    "?3, '', '', ?4, ?5, ?6, ?7, ?7, ?8, ?8, ?9, ?10, ?10)"),
		V((int64_t)roll(2)), V(out_string(&headline)), V(out_string(&body)), V(2 + person),
		V(team_id), value_or_null(risen ? branch_id : 0), V(week),
		value_or_null(risen ? week : 0), V(risen ? 3 : 1), V(at));
	if (!id)
		abort();
	for (size_t n = roll(4); n; n--)
		txn_run(t,
			SQL("INSERT INTO point_topic (point_id, topic_id) VALUES (?1, ?2) ON "
			    "CONFLICT DO NOTHING"),
			V(id), V(1 + (int64_t)(roll(TOPICS) * roll(TOPICS) / TOPICS)));
}

static void fill_truth(struct writer *w, const struct strings *s, long points)
{
	for (long done = 0; done < points;) {
		struct arena *a = arena_new();
		{
			TXN(t, w, a);
			if (done == 0) {
				add_people(&t, a);
				txn_run(&t, SQL("INSERT INTO reflection (id, person_id, team_id, "
						"week, rollup_week, state, late,"
						" version, submitted_at, changed_at) VALUES (1, 2, "
						"3, 2867, 2867, 'closed', 0, 1, 0, 0)"));
			}
			for (int i = 0; i < 5000 && done < points; i++, done++)
				add_point(&t, a, s, done, points);
			if (!txn_commit(&t))
				abort();
		}
		writer_checkpoint(w, 64 << 20);
		arena_free(a);
	}
}

#endif
