/* topic: what pages and the API show of topics. */
#ifndef VIEWS_TOPIC_H
#define VIEWS_TOPIC_H

#include "doors/json.h"
#include "store/topic_list.h"

const char *topic_name(const struct topic *t);      /* in the viewer's language */
const char *topic_kind_word(const struct topic *t); /* 关键过程 … */

#endif
