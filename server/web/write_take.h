/* write_take: what the week's daily reports and meetings offer to the weekly form. */
#ifndef WEB_WRITE_TAKE_H
#define WEB_WRITE_TAKE_H

#include "write.h"

/* The team's open tasks: names to choose among. */
struct write_tasks write_tasks_of(struct visit *v);
struct write_takes write_takes_of(struct visit *v, const struct write_target *t);

#endif
