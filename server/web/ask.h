/* ask: gathers what a card of one shows, for /asks and a point's page. */
#ifndef WEB_ASK_H
#define WEB_ASK_H

#include "views/ask.h"
#include "visit.h"

struct ask_cards ask_cards_of(struct visit *v, struct asks asks);

#endif
