/* report_row: who sees a daily report `r`, for the viewer ?1: its writer, the team and its managers
 * (schema/derived.sql: sight). For store/report.c and store/ask.c. */
#ifndef STORE_REPORT_ROW_H
#define STORE_REPORT_ROW_H

#define SEES_REPORT(r)                                                                             \
	"(?1 = 0 OR " r ".person_id = ?1 OR EXISTS (SELECT 1 FROM sight s WHERE s.person_id = ?1"  \
	" AND s.unit_id = " r ".team_id AND s.reach <= 1))"

#endif
