/* remark_row: who sees a remark `m` under its point `p`, for the viewer ?1. For store/remark.c and
 * store/notice_row.h. */
#ifndef STORE_REMARK_ROW_H
#define STORE_REMARK_ROW_H

#include "point_row.h"

#define IN_THE_TEAM                                                                                \
	"(?1 = 0 OR EXISTS (SELECT 1 FROM sight s WHERE s.person_id = ?1 AND s.unit_id = "         \
	"p.team_id))"
#define REMARK_SHOWN                                                                               \
	SEES("p")                                                                                  \
	" AND (m.rises = 1 OR m.person_id = ?1 OR p.author_id = ?1 OR " IN_THE_TEAM                \
	" OR EXISTS (SELECT 1 FROM mention x WHERE x.remark_id = m.id AND x.person_id = ?1))"

#endif
