/* playbook_handlers: the handlers of guides, of the reading path, and of stories told aloud. */
#ifndef WEB_PLAYBOOK_HANDLERS_H
#define WEB_PLAYBOOK_HANDLERS_H

#include "visit.h"

handler guide_show, guide_list_show, guide_version_show, guide_version_list; /* guide.c */
handler guide_edit_show, guide_edit_post, guide_api_put;                     /* guide_edit.c */
handler guide_deed_post, guide_restore_post;                                 /* guide_edit.c */

handler topic_ask_post; /* topic_ask.c */

handler path_show, path_person_show, path_people_show, path_tick_post, path_walk_post; /* path.c */
handler path_edit_show, path_add_post, path_remove_post, path_move_post,
	path_order_put;                                                  /* path_edit.c */
handler script_edit_show, script_edit_post, script_show, script_api_put; /* script.c */
handler telling_list_show, telling_post, telling_withdraw_post;          /* telling.c */

#endif
