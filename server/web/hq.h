/* hq: the desk of the headquarters: what it shows, read for one viewer. */
#ifndef WEB_HQ_H
#define WEB_HQ_H

#include "views/hq.h"
#include "visit.h"

handler hq_show, hq_post; /* hq.c, hq_act.c */

/* FORBIDDEN: not for this viewer; NOT_FOUND: no such week, or it has not begun. */
enum outcome hq_open(struct visit *v, struct week *week);
/* The page itself, with what was typed and the faults of it. */
enum outcome hq_page(struct visit *v, struct week week, const char *frame, int status);
void hq_gather(struct visit *v, struct week week, struct hq_view *view); /* hq_gather.c */

#endif
