/* Handlers of answers for all. */
#ifndef WEB_REPLY_HANDLERS_H
#define WEB_REPLY_HANDLERS_H

#include "visit.h"

handler reply_list_show, reply_show;             /* reply.c */
handler reply_new_show, reply_edit_show;         /* reply_edit.c */
handler reply_new_post, reply_edit_post;         /* reply_edit.c */
handler reply_withdraw_post, reply_publish_post; /* reply.c */
handler reply_name_post, reply_name_api;         /* reply.c */
handler reply_api_add, reply_api_put;            /* reply_edit.c */

#endif
