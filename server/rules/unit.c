#include "unit.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "change.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "org_check.h"
#include "setting.h"
#include "store/audit.h"
#include "store/sight.h"

enum { NAME_RUNES = 60 };

static void check_words(struct work *w, const char *code, const char *name)
{
	if (!org_check_code(code))
		fault_add(&w->faults, "code",
			_("A unit's code has at most 40 letters, digits, dots, dashes or "
			  "underscores."));
	if (text_blank(name) || text_runes(name) > NAME_RUNES || strpbrk(name, "\r\n"))
		fault_add(&w->faults, "name",
			_("Write the name in one line of at most 60 characters."));
}

static enum outcome code_taken(struct work *w)
{
	fault_add(&w->faults, "code", _("Another unit has this code. Choose a different one."));
	return CONFLICT;
}

enum outcome unit_create(struct work *w, const char *code, const char *name, struct unit_id parent,
	struct unit_id *id)
{
	if (!who_is(w->who, ADMIN))
		return FORBIDDEN;
	check_words(w, code, name);
	TXN(t, w->writer, w->arena);
	const struct unit *above = unit_get(t.db, parent);
	if (!above || !above->active || above->kind == UNIT_TEAM)
		fault_add(&w->faults, "parent",
			_("Choose headquarters (for a branch) or an open branch (for a team)."));
	if (w->faults.count)
		return INVALID;
	assert(above); /* or there was a fault */
	enum unit_kind kind = above->kind == UNIT_HQ ? UNIT_BRANCH : UNIT_TEAM;
	*id = unit_add(&t, code, name, kind, parent, w->now);
	if (!id->n && !db_failed(t.db))
		return code_taken(w);
	sight_refresh(&t);
	audit_add(&t, w->who, w->now, "add", "unit", id->n, *id, code);
	return txn_commit(&t) ? DONE : BROKEN;
}

static void check_move(
	struct work *w, struct db *db, const struct unit *old, const struct unit *now)
{
	if (old->parent.n == now->parent.n)
		return;
	const struct unit *above = unit_get(db, now->parent);
	if (old->kind != UNIT_TEAM || !above || above->kind != UNIT_BRANCH || !above->active)
		fault_add(&w->faults, "parent",
			_("Only a team can move, and only to an open branch."));
}

static struct changes differences(
	struct work *w, struct db *db, const struct unit *old, const struct unit *now)
{
	struct changes d = { 0 };
	change_add(w->arena, &d, "code", old->code, now->code);
	change_add(w->arena, &d, "name", old->name, now->name);
	if (old->parent.n != now->parent.n)
		change_add(w->arena, &d, "parent", unit_get(db, old->parent)->name,
			unit_get(db, now->parent)->name);
	change_add_bool(w->arena, &d, "task_counts", old->task_counts, now->task_counts);
	return d;
}

enum outcome unit_alter(struct work *w, const struct unit *u)
{
	if (!who_is(w->who, ADMIN))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	const struct unit *old = unit_get(t.db, u->id);
	if (!old)
		return NOT_FOUND;
	struct unit now = *old;
	now.code = u->code;
	now.name = u->name;
	now.task_counts = u->task_counts;
	if (old->kind == UNIT_TEAM)
		now.parent = u->parent;
	check_words(w, now.code, now.name);
	check_move(w, t.db, old, &now);
	if (w->faults.count)
		return INVALID;
	struct changes d = differences(w, t.db, old, &now);
	if (!d.count)
		return DONE;
	if (!unit_change(&t, &now))
		return db_failed(t.db) ? BROKEN : code_taken(w);
	sight_refresh(&t);
	audit_add(&t, w->who, w->now, "change", "unit", u->id.n, u->id, change_print(w->arena, &d));
	return txn_commit(&t) ? DONE : BROKEN;
}

static bool may_close(struct work *w, struct db *db, const struct unit *u)
{
	if (u->kind == UNIT_HQ)
		fault_add(&w->faults, NULL, _("Headquarters always stays open."));
	if (unit_people_any(db, u->id))
		fault_add(&w->faults, NULL,
			_("There are still people in it. Move or deactivate them first."));
	struct units below = unit_children(db, u->id);
	if (below.count && below.items[0].active)
		fault_add(&w->faults, NULL,
			_("There are still open teams in it. Move or close them first."));
	return !w->faults.count;
}

static bool may_open(struct work *w, struct db *db, const struct unit *u)
{
	const struct unit *above = unit_get(db, u->parent);
	if (above && !above->active)
		fault_add(&w->faults, NULL, _("Its branch is closed. Open that one first."));
	return !w->faults.count;
}

static enum outcome set_active(struct work *w, struct unit_id id, bool active)
{
	if (!who_is(w->who, ADMIN))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	const struct unit *old = unit_get(t.db, id);
	if (!old)
		return NOT_FOUND;
	if (old->active == active)
		return DONE;
	if (!(active ? may_open : may_close)(w, t.db, old))
		return CONFLICT;
	struct unit now = *old;
	now.active = active;
	unit_change(&t, &now);
	sight_refresh(&t);
	audit_add(&t, w->who, w->now, active ? "open" : "close", "unit", id.n, id, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome unit_close(struct work *w, struct unit_id id)
{
	return set_active(w, id, false);
}

enum outcome unit_open(struct work *w, struct unit_id id)
{
	return set_active(w, id, true);
}

const char *unit_size_remark(struct work *w, const struct unit *u, int64_t people)
{
	if (u->kind != UNIT_TEAM || !u->active)
		return NULL;
	long least = setting_number(w->db, "team_least"), most = setting_number(w->db, "team_most");
	if (people < least)
		return arena_format(w->arena,
			_("%ld people: with fewer than %ld there is little to learn from each "
			  "other."),
			(long)people, least);
	if (people > most)
		return arena_format(w->arena,
			_("%ld people: with more than %ld not everybody is heard. Think of two "
			  "teams."),
			(long)people, most);
	return NULL;
}
