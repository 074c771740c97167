/*
 * erase: what follows a redaction, in small steps between other writes: the search index is written
 * anew without what was deleted, and the log is folded back. How far it has come is kept in the
 * database, so that a crash does not end it.
 *
 * What the disk or a file system keeps of overwritten blocks is beyond a program's reach.
 */
#ifndef RULES_ERASE_H
#define RULES_ERASE_H

#include "doors/txn.h"
#include "work.h"

void erase_begin(struct txn *t); /* with the redaction */
bool erase_step(struct work *w); /* true: there is more to do; call again */

#endif
