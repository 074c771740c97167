#include "unit.h"

#include "base/list.h"

const char *unit_kind_word(enum unit_kind kind)
{
	switch (kind) {
	case UNIT_HQ:
		return _("Headquarters");
	case UNIT_BRANCH:
		return _("Branch");
	case UNIT_TEAM:
		return _("Team");
	case UNIT_NONE:
		break;
	}
	return "";
}

struct unit_choices unit_choices_of(
	struct arena *a, const struct units *all, unsigned kinds, struct unit_id chosen)
{
	static const char *const indent[] = { "", "", "　", "　　" };
	struct unit_choices list = { 0 };
	LIST_EACH (const struct unit, u, all) {
		bool on = u->id.n == chosen.n;
		if (!on && (!u->active || !(kinds & 1u << u->kind)))
			continue;
		*LIST_ADD(a, &list) = (struct unit_choice){ .id = u->id.n,
			.label = arena_format(a, "%s%s · %s", indent[u->kind], u->name, u->code),
			.on = on };
	}
	return list;
}

void unit_json(struct json_writer *j, const struct unit *u)
{
	json_begin_object(j);
	json_key_number(j, "id", u->id.n);
	json_key_text(j, "code", u->code);
	json_key_text(j, "name", u->name);
	json_key_text(j, "kind", unit_kind_name(u->kind));
	json_key(j, "parent");
	u->parent.n ? json_number(j, u->parent.n) : json_nothing(j);
	json_end(j);
}
