/* destination_handlers: where bulletins go besides. */
#ifndef WEB_DESTINATION_HANDLERS_H
#define WEB_DESTINATION_HANDLERS_H

#include "visit.h"

handler destination_list_show, destination_new_show, destination_show, destination_save_post,
	destination_try_post, destination_again_post, destination_pause_post,
	destination_resume_post, destination_delete_post; /* destination.c */

#endif
