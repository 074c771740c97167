/* inbox_handlers: what each person is told. For web/routes_inbox.c. */
#ifndef WEB_INBOX_HANDLERS_H
#define WEB_INBOX_HANDLERS_H

#include "visit.h"

handler inbox_show, inbox_open, inbox_read; /* inbox.c */

#endif
