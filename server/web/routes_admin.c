/* Addresses: people, units, settings, and who stands in. */
#include "handlers.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/admin",                          ADMIN,         PAGE, admin_show,          "Administration" },
	{ GET,  "/admin/redact",                   ADMIN,         PAGE, redact_show,         "Take a customer's data out of everything" },
	{ POST, "/admin/redact",                   ADMIN,         PAGE, redact_do,           "Count where it stands, and take it out" },
	{ GET,  "/admin/people",                   ADMIN,         PAGE, admin_person_list_show, "People" },
	{ GET,  "/admin/people/new",               ADMIN,         PAGE, admin_person_new_show, "The form for one more" },
	{ POST, "/admin/people",                   ADMIN,         PAGE, admin_person_add,    "Add a person" },
	{ GET,  "/admin/people/#",                 ADMIN,         PAGE, admin_person_show,   "One person" },
	{ POST, "/admin/people/#",                 ADMIN,         PAGE, admin_person_save,   "Change name, email, unit, roles" },
	{ POST, "/admin/people/#/deactivate",      ADMIN,         PAGE, admin_person_deactivate, "Sessions and tokens end" },
	{ POST, "/admin/people/#/reactivate",      ADMIN,         PAGE, admin_person_reactivate, "May sign in again" },
	{ POST, "/admin/people/#/password",        ADMIN,         PAGE, admin_person_password, "A one-time password, shown once" },
	{ POST, "/admin/people/#/sign-out",        ADMIN,         PAGE, admin_person_sign_out, "End all sessions" },
	{ POST, "/admin/people/#/tokens/#/revoke", ADMIN,         PAGE, admin_person_token_revoke, "Revoke an API token" },
	{ GET,  "/admin/units",                    ADMIN,         PAGE, admin_unit_list_show, "The tree" },
	{ GET,  "/admin/units/new",                ADMIN,         PAGE, admin_unit_new_show, "The form for one more" },
	{ POST, "/admin/units",                    ADMIN,         PAGE, admin_unit_add,      "Add a branch or a team" },
	{ GET,  "/admin/units/#",                  ADMIN,         PAGE, admin_unit_show,     "One unit" },
	{ POST, "/admin/units/#",                  ADMIN,         PAGE, admin_unit_save,     "Rename, give another code, move" },
	{ POST, "/admin/units/#/close",            ADMIN,         PAGE, admin_unit_close,    "Close an empty unit" },
	{ POST, "/admin/units/#/open",             ADMIN,         PAGE, admin_unit_open,     "Open it again" },
	{ GET,  "/admin/import",                   ADMIN,         PAGE, admin_import_show,   "Import people and units" },
	{ POST, "/admin/import",                   ADMIN,         PAGE, admin_import_try,    "What a table would change" },
	{ POST, "/admin/import/apply",             ADMIN,         PAGE, admin_import_apply,  "Change it; one-time passwords are shown once" },
	{ POST, "/admin/import/passwords",         ADMIN,         PAGE, admin_import_passwords, "Those passwords as a file" },
	{ GET,  "/admin/jobs",                     ADMIN,         PAGE, job_show,            "What the server does by itself: last, next; and how e-mail goes" },
	{ GET,  "/api/jobs",                       ADMIN,         JSON, job_list_json,       "The same, for programs" },
	{ GET,  "/admin/audit",                    ADMIN,         PAGE, admin_audit_show,    "Who did what; act=, person=, unit=, cursor=" },
	{ GET,  "/admin/settings",                 HQ | ADMIN,    PAGE, admin_setting_show,  "The organisation's settings; of headquarters its clocks" },
	{ POST, "/admin/settings",                 HQ | ADMIN,    PAGE, admin_setting_save,  "Change them" },
	{ GET,  "/units/:/deputies",               NEED_PERSON,   PAGE, deputy_show,         "Who stands in for the manager" },
	{ POST, "/units/:/deputies",               NEED_PERSON,   PAGE, deputy_add_post,     "Name a deputy" },
	{ POST, "/units/:/deputies/dismiss",       NEED_PERSON,   PAGE, deputy_dismiss_post, "Dismiss one" },
};
/* clang-format on */

const struct route_table routes_admin = ROUTE_TABLE(routes);
