/* event: the ledger: what was done for a point, a report, a meeting or a task, by whom, when. Rows
 * are added, never changed. */
#ifndef STORE_EVENT_H
#define STORE_EVENT_H

#include "doors/txn.h"
#include "use.h"

/* Beside what is said: 'rose', 'lowered', 'classified', 'merged', 'unmerged', 'left',
 * 'unleft', 'highlighted', 'picked', 'cited', 'told' (in a story). Whatever writes an event of a
 * point tells trail_touch() (trail.h). The point's team is looked up. remark 0: none; the operator
 * of the machine is nobody.
 */
void event_add(struct txn *t, const char *deed, const struct who *who, struct point_id point,
	struct remark_id remark, int64_t now);

/* Of a use: 'used', 'use_changed', 'use_withdrawn'. */
void event_add_use(
	struct txn *t, const char *deed, const struct who *who, const struct use *use, int64_t now);

/* 'reported', 'report_changed', and what becomes of a report's asks. */
void event_add_report(struct txn *t, const char *deed, const struct who *who,
	struct report_id report, int64_t now);

/* 'planned', 'met' (who was there), 'line', 'changed', 'dropped'. */
void event_add_meeting(struct txn *t, const char *deed, const struct who *who,
	struct meeting_id meeting, int64_t now);
/* 'wanted' and what becomes of an ask, 'to_write', 'gap': of a line's meeting. */
void event_add_line(
	struct txn *t, const char *deed, const struct who *who, struct line_id line, int64_t now);
/* 'discussed', 'agreed', 'step_done' …: of a point, at a meeting (0: between two). */
void event_add_review(struct txn *t, const char *deed, const struct who *who, struct point_id point,
	struct meeting_id meeting, int64_t now);
/* Of a topic's page (unit: the asker's, else the doer's): 'wanted' and what becomes of an ask,
 * 'guide_saved', 'guide_published', 'guide_confirmed', 'guide_withdrawn', 'guide_handed_over',
 * 'guide_due', 'path_read'; of a story: 'path_read', 'script_saved', 'told_aloud',
 * 'telling_withdrawn'. */
void event_add_topic(struct txn *t, const char *deed, const struct who *who, struct topic_id topic,
	struct unit_id unit, int64_t now);
void event_add_story(
	struct txn *t, const char *deed, const struct who *who, struct story_id story, int64_t now);
/* 'task_opened', 'task_closed', 'task_reopened'. */
void event_add_task(
	struct txn *t, const char *deed, const struct who *who, struct task_id task, int64_t now);

/* What the ledger does not tell although it happened: points and reports handed in, readings,
 * remarks, answers, uses; and clocks that stand beside their point. 0 always, but for a fault of
 * the program. */
int64_t event_differences_any(struct db *db);

#endif
