/* topic_row: how a topic is read out of a statement. For store/topic*.c. */
#ifndef STORE_TOPIC_ROW_H
#define STORE_TOPIC_ROW_H

#include "topic.h"

enum { TOPIC_WIDTH = 8 }; /* columns */
#define TOPIC_COLUMNS                                                                              \
	"t.id, t.parent_id, t.merged_into, t.kind, t.state, t.name_zh, t.name_en, t.position"

void topic_read(struct q *q, struct topic *t);
struct topics topic_rows(struct q *q);

#endif
