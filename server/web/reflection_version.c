/* Earlier versions, for their author: what changed, and going on from one; withdrawing. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "handlers.h"
#include "reflection.h"
#include "templates.h"
#include "write.h"

/* The viewer's own, by the first number of the address. */
static const struct reflection *own(struct visit *v)
{
	const struct reflection *r =
		reflection_get_any(v->work.db, (struct reflection_id){ v->arg[0] });
	return r && r->person.n == v->work.who->person.n ? r : NULL;
}

static const struct reflection_version *find(const struct reflection_versions *all, int64_t number)
{
	LIST_EACH (const struct reflection_version, r, all)
		if (r->number == number)
			return r;
	return NULL;
}

enum outcome reflection_version_show(struct visit *v)
{
	struct arena *a = v->work.arena;
	const struct reflection *r = own(v);
	if (!r)
		return NOT_FOUND;
	struct reflection_versions all = reflection_versions_any(v->work.db, r->id);
	const struct reflection_version *this = find(&all, v->arg[1]);
	if (!this)
		return NOT_FOUND;
	int64_t before = 0;
	LIST_EACH (const struct reflection_version, x, &all)
		if (x->number < this->number && x->number > before)
			before = x->number;
	const char *text = reflection_text_any(v->work.db, r->id, this->number);
	const char *old = before ? reflection_text_any(v->work.db, r->id, before) : text;
	const struct reflection_version_view view = { .chrome = &v->chrome,
		.reflection = r,
		.title = reflection_title(a, r),
		.time = write_time(v, this->saved_at),
		.via = reflection_via_word(this->via),
		.number = this->number,
		.before = before,
		.diff = diff_texts(a, old, text),
		.open = !text_same(r->state, "closed") };
	reflection_version_page(
		visit_page(v, arena_format(a, _("Version %ld"), (long)this->number)), &view);
	return DONE;
}

/* Becomes the draft; nothing counts before it is handed in again. */
enum outcome reflection_restore(struct visit *v)
{
	struct arena *a = v->work.arena;
	const struct reflection *r = own(v);
	const char *text = r ? reflection_text_any(v->work.db, r->id, v->arg[1]) : NULL;
	if (!text || v->arg[1] > r->version)
		return NOT_FOUND;
	struct write_target t;
	const char *subject =
		r->task ? arena_format(a, "reflection/%ld", (long)r->id.n) : week_name(a, r->week);
	enum outcome outcome = write_target_of(v, subject, &t);
	if (outcome != DONE)
		return outcome;
	struct reflection_form form = write_form_from(v, text);
	outcome = draft_replace(&v->work, subject,
		arena_format(a, "%s&base_version=%ld", reflection_form_encode(a, &form),
			(long)r->version));
	return outcome == DONE ? visit_see_other(v, write_address(a, &t)) : outcome;
}

enum outcome reflection_withdraw_post(struct visit *v)
{
	enum outcome outcome = reflection_withdraw(&v->work, (struct reflection_id){ v->arg[0] });
	if (outcome != DONE)
		return outcome;
	return visit_see_other(
		v, arena_format(v->work.arena, "/reflections/%ld?said=withdrawn", (long)v->arg[0]));
}

enum outcome reflection_withdraw_point_post(struct visit *v)
{
	const struct point *p = point_get(v->work.db, v->work.who, (struct point_id){ v->arg[0] });
	enum outcome outcome = reflection_withdraw_point(&v->work, (struct point_id){ v->arg[0] });
	if (outcome != DONE)
		return outcome;
	return visit_see_other(v, arena_format(v->work.arena, "/reflections/%ld?said=withdrawn",
					  (long)p->reflection.n));
}
