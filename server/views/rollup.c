#include "rollup.h"

#include "base/list.h"

static void totals(struct json_writer *j, const int64_t of_kind[KINDS])
{
	for (int k = 0; k < KINDS; k++)
		json_key_number(j, kind_name((enum kind)k), of_kind[k]);
}

void rollup_json(struct json_writer *j, const struct rollup_view *v)
{
	json_begin_object(j);
	json_key_number(j, "unit", v->unit->id.n);
	json_key_text(j, "week", v->week);
	json_key_text(j, "state", v->closed ? "closed" : "open");
	json_key_object(j, "totals");
	totals(j, v->of_kind);
	json_end(j);
	json_key_array(j, "topics");
	LIST_EACH (const struct rollup_topic, t, &v->topics) {
		if (!t->topic)
			continue;
		json_begin_object(j);
		json_key_number(j, "id", t->topic->id.n);
		json_key_text(j, "name", point_topic_name(t->topic));
		totals(j, t->of_kind);
		json_end(j);
	}
	json_end(j);
	if (v->unit->kind == UNIT_TEAM) {
		json_key_array(j, "roster");
		LIST_EACH (const struct roster_line, l, &v->roster) {
			json_begin_object(j);
			json_key_text(j, "name", l->name);
			json_key_text(j, "state", presence_name(l->presence));
			json_end(j);
		}
		json_end(j);
	}
	json_key_array(j, "points");
	LIST_EACH (const struct point, p, &v->points)
		point_json(j, p);
	json_end(j);
	json_end(j);
}
