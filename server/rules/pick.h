/* pick: what the headquarters chooses out of its open week, with a comment: the raw material of a
 * bulletin. */
#ifndef RULES_PICK_H
#define RULES_PICK_H

#include "store/point.h"
#include "work.h"

enum outcome pick_set(struct work *w, struct point_id id, const char *comment); /* "": none */
enum outcome pick_undo(struct work *w, struct point_id id);

#endif
