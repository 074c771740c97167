/* me: one's own settings, shown after something was made there that is seen only once. */
#ifndef WEB_ME_H
#define WEB_ME_H

#include "visit.h"

enum outcome me_page_with_feed(struct visit *v, const char *address);

#endif
