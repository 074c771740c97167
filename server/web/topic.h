/* topic: what the handlers of topics share. */
#ifndef WEB_TOPIC_H
#define WEB_TOPIC_H

#include "store/topic.h"
#include "visit.h"

/* 第 3 步，共 11 步; NULL for what is no step. */
const char *topic_place(struct visit *v, const struct topic *t);

#endif
