/* me: one's own settings, shown after something was made there that is seen only once. */
#ifndef WEB_ME_H
#define WEB_ME_H

#include "views/mail_wish.h"
#include "visit.h"

struct mail_wish_view mail_wish_view_of(struct visit *v);
enum outcome me_page_with_feed(struct visit *v, const char *address);

#endif
