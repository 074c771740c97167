/* point_row: how a point is read out of a statement. For store/point*.c. */
#ifndef STORE_POINT_ROW_H
#define STORE_POINT_ROW_H

#include "point.h"

/* The name of the author of an anonymous point is for the team and its manager (and the machine's
 * owner). */
#define AUTHOR_SHOWN                                                                               \
	"(p.anonymous = 0 OR p.author_id = ?1 OR ?1 = 0 OR EXISTS (SELECT 1 FROM sight s"          \
	" WHERE s.person_id = ?1 AND s.unit_id = p.team_id))"

/* For the viewer ?1. */
#define POINT_COLUMNS                                                                              \
	"SELECT p.id, p.lead_id, p.reflection_id, p.kind, p.position, p.headline, p.body_md,"      \
	" p.body_html, p.author_id, CASE WHEN " AUTHOR_SHOWN " THEN a.name END, p.team_id,"        \
	" p.branch_id, u.name, p.week, p.team_week, p.branch_week, p.hq_week, p.reach, "           \
	"p.team_only,"                                                                             \
	" p.anonymous, p.withdrawn, p.classified_at IS NOT NULL, h.reason, p.submitted_at, "       \
	"p.changed_at"
#define POINT_JOINED                                                                               \
	" JOIN person a ON a.id = p.author_id JOIN unit u ON u.id = p.team_id"                     \
	" LEFT JOIN highlight h ON h.point_id = p.id "
#define POINT_SELECT POINT_COLUMNS " FROM point p" POINT_JOINED

struct points point_rows(struct q *q);

#endif
