/*
 * search_again: candidates ranked again on their text. The form is that of BM25 (Robertson and
 * Zaragoza 2009), the headline counted six times, with a little for how much of the query a text
 * covers and how much of its headline the query is. One pass over the folded text, however many
 * words there are; about 10 µs for a text of 300 characters.
 */
#ifndef STORE_SEARCH_AGAIN_H
#define STORE_SEARCH_AGAIN_H

#include "doors/db.h"
#include "doors/rank.h"
#include "search_words.h"

/*
 * Gives the hits scores by their texts, above 0; none that another call can be compared with.
 * A hit with none of the words, and not the better part of their single characters, gets 0; one
 * with single characters alone stays behind all that have a word. usual: characters of a text, as
 * they are in what the viewer may see; 0: as they are in these.
 */
void search_again(struct db *db, const struct search_words *words, double usual, int64_t today,
	struct rank_hit *const *hits, size_t count);

#endif
