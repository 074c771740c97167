/* The author's name above the team, or "a member of" it. */
#include "rules/sign.h"

#include "base/text.h"
#include "handlers.h"
#include "use_handlers.h"

enum outcome me_sign(struct visit *v)
{
	enum outcome outcome = sign_default(&v->work, text_same(visit_field(v, "anonymous"), "1"),
		text_same(visit_field(v, "all"), "1"));
	return outcome == DONE ? visit_see_other(v, "/me?said=saved#sign") : outcome;
}

/* {"anonymous": true} */
static bool from_json(struct visit *v, bool *anonymous)
{
	struct json_problem problem;
	const struct json *j = json_parse(v->work.arena, v->in->body, v->in->body_len, &problem);
	if (!j)
		fault_add_at(&v->work.faults, problem.line, problem.column, problem.message);
	else if (json_kind(json_get(j, "anonymous")) != JSON_BOOL_VALUE)
		fault_add(&v->work.faults, "anonymous", _("Write true or false."));
	else
		*anonymous = json_get_bool(j, "anonymous", true);
	return !v->work.faults.count;
}

enum outcome point_sign_post(struct visit *v)
{
	const struct point_id id = { v->arg[0] };
	bool anonymous = text_same(visit_field(v, "anonymous"), "1");
	if (v->face == JSON && !from_json(v, &anonymous))
		return INVALID;
	enum outcome outcome = sign_point(&v->work, id, anonymous);
	if (outcome != DONE)
		return outcome;
	if (v->face == PAGE)
		return visit_see_other(
			v, arena_format(v->work.arena, "/points/%ld?said=saved", (long)id.n));
	work_refresh(&v->work);
	return point_show(v);
}
