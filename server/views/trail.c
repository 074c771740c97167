#include "trail.h"

#include "base/list.h"

static void fact(struct json_writer *j, const struct trail_fact *f)
{
	json_begin_object(j);
	json_key_text(j, "deed", f->deed);
	if (f->at)
		json_key_number(j, "at", f->at);
	json_key_text(j, "words", f->words);
	if (f->text)
		json_key_text(j, "text", f->text);
	if (f->effect)
		json_key_text(j, "effect", f->effect);
	json_end(j);
}

void trail_json(struct json_writer *j, const struct trail_point *p, const struct evidence *e)
{
	json_begin_object(j);
	json_key(j, "point");
	point_json(j, p->point);
	json_key_text(j, "reach", reach_name(p->point->reach));
	use_json_evidence(j, e);
	json_key_array(j, "way");
	point_json_way(j, &p->way);
	json_end(j);
	json_key_array(j, "facts");
	LIST_EACH (const struct trail_fact, f, &p->facts)
		fact(j, f);
	json_end(j);
	json_end(j);
}
