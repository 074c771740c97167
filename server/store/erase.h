/* erase: so that words which were taken out do not stay in the file where nobody looks: in old
 * pieces of the indexes. (Rows and pages that are deleted are overwritten at once,
 * doors/db.c.) rules/erase.c says when. */
#ifndef STORE_ERASE_H
#define STORE_ERASE_H

#include "doors/txn.h"

/* Some of the work of writing all pieces of the index into one, in which nothing is that was
 * deleted (FTS5's 'merge'; its secure-delete came with SQLite 3.42, after Debian 12). first: what
 * is there now is taken up. false: nothing was left to do. */
bool erase_index(struct txn *t, bool first);

#endif
