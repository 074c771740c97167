/*
 * export: everything people wrote, as files that people can read and rules/import.c reads again:
 *
 *	reflections/2026-W47/LOGIN.md    (LOGIN-TASK.md: after a task), with its author
 *	stories/3.md, stories/drafts/4.md
 *	syntheses/2026-W47/UNIT-TOPIC.md with unit, week and topic
 *	meetings/…md, tasks/…md          (export_meeting.h)
 *	guides/…md                       (export_playbook.h)
 *	organisation.csv, topics.csv
 *
 * and, so that an import can do everything again in its order,
 *
 *	reflections.csv                  file, moment, numbers of its points
 *	rollups.csv, classified.csv      closed weeks, and what managers set
 *	merged.csv, highlights.csv, left.csv, picks.csv, excuses.csv, orders.csv, rosters.csv
 *
 * Only the newest version of each text. Redacted words stay redacted; what was withdrawn stays
 * away.
 */
#ifndef RULES_EXPORT_H
#define RULES_EXPORT_H

#include "work.h"

/* For the owner of the machine. dir must not be there, or be empty. false: *why says it. */
bool export_all(struct work *w, const char *dir, const char **why);

#endif
