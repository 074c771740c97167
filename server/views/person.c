#include "person.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"

const char *person_role_word(enum role role)
{
	switch (role) {
	case REP:
		return _("Sales rep");
	case TEAM_MANAGER:
		return _("Team manager");
	case BRANCH_MANAGER:
		return _("Branch manager");
	case TRAINER:
		return _("Trainer");
	case HQ:
		return _("Headquarters' manager");
	case ADMIN:
		return _("Administrator");
	case ROLE_NONE:
		break;
	}
	return "";
}

static const char *role_hint(enum role role)
{
	switch (role) {
	case REP:
		return _("Writes reflections. In a team.");
	case TEAM_MANAGER:
		return _("Classifies and closes the team's week. In a team.");
	case BRANCH_MANAGER:
		return _("Orders, distils and closes the branch's week. In a branch.");
	case TRAINER:
		return _("Sees what reached headquarters, writes stories. In any unit.");
	case HQ:
		return _("Chooses out of all branches. In headquarters.");
	case ADMIN:
		return _("People, units, settings; sees nothing that people wrote. In any unit.");
	case ROLE_NONE:
		break;
	}
	return "";
}

const char *person_role_words(struct arena *a, unsigned roles)
{
	struct out o = out_new(a);
	for (unsigned role = REP; role <= ADMIN; role <<= 1)
		if (roles & role)
			out_format(&o, "%s%s", o.len ? _(", ") : "",
				person_role_word((enum role)role));
	return out_string(&o);
}

const char *person_role_words_of(struct arena *a, const char *names)
{
	struct out o = out_new(a);
	while (*names) {
		size_t len = strcspn(names, ",");
		enum role role = role_parse(names, len);
		if (o.len)
			out_text(&o, _(", "));
		role ? out_text(&o, person_role_word(role)) : out_bytes(&o, names, len);
		names += len;
		names += strspn(names, ", ");
	}
	return out_string(&o);
}

struct role_choices person_role_choices(struct arena *a, unsigned roles)
{
	struct role_choices list = { 0 };
	for (unsigned role = REP; role <= ADMIN; role <<= 1)
		*LIST_ADD(a, &list) = (struct role_choice){ .name = role_name((enum role)role),
			.word = person_role_word((enum role)role),
			.hint = role_hint((enum role)role),
			.on = roles & role };
	return list;
}

void person_json(struct json_writer *j, struct person_id id, const char *login, const char *name,
	struct unit_id unit, unsigned roles)
{
	json_begin_object(j);
	json_key_number(j, "id", id.n);
	json_key_text(j, "login", login);
	json_key_text(j, "name", name);
	json_key_number(j, "unit", unit.n);
	json_key_array(j, "roles");
	for (unsigned role = REP; role <= ADMIN; role <<= 1)
		if (roles & role)
			json_text(j, role_name((enum role)role));
	json_end(j);
	json_end(j);
}
