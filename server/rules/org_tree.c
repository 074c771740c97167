#include "org_tree.h"

#include <string.h>

#include "base/list.h"
#include "doors/i18n.h"

enum { UNKNOWN = 0, ON_THE_WAY = -1, FAULTY = -2 }; /* depths that are none */

static void fault(struct org_tree *t, int line, const char *field, char *message)
{
	*LIST_ADD(t->faults->arena, t->faults) =
		(struct fault){ .field = field, .line = line, .message = message };
}

static struct org_node *node_of(struct org_tree *t, const char *code)
{
	size_t i = names_find(&t->by_code, code);
	if (i != NAMES_NONE)
		return &t->items[i];
	names_set(&t->by_code, code, t->count);
	struct org_node *node = LIST_ADD(t->arena, t);
	node->unit = (struct org_unit){ .code = code, .name = "", .parent = "" };
	return node;
}

struct org_tree org_tree_new(struct arena *a, const struct org_units *known, struct faults *faults)
{
	struct org_tree t = { .arena = a, .faults = faults, .by_code = { .arena = a } };
	for (size_t i = 0; known && i < known->count; i++) {
		struct org_node *node = node_of(&t, known->items[i].code);
		node->unit = known->items[i];
		node->unit.line = 0;
		node->was = node->unit.kind;
	}
	return t;
}

void org_tree_add(
	struct org_tree *t, int line, const char *code, const char *name, const char *parent)
{
	struct org_node *node = node_of(t, code);
	if (!node->unit.line)
		node->unit.line = line;
	if (*name && node->name_line && strcmp(name, node->unit.name))
		fault(t, line, "unit_name",
			arena_format(t->arena,
				_("Unit “%s” is called “%s” in line %d. Give it the same name in "
				  "every row."),
				code, node->unit.name, node->name_line));
	else if (*name && !node->name_line) {
		node->unit.name = name;
		node->name_line = line;
	}
	if (*parent && node->parent_line && strcmp(parent, node->unit.parent))
		fault(t, line, "parent_code",
			arena_format(t->arena,
				_("Unit “%s” belongs to “%s” in line %d. Give it the same parent "
				  "in every row."),
				code, node->unit.parent, node->parent_line));
	else if (*parent && !node->parent_line) {
		node->unit.parent = parent;
		node->parent_line = line;
	}
}

static struct org_node *parent_of(const struct org_tree *t, const struct org_node *node)
{
	size_t i = names_find(&t->by_code, node->unit.parent);
	return i == NAMES_NONE ? NULL : &t->items[i];
}

/* What can be said of one unit without its tree. */
static void check_alone(struct org_tree *t, struct org_node *node)
{
	const struct org_unit *u = &node->unit;
	if (!u->line)
		return;
	if (!*u->name) {
		fault(t, u->line, "unit_code",
			arena_format(t->arena,
				_("Unit “%s” is not known. Give its unit_name and parent_code, or "
				  "correct the code."),
				u->code));
		node->depth = FAULTY;
	} else if (*u->parent && !parent_of(t, node)) {
		fault(t, node->parent_line ? node->parent_line : u->line, "parent_code",
			arena_format(t->arena,
				_("There is no unit with the code “%s”. Add a row for it, or "
				  "correct parent_code."),
				u->parent));
		node->depth = FAULTY;
	}
}

/* The head office stays the one that is known, else it is the first in the file. */
static void check_roots(struct org_tree *t)
{
	const struct org_node *head = NULL;
	LIST_EACH (struct org_node, node, t) {
		if (*node->unit.parent || node->depth == FAULTY)
			continue;
		if (!head)
			head = node;
		else {
			fault(t, node->unit.line, "parent_code",
				arena_format(t->arena,
					_("“%s” has no parent, but only the head office has none, "
					  "and that is “%s”. Say in parent_code which unit it "
					  "belongs "
					  "to."),
					node->unit.code, head->unit.code));
			node->depth = FAULTY;
		}
	}
}

static void fault_circle(struct org_tree *t, const struct org_node *in)
{
	const struct org_node *told = in;
	while (!told->unit.line)
		told = parent_of(t, told);
	fault(t, told->parent_line ? told->parent_line : told->unit.line, "parent_code",
		arena_format(t->arena,
			_("Unit “%s” stands above itself: its parents lead back to it. Correct "
			  "parent_code."),
			told->unit.code));
}

/* Depths of a unit and all above it: up until one is known, then down again on the same way. */
static void measure(struct org_tree *t, struct org_node *from, struct org_node **way)
{
	size_t steps = 0;
	struct org_node *at = from;
	while (at && at->depth == UNKNOWN) {
		at->depth = ON_THE_WAY;
		way[steps++] = at;
		at = parent_of(t, at);
	}
	if (at && at->depth == ON_THE_WAY)
		fault_circle(t, at);
	int depth = !at ? 0 : at->depth;
	while (steps) {
		struct org_node *node = way[--steps];
		depth = depth < 0 ? FAULTY : depth + 1;
		if (depth > UNIT_TEAM) {
			if (node->unit.line)
				fault(t, node->unit.line, "parent_code",
					arena_format(t->arena,
						_("“%s” would be on a fourth level. There are "
						  "three: head "
						  "office, branch, team. Choose another "
						  "parent_code."),
						node->unit.code));
			depth = FAULTY;
		}
		node->depth = depth;
	}
}

static const char *level_name(enum unit_kind kind)
{
	return kind == UNIT_HQ ? _("head office") : kind == UNIT_BRANCH ? _("branch") : _("team");
}

void org_tree_check(struct org_tree *t)
{
	LIST_EACH (struct org_node, node, t)
		check_alone(t, node);
	check_roots(t);
	struct org_node **way = ARENA_MANY(t->arena, struct org_node *, t->count + 1);
	LIST_EACH (struct org_node, node, t)
		measure(t, node, way);
	LIST_EACH (struct org_node, node, t) {
		node->unit.kind = node->depth > 0 ? (enum unit_kind)node->depth : UNIT_NONE;
		if (node->was && node->unit.kind && node->unit.kind != node->was && node->unit.line)
			fault(t, node->parent_line ? node->parent_line : node->unit.line,
				"parent_code",
				arena_format(t->arena,
					_("“%s” is a %s already and cannot become a %s. Choose "
					  "another parent_code, or give the new unit a code of its "
					  "own."),
					node->unit.code, level_name(node->was),
					level_name(node->unit.kind)));
	}
}

enum unit_kind org_tree_kind(const struct org_tree *t, const char *code)
{
	size_t i = names_find(&t->by_code, code);
	return i == NAMES_NONE ? UNIT_NONE : t->items[i].unit.kind;
}

void org_tree_list(const struct org_tree *t, struct org_units *units)
{
	for (enum unit_kind kind = UNIT_HQ; kind <= UNIT_TEAM; kind++) {
		LIST_EACH (const struct org_node, node, t) {
			if (node->unit.kind == kind && node->unit.line)
				*LIST_ADD(t->arena, units) = node->unit;
		}
	}
}
