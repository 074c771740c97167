/* export_talk: what people say to each other, as the rows of the tables that an export has of it.
 * All of it, for the owner of the machine; what was struck or withdrawn is not in it. */
#ifndef STORE_EXPORT_TALK_H
#define STORE_EXPORT_TALK_H

#include "doors/db.h"

enum export_talk {
	TALK_REMARK,
	TALK_CLOCK,
	TALK_ASK,
	TALK_STEP,
	TALK_REPORT,
	TALK_REPLY,
	TALK_DEPUTY
};
#define TALKS        7
#define TALK_COLUMNS 11

struct export_talk_rows {
	struct export_talk_row {
		const char *text[TALK_COLUMNS]; /* NULL: empty */
	} * items;
	size_t count, room;
};
struct export_talk_rows export_talk_any(struct db *db, enum export_talk table);

#endif
