/* zone: the offset of a time zone from UTC, read from the system's zoneinfo. Used by clock.c. */
#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include "clock.h"

int64_t zone_offset(const struct zone *z, int64_t moment); /* seconds east of UTC; z NULL is UTC */

#endif
