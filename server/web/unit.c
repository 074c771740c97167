/* The tree of units, visible to all who signed in. */
#include "store/unit.h"

#include "base/list.h"
#include "handlers.h"

enum outcome unit_list(struct visit *v)
{
	struct units all = unit_all(v->work.db);
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_array(&j, "items");
	LIST_EACH (const struct unit, u, &all) {
		json_begin_object(&j);
		json_key_number(&j, "id", u->id.n);
		json_key_text(&j, "code", u->code);
		json_key_text(&j, "name", u->name);
		json_key_text(&j, "kind", unit_kind_name(u->kind));
		json_key(&j, "parent");
		u->parent.n ? json_number(&j, u->parent.n) : json_nothing(&j);
		json_end(&j);
	}
	json_end(&j);
	json_key_text(&j, "next", NULL);
	json_end(&j);
	return DONE;
}
