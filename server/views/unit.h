/* unit: the tree as pages show it. */
#ifndef VIEWS_UNIT_H
#define VIEWS_UNIT_H

#include "base/outcome.h"
#include "chrome.h"
#include "doors/json.h"
#include "store/deputy.h"
#include "store/unit.h"

const char *unit_kind_word(enum unit_kind kind); /* 总部, 分公司, 团队 */

struct unit_choice { /* of a select */
	int64_t id;
	const char *label; /* set in by its level */
	bool on;
};
struct unit_choices {
	struct unit_choice *items;
	size_t count, room;
};
/* Active units of these kinds (a bit set of 1 << kind), and the chosen one whatever it is. */
struct unit_choices unit_choices_of(
	struct arena *a, const struct units *all, unsigned kinds, struct unit_id chosen);

/* {id, code, name, kind, parent} */
void unit_json(struct json_writer *j, const struct unit *u);

#endif
