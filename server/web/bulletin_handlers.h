/* bulletin_handlers: what is issued to everybody, and who signed for it. */
#ifndef WEB_BULLETIN_HANDLERS_H
#define WEB_BULLETIN_HANDLERS_H

#include "visit.h"

handler bulletin_list_show, bulletin_show, bulletin_sign_post; /* bulletin.c */
handler bulletin_receipt_show;                                 /* bulletin_receipt.c */
handler bulletin_start_post, bulletin_edit_show, bulletin_edit_post, bulletin_publish_post,
	bulletin_correct_post, bulletin_discard_post; /* bulletin_edit.c */
handler bulletin_api_start, bulletin_api_put, bulletin_api_publish, bulletin_api_correct,
	bulletin_api_discard; /* bulletin_api.c */

#endif
