/* playbook_handlers: the handlers of guides, of the reading path, and of stories told aloud. */
#ifndef WEB_PLAYBOOK_HANDLERS_H
#define WEB_PLAYBOOK_HANDLERS_H

#include "visit.h"

handler guide_show, guide_list_show, guide_version_show, guide_version_list; /* guide.c */
handler guide_edit_show, guide_edit_post, guide_api_put;                     /* guide_edit.c */
handler guide_deed_post, guide_restore_post;                                 /* guide_edit.c */

handler topic_ask_post; /* topic_ask.c */

#endif
