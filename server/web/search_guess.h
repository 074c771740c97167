/* search_guess: where nothing was found, the query as it may have been meant, if that has hits. */
#ifndef WEB_SEARCH_GUESS_H
#define WEB_SEARCH_GUESS_H

#include "views/search.h"
#include "visit.h"

/* Fills view->guesses out of what search_ask() said of the words. */
void search_guess(struct visit *v, const struct search_ask *ask, struct search_view *view);

#endif
