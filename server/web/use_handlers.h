/* use_handlers: what routes_use.c names. */
#ifndef WEB_USE_HANDLERS_H
#define WEB_USE_HANDLERS_H

#include "visit.h"

handler use_list_show, use_show, use_post, use_edit_show, use_edit_post, use_withdraw_post;
handler trail_show, point_sign_post;

#endif
