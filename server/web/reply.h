/* reply: what the pages and the API of answers for all share. */
#ifndef WEB_REPLY_H
#define WEB_REPLY_H

#include "views/reply.h"
#include "visit.h"

struct safe reply_body(struct visit *v, const struct reply *r);
/* Its JSON, read anew after a write. */
enum outcome reply_answer(struct visit *v, struct reply_id id, int status);

#endif
