/* From the week's daily reports and meetings into the weekly form: one tap, one entry. */
#include "write_take.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "report.h"
#include "rules/meeting_line.h"
#include "rules/report_take.h"

enum { FIRST_MONDAY = 4, TASKS_OFFERED = 20 }; /* day_number() of week 0's */

/* What was said at a meeting of this week or the last, and shall be a point. */
static void add_lines(struct visit *v, struct write_takes *list, int64_t monday)
{
	struct arena *a = v->work.arena;
	struct meeting_lines all =
		meeting_line_to_write(v->work.db, v->work.who, monday - 7, monday + 6);
	LIST_EACH (const struct meeting_line, l, &all) {
		struct paste_point p;
		meeting_line_take(a, l, &p);
		*LIST_ADD(a, list) = (struct write_taking){ .day = report_day_words(v, l->day),
			.value = arena_format(
				a, "meeting-%ld.%s", (long)l->id.n, kind_name(l->kind)),
			.kind = l->kind,
			.headline = p.headline };
	}
}

struct write_tasks write_tasks_of(struct visit *v)
{
	struct write_tasks list = { 0 };
	struct tasks all = task_list(v->work.db, v->work.who, v->work.who->team, TASKS_OFFERED);
	LIST_EACH (const struct task, k, &all)
		if (!k->closed && v->work.who->team.n)
			*LIST_ADD(v->work.arena, &list) = *k;
	return list;
}

struct write_takes write_takes_of(struct visit *v, const struct write_target *t)
{
	struct write_takes list = { 0 };
	if (!t->has_week)
		return list;
	int64_t monday = FIRST_MONDAY + 7 * t->week.n;
	struct arena *a = v->work.arena;
	struct reports all = report_own(v->work.db, v->work.who, monday, monday + 6);
	LIST_EACH (const struct report, r, &all) {
		struct report_text text = report_text_stored(a, r->text);
		for (int k = 0; k < KINDS; k++) {
			struct paste_point p;
			if (report_take(a, &text, (enum kind)k, &p))
				*LIST_ADD(a, &list) =
					(struct write_taking){ .day = report_day_words(v, r->day),
						.value = arena_format(a, "%s.%s",
							report_text_day_name(a, r->day),
							kind_name((enum kind)k)),
						.kind = (enum kind)k,
						.headline = p.headline };
		}
	}
	add_lines(v, &list, monday);
	return list;
}

static bool named_line(struct visit *v, const char *said, struct paste_point *p)
{
	const struct meeting_line *l = meeting_line_get(
		v->work.db, v->work.who, (struct line_id){ strtoll(said, NULL, 10) });
	if (!l || !l->to_write || l->point.n || l->person.n != v->work.who->person.n)
		return false;
	meeting_line_take(v->work.arena, l, p);
	return true;
}

/* 2026-11-24.lesson, meeting-12.lesson */
static bool named(struct visit *v, struct paste_point *p)
{
	struct arena *a = v->work.arena;
	const char *said = visit_field(v, "take"), *dot = strchr(said, '.');
	int64_t day;
	enum kind kind;
	if (text_starts(said, "meeting-"))
		return named_line(v, said + strlen("meeting-"), p);
	if (!dot || !kind_parse(dot + 1, &kind) ||
		!report_text_day(arena_copy(a, said, (size_t)(dot - said)), &day))
		return false;
	const struct report *r = report_of_day(v->work.db, v->work.who, day);
	if (!r)
		return false;
	struct report_text text = report_text_stored(a, r->text);
	return report_take(a, &text, kind, p);
}

/* It becomes part of the draft at once, with all that was typed, so that a closed tab loses
 * nothing. */
enum outcome write_take_post(struct visit *v)
{
	struct arena *a = v->work.arena;
	struct write_target t;
	struct paste_point p;
	enum outcome outcome = write_target_of(v, visit_field(v, "subject"), &t);
	if (outcome != DONE)
		return outcome;
	if (!write_is_open_to(v, &t))
		return FORBIDDEN;
	if (!named(v, &p))
		return NOT_FOUND;
	struct reflection_form form = reflection_form_read(a, &v->form);
	reflection_form_add(a, &form, &(struct paste){ .items = &p, .count = 1 });
	outcome = draft_replace(&v->work, t.subject,
		arena_format(a, "%s&base_version=%ld", reflection_form_encode(a, &form),
			(long)write_base(v)));
	if (outcome == INVALID)
		return write_page(v, &t, &form, write_base(v), 422);
	const char *address = write_address(a, &t);
	return outcome == DONE ? visit_see_other(v, arena_format(a, "%s&said=taken", address))
			       : outcome;
}
