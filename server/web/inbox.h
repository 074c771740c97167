/* inbox: matters as lines to read. For web/inbox.c and web/desk.c. */
#ifndef WEB_INBOX_H
#define WEB_INBOX_H

#include "views/notice.h"
#include "visit.h"

struct notice_line inbox_line(struct visit *v, const struct notice *n);

#endif
