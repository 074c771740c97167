/* export_meeting: the minutes of meetings and the reviews of tasks, to be read; an import leaves
 *them out:
 *
 *	meetings/2026-11-20-HD-1-12.md     tasks/3.md
 */
#ifndef RULES_EXPORT_MEETING_H
#define RULES_EXPORT_MEETING_H

#include "export_tables.h"

bool export_meetings(struct export *e);

#endif
