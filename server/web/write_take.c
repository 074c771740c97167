/* From the week's daily reports into the weekly form: one tap, one entry. */
#include "write_take.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "report.h"
#include "rules/report_take.h"

enum { FIRST_MONDAY = 4 }; /* day_number() of week 0's */

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
	return list;
}

/* 2026-11-24.lesson */
static bool named(struct visit *v, struct paste_point *p)
{
	struct arena *a = v->work.arena;
	const char *said = visit_field(v, "take"), *dot = strchr(said, '.');
	int64_t day;
	enum kind kind;
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
