/* The desk of the headquarters: the third roll-up. */
#include "hq.h"

#include "rules/bulletin_clock.h"
#include "store/rollup.h"
#include "store/unit.h"
#include "templates.h"

static const struct unit_id hq = { 1 };

/* For whoever sees all that reached the headquarters; only its managers write. */
enum outcome hq_open(struct visit *v, struct week *week)
{
	const struct unit *unit = unit_get(v->work.db, hq);
	if (!unit || !rollup_standing(v->work.db, v->work.who, unit).sees_hq)
		return FORBIDDEN;
	if (!visit_week(v, bulletin_clock_now(&v->work).week, week) ||
		week->n > work_week(&v->work).n)
		return NOT_FOUND;
	return DONE;
}

enum outcome hq_page(struct visit *v, struct week week, const char *frame, int status)
{
	struct hq_view view = { .chrome = &v->chrome, .faults = v->work.faults };
	hq_gather(v, week, &view);
	if (frame)
		view.frame = frame;
	if (v->face == JSON) {
		struct json_writer j = visit_json(v, status);
		hq_json(&j, &view);
		return DONE;
	}
	hq_desk(visit_page(v, _("Desk of headquarters")), &view);
	v->out->status = status;
	return DONE;
}

enum outcome hq_show(struct visit *v)
{
	struct week week;
	enum outcome outcome = hq_open(v, &week);
	return outcome == DONE ? hq_page(v, week, NULL, 200) : outcome;
}
