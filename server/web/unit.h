/* unit: the unit that an address or a filter names, by number or by code. */
#ifndef WEB_UNIT_H
#define WEB_UNIT_H

#include "store/unit.h"
#include "visit.h"

/*
 * Codes may be digits too ("0102"). The API's numbers are ids, so there a number is an id if there
 * is such a unit; pages link by code, so there it is a code first. NULL: there is none.
 */
const struct unit *unit_named(struct visit *v, const char *said);

#endif
