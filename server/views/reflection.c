#include "reflection.h"

#include "base/list.h"
#include "base/text.h"
#include "week.h"

void reflection_json(struct json_writer *j, const struct reflection_view *v)
{
	const struct reflection *r = v->reflection;
	json_begin_object(j);
	json_key_number(j, "id", r->id.n);
	json_key_text(j, "week", v->week);
	if (r->task)
		json_key_text(j, "task", r->task);
	json_key_text(j, "state", r->state);
	json_key_bool(j, "late", r->late);
	json_key_number(j, "version", r->version);
	json_key_array(j, "points");
	LIST_EACH (const struct point, p, &v->points)
		point_json(j, p);
	json_end(j);
	json_end(j);
}

const char *reflection_title(struct arena *a, const struct reflection *r)
{
	return r->task ? r->task : arena_format(a, _("Reflection on %s"), week_words(a, r->week));
}

const char *reflection_state_word(const struct reflection *r)
{
	if (text_same(r->state, "withdrawn"))
		return _("withdrawn");
	return text_same(r->state, "closed") ? _("closed") : _("handed in");
}

const char *reflection_via_word(enum via via)
{
	switch (via) {
	case VIA_PAGE:
		return _("written in the form");
	case VIA_FILE:
		return _("written as one Markdown text");
	case VIA_API:
		return _("sent by a program");
	case VIA_IMPORT:
		return _("imported");
	}
	return "";
}
