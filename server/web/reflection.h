/* reflection: what its page and its API share. For web/reflection*.c. */
#ifndef WEB_REFLECTION_H
#define WEB_REFLECTION_H

#include "rules/reflection.h"
#include "views/reflection.h"
#include "visit.h"

struct reflection_view reflection_view_of(struct visit *v, const struct reflection *r);
/* The one of the address, if the viewer may see anything of it; NULL: it does not exist. */
const struct reflection *reflection_here(struct visit *v, struct reflection_view *view);
enum outcome reflection_page(struct visit *v);

#endif
