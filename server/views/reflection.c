#include "reflection.h"

#include "base/list.h"

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
