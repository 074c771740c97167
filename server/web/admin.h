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

#endif
