/*
 * search_watch: whoever keeps a search is told of new hits: one line of the inbox a search, which
 * counts on while it is unread. Each search is looked at every hour, on behalf of its owner: what
 * they may not see is no hit. News is that there are more hits than before; what rises to where the
 * owner sees it is news then, however old it is.
 */
#ifndef RULES_SEARCH_WATCH_H
#define RULES_SEARCH_WATCH_H

#include "work.h"

/* For the clock: looks at one. w->db is a reader with a snapshot of now. false: none is due. */
bool search_watch_look(struct work *w);

#endif
