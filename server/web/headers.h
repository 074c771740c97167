/* headers: what every answer carries. For visit.c. */
#ifndef WEB_HEADERS_H
#define WEB_HEADERS_H

#include "visit.h"

void headers_add(struct visit *v);
/* Those that hold for whatever is answered, also where no handler was asked. */
void headers_add_always(struct response *out);

#endif
