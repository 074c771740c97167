#include "org_csv.h"

#include <string.h>

#include "base/list.h"
#include "base/names.h"
#include "base/text.h"
#include "doors/csv.h"
#include "doors/i18n.h"
#include "org_cells.h"
#include "org_check.h"
#include "org_tree.h"

struct reading {
	struct org_cells cells;
	struct org_file *file;
	struct org_tree tree;
	struct names by_login;
};

static bool one_line(const char *s, size_t most)
{
	return !strpbrk(s, "\t\n") && text_runes(s) <= most;
}

/* The same login again: the same person in the same unit may hold a role a row, nothing else. */
static void add_again(struct reading *r, struct org_person *known, const struct org_person *p)
{
	if (strcmp(known->unit, p->unit))
		org_cells_fault(&r->cells, ORG_LOGIN,
			arena_format(r->cells.arena,
				_("“%s” stands in unit “%s” in line %d already. A person has one "
				  "home unit; take out one of the rows."),
				p->login, known->unit, known->line));
	else if (strcmp(known->name, p->name) || strcmp(known->email, p->email) ||
		 known->active != p->active)
		org_cells_fault(&r->cells, ORG_LOGIN,
			arena_format(r->cells.arena,
				_("“%s” stands in line %d already, and says something else there. "
				  "Take out one of the rows."),
				p->login, known->line));
	else
		known->roles |= p->roles;
}

static void read_person(struct reading *r, const char *unit)
{
	struct org_person p = { .line = r->cells.row->line,
		.login = org_cells_text(&r->cells, ORG_LOGIN),
		.name = org_cells_text(&r->cells, ORG_NAME),
		.email = org_cells_text(&r->cells, ORG_EMAIL),
		.roles = org_cells_roles(&r->cells),
		.active = org_cells_active(&r->cells),
		.unit = unit };
	if (!*p.login) {
		if (*p.name || *p.email || *org_cells_text(&r->cells, ORG_ROLES))
			org_cells_fault(&r->cells, ORG_LOGIN,
				_("This person has no login. Give one, or leave the whole "
				  "person out."));
		return;
	}
	bool ok = org_check_login(p.login);
	if (!ok)
		org_cells_fault(&r->cells, ORG_LOGIN,
			arena_format(r->cells.arena,
				_("“%s” cannot be a login. Use 2 to 40 small letters a-z, digits, "
				  "dot, underscore or hyphen."),
				p.login));
	if (!*p.name)
		org_cells_fault(&r->cells, ORG_NAME, _("The name is missing. Write it in full."));
	else if (!one_line(p.name, 60))
		org_cells_fault(&r->cells, ORG_NAME,
			_("The name is too long or has a line break. Write it in one line of "
			  "at most 60 characters."));
	if (*p.email && !org_check_email(p.email))
		org_cells_fault(&r->cells, ORG_EMAIL,
			arena_format(r->cells.arena,
				_("“%s” is not an e-mail address. Correct it or leave it empty."),
				p.email));
	size_t known = ok ? names_find(&r->by_login, p.login) : NAMES_NONE;
	if (known != NAMES_NONE) {
		add_again(r, &r->file->people.items[known], &p);
		return;
	}
	if (ok)
		names_set(&r->by_login, p.login, r->file->people.count);
	*LIST_ADD(r->cells.arena, &r->file->people) = p;
}

static void read_row(struct reading *r)
{
	const char *code = org_cells_text(&r->cells, ORG_UNIT_CODE),
		   *name = org_cells_text(&r->cells, ORG_UNIT_NAME);
	for (size_t i = r->cells.width; i < r->cells.row->count; i++) {
		if (!text_blank(r->cells.row->fields[i])) {
			fault_add_at(r->cells.faults, r->cells.row->line, (int)i + 1,
				_("This row has more fields than the first line. Put a field that "
				  "holds a comma in quotation marks."));
			break;
		}
	}
	if (!*code)
		org_cells_fault(&r->cells, ORG_UNIT_CODE,
			_("The unit's code is missing. Every row names a unit."));
	else if (!org_check_code(code))
		org_cells_fault(&r->cells, ORG_UNIT_CODE,
			arena_format(r->cells.arena,
				_("“%s” cannot be a unit's code. Use at most 40 letters, digits, "
				  "dot, underscore or hyphen."),
				code));
	else if (!one_line(name, 60))
		org_cells_fault(&r->cells, ORG_UNIT_NAME,
			_("The name is too long or has a line break. Write it in one "
			  "line of at most 60 characters."));
	else
		org_tree_add(&r->tree, r->cells.row->line, code, name,
			org_cells_text(&r->cells, ORG_PARENT_CODE));
	read_person(r, code);
}

/* A role that the unit's level does not have; nobody without a role. */
static void check_roles(struct reading *r, struct org_person *p)
{
	if (!p->unit_kind)
		return; /* the unit's fault was told */
	if (!p->roles && r->file->has_roles && p->unit_kind == UNIT_TEAM)
		p->roles = REP;
	else if (!p->roles && r->file->has_roles)
		org_cells_fault_in(&r->cells, p->line, ORG_ROLES,
			arena_format(r->cells.arena,
				_("“%s” has no role. Give one: outside a team nobody is a rep."),
				p->login));
	for (unsigned role = 1; role <= ROLE_ALL; role <<= 1) {
		if ((p->roles & role) && !role_fits((enum role)role, p->unit_kind))
			org_cells_fault_in(&r->cells, p->line, ORG_ROLES,
				arena_format(r->cells.arena,
					_("The role %s does not fit “%s”: reps and team managers "
					  "belong to a team, branch managers to a branch, hq to "
					  "the head office."),
					role_name((enum role)role), p->unit));
	}
}

/* By line, as people go through their file; equal lines keep their order. */
static void sort_faults(struct arena *a, struct fault *items, size_t count)
{
	struct fault *spare = ARENA_MANY(a, struct fault, count + 1);
	for (size_t width = 1; width < count; width *= 2) {
		memcpy(spare, items, count * sizeof *items);
		for (size_t from = 0; from < count; from += 2 * width) {
			size_t middle = from + width < count ? from + width : count;
			size_t end = from + 2 * width < count ? from + 2 * width : count;
			for (size_t i = from, j = middle, to = from; to < end; to++) {
				bool left =
					i < middle && (j == end || spare[i].line <= spare[j].line);
				items[to] = spare[left ? i++ : j++];
			}
		}
	}
}

bool org_csv_read(struct arena *a, const char *bytes, size_t len, const struct org_units *known,
	struct org_file *file, struct faults *faults)
{
	size_t before = faults->count;
	struct csv_rows rows = { 0 };
	*file = (struct org_file){ .notes = { .arena = a } };
	if (!csv_read(a, bytes, len, &rows, faults))
		return false;
	if (!rows.count) {
		fault_add(faults, NULL, _("The file is empty."));
		return false;
	}
	struct reading r = {
		.cells = { .arena = a, .faults = faults, .notes = &file->notes, .row = rows.items },
		.file = file,
		.tree = org_tree_new(a, known, faults),
		.by_login = { .arena = a }
	};
	if (!org_cells_header(&r.cells))
		return false;
	file->has_roles = org_cells_has(&r.cells, ORG_ROLES);
	file->has_email = org_cells_has(&r.cells, ORG_EMAIL);
	file->has_active = org_cells_has(&r.cells, ORG_ACTIVE);
	for (size_t i = 1; i < rows.count; i++) {
		r.cells.row = &rows.items[i];
		read_row(&r);
	}
	org_tree_check(&r.tree);
	org_tree_list(&r.tree, &file->units);
	LIST_EACH (struct org_person, p, &file->people) {
		p->unit_kind = org_tree_kind(&r.tree, p->unit);
		check_roles(&r, p);
	}
	if (faults->count == before)
		return true;
	sort_faults(a, faults->items + before, faults->count - before);
	return false;
}
