/* The tree of units, visible to all who signed in. */
#include "views/unit.h"

#include "base/list.h"
#include "handlers.h"

enum outcome unit_list(struct visit *v)
{
	struct units all = unit_all(v->work.db);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct unit, u, &all)
		unit_json(&j, u);
	json_end(&j);
	json_key_text(&j, "next", NULL);
	json_end(&j);
	return DONE;
}
