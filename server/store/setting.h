/* setting: the organisation's settings, by name (the table of names, defaults and help is
 * rules/setting.c). */
#ifndef STORE_SETTING_H
#define STORE_SETTING_H

#include "doors/txn.h"

const char *setting_get_any(struct db *db, const char *name); /* NULL: not set */
void setting_put(struct txn *t, const char *name, const char *value);

#endif
