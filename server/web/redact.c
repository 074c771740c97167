/* Taking a customer's data out of everything: first the counts, then the deed. */
#include "rules/redact.h"

#include "base/text.h"
#include "handlers.h"
#include "templates.h"
#include "views/redact.h"

static enum outcome page(struct visit *v, struct redact_view *view, int status)
{
	view->chrome = &v->chrome;
	view->fault = fault_of(&v->work.faults, "text");
	view->total = (long)redact_total(&view->places);
	redact(visit_page(v, _("Take a text out")), view);
	v->out->status = status;
	return DONE;
}

enum outcome redact_show(struct visit *v)
{
	struct redact_view view = { .text = "" };
	return page(v, &view, 200);
}

enum outcome redact_do(struct visit *v)
{
	struct redact_view view = { .text = visit_field(v, "text") };
	bool sure = text_same(visit_field(v, "sure"), "1");
	enum outcome outcome = sure ? redact_apply(&v->work, view.text, &view.places)
				    : redact_look(&v->work, view.text, &view.places);
	if (outcome == INVALID)
		return page(v, &view, 422);
	if (outcome != DONE)
		return outcome;
	view.looked = true;
	view.done = sure;
	return page(v, &view, 200);
}
