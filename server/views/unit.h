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

struct unit_line {
	const struct unit *unit;
	int64_t people;
	const char *managers; /* names with commas; NULL: nobody */
	const char *remark;   /* on its size; NULL */
};
struct unit_lines {
	struct unit_line *items;
	size_t count, room;
};
struct unit_branch {
	struct unit_line line;
	struct unit_lines teams;
};
struct unit_branches {
	struct unit_branch *items;
	size_t count, room;
};
struct unit_tree_view {
	const struct chrome *chrome;
	struct unit_line head;
	struct unit_branches branches;
	bool any_closed;
};

struct unit_form_view {
	const struct chrome *chrome;
	struct unit unit; /* id 0: a new one */
	struct unit_choices parents;
	struct deputies deputies;
	int64_t people;
	const char *managers, *remark;
	struct faults faults;
};

struct unit_candidate {
	const char *login, *name, *unit;
};
struct unit_candidates {
	struct unit_candidate *items;
	size_t count, room;
};
struct deputy_lines {
	struct deputy_line {
		const struct deputy *deputy;
		const char *until; /* the last day; NULL: until dismissed */
	} * items;
	size_t count, room;
};
struct deputy_view {
	const struct chrome *chrome;
	const struct unit *unit;
	struct deputy_lines deputies;
	struct unit_candidates candidates;
	const char *login, *until; /* typed */
	struct faults faults;
};

/* {id, code, name, kind, parent} */
void unit_json(struct json_writer *j, const struct unit *u);

#endif
