/* meeting_row: who sees a meeting `m`, for the viewer ?1: its unit and those who manage it
 * (schema/derived.sql: sight); of a branch's meeting also the managers of its teams who are
 * there. For store/meeting*.c, review.c, ask.c, topic_list.c. */
#ifndef STORE_MEETING_ROW_H
#define STORE_MEETING_ROW_H

#define SEES_MEETING(m)                                                                            \
	"(?1 = 0 OR EXISTS (SELECT 1 FROM sight s WHERE s.person_id = ?1"                          \
	" AND s.unit_id = " m ".unit_id AND s.reach <= 2) OR EXISTS (SELECT 1 FROM meeting_person" \
	" mp JOIN steward w ON w.person_id = mp.person_id JOIN unit wu ON wu.id = w.unit_id"       \
	" WHERE mp.meeting_id = " m                                                                \
	".id AND mp.present = 1 AND mp.person_id = ?1 AND wu.parent_id = " m ".unit_id))"

#endif
