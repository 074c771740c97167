/* topic: what the handlers of topics share. */
#ifndef WEB_TOPIC_H
#define WEB_TOPIC_H

#include "store/topic.h"
#include "views/topic.h"
#include "visit.h"

/* 第 3 步，共 11 步; NULL for what is no step. */
const char *topic_place(struct visit *v, const struct topic *t);

/* What the viewer asked on its page, and who would answer. */
void topic_add_asks(struct visit *v, struct topic_view *view);

#endif
