/* The viewer's own account. */
#include "handlers.h"

enum outcome me_show(struct visit *v)
{
	const struct who *who = v->work.who;
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_number(&j, "id", who->person.n);
	json_key_text(&j, "login", who->login);
	json_key_text(&j, "name", who->name);
	json_key_number(&j, "unit", who->home.n);
	json_key_array(&j, "roles");
	for (unsigned role = REP; role <= ADMIN; role <<= 1)
		if (who->roles & role)
			json_text(&j, role_name((enum role)role));
	json_end(&j);
	json_end(&j);
	return DONE;
}
