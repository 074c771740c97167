/* ask_row: who sees an ask `k`, in its point `p` or its report `r` (both joined from the left) or
 * its meeting, for the viewer ?1; and who its asker's name. For store/ask.c and store/notice_row.h.
 */
#ifndef STORE_ASK_ROW_H
#define STORE_ASK_ROW_H

#include "meeting_row.h"
#include "point_row.h"
#include "report_row.h"

#define ASK_NAME_SHOWN "(k.point_id IS NULL OR " AUTHOR_SHOWN ")"
/* The asker, whoever sees the point, the report or the meeting, and the managers of every unit on
 * its path. */
#define ASK_MET                                                                                    \
	"EXISTS (SELECT 1 FROM meeting_line ml JOIN meeting mm ON mm.id = ml.meeting_id"           \
	" WHERE ml.id = k.line_id AND " SEES_MEETING("mm") ")"
#define ASK_SHOWN                                                                                  \
	"(?1 = 0 OR k.person_id = ?1 OR (p.withdrawn = 0 AND " SEES(                               \
		"p") ") OR (r.id IS NOT NULL AND " SEES_REPORT("r") ") OR " ASK_MET                \
								    " OR EXISTS (SELECT 1 FROM "   \
								    "ask_step e JOIN steward s "   \
								    "ON s.unit_id = e.unit_id"     \
								    " AND s.person_id = ?1 WHERE " \
								    "e.ask_id = k.id))"

#endif
