/* change: the fields of a change in words: for the audit log and for an import's difference. */
#ifndef VIEWS_CHANGE_H
#define VIEWS_CHANGE_H

#include "html.h"
#include "rules/change.h"

const char *change_word(const char *field); /* "roles" → Roles */
/* A value as people read it: role names as words, 1 and 0 as yes and no; "" as a dash. */
const char *change_value(struct arena *a, const char *field, const char *value);

#endif
