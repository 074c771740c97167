/* admin: the handlers of the administration and of one's own account; part of handlers.h. */
#ifndef WEB_ADMIN_H
#define WEB_ADMIN_H

#include "visit.h"

/* me.c, password.c, setup.c */
handler me_show, me_save, me_sign_out_everywhere, me_token_add, me_token_revoke;
handler password_show, password_save;
handler setup_show, setup_save;

/* admin.c, admin_person.c */
handler admin_show;
handler admin_person_list_show, admin_person_new_show, admin_person_show, admin_person_add,
	admin_person_save, admin_person_deactivate, admin_person_reactivate, admin_person_sign_out,
	admin_person_password, admin_person_token_revoke;

/* admin_unit.c, deputy.c */
handler admin_unit_list_show, admin_unit_new_show, admin_unit_show, admin_unit_add, admin_unit_save,
	admin_unit_close, admin_unit_open;
handler deputy_show, deputy_add_post, deputy_dismiss_post;

/* admin_setting.c, admin_audit.c, admin_import.c */
handler admin_setting_show, admin_setting_save;
handler admin_audit_show;
handler admin_import_show, admin_import_try, admin_import_apply, admin_import_passwords;

#endif
