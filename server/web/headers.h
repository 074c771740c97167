/* headers: what every answer carries. For visit.c. */
#ifndef WEB_HEADERS_H
#define WEB_HEADERS_H

#include "visit.h"

void headers_add(struct visit *v);

#endif
