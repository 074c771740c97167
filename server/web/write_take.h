/* write_take: what the week's daily reports offer to the weekly form. */
#ifndef WEB_WRITE_TAKE_H
#define WEB_WRITE_TAKE_H

#include "write.h"

struct write_takes write_takes_of(struct visit *v, const struct write_target *t);

#endif
