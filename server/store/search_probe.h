/*
 * search_probe: does the index find what it must? One text, chosen by chance, is looked for by a
 * piece of its own words. A damaged page that reads as an empty one makes no error: this is what
 * notices it, by and by where nothing else asks, and at once where a search finds nothing.
 */
#ifndef STORE_SEARCH_PROBE_H
#define STORE_SEARCH_PROBE_H

#include "doors/db.h"

/* false: it is damaged; noted for db_index_was_damaged(). */
bool search_probe_any(struct db *db);

#endif
