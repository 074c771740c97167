/* demo_meet: meetings and tasks of the sample organisation, as templates/sample/meetings.md has
 * them. For demo_event.c. */
#ifndef RULES_DEMO_MEET_H
#define RULES_DEMO_MEET_H

#include <stddef.h>

enum { DEMO_MEETING_TEAMS = 3, DEMO_MEETING_WEEKS = 4 };

/* How many blocks the file has that are tasks or what was written after one. */
size_t demo_meet_tasks(void);

#endif
