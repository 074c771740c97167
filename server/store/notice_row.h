/*
 * notice_row: what the viewer ?1 may know of a matter `n` (schema/0004-inbox.sql). For
 * store/notice*.c.
 *
 * A noun that stands in no row of NOTICE_TITLE is seen by nobody.
 */
#ifndef STORE_NOTICE_ROW_H
#define STORE_NOTICE_ROW_H

#include "ask_row.h"
#include "guide.h"
#include "remark_row.h"

/* The subject's heading; NULL: the viewer may not see it, or it is no more. */
#define NOTICE_TITLE                                                                               \
	"CASE n.noun"                                                                              \
	" WHEN 'point' THEN (SELECT p.headline FROM point p WHERE p.id = n.noun_id"                \
	" AND p.withdrawn = 0 AND " SEES(                                                          \
		"p") ")"                                                                           \
		     " WHEN 'ask' THEN (SELECT k.text FROM ask k LEFT JOIN point p ON p.id = "     \
		     "k.point_id"                                                                  \
		     " LEFT JOIN report r ON r.id = k.report_id WHERE k.id = n.noun_id"            \
		     " AND k.state < 4 AND " ASK_SHOWN ")"                                         \
		     " WHEN 'report' THEN (SELECT CAST(r.day AS TEXT) FROM report r"               \
		     " WHERE r.id = n.noun_id AND " SEES_REPORT(                                   \
			     "r") ")"                                                              \
				  " WHEN 'story' THEN (SELECT y.title FROM story y WHERE y.id = "  \
				  "n.noun_id"                                                      \
				  " AND y.state = 'published')"                                    \
				  " WHEN 'bulletin' THEN (SELECT e.title FROM bulletin b"          \
				  " JOIN bulletin_edition e ON e.bulletin_id = b.id"               \
				  " AND e.number = b.edition WHERE b.id = n.noun_id)"              \
				  " WHEN 'search' THEN (SELECT y.words FROM search_saved y"        \
				  " WHERE y.id = n.noun_id AND y.person_id = ?1)"                  \
				  " WHEN 'guide' THEN (SELECT t.name_zh || char(10) || t.name_en"  \
				  " FROM guide g JOIN topic t ON t.id = g.topic_id"                \
				  " WHERE g.topic_id = n.noun_id AND " GUIDE_SHOWN ")"             \
				  " WHEN 'team' THEN (SELECT u.name FROM steward v JOIN unit u"    \
				  " ON u.id = v.unit_id WHERE v.person_id = ?1"                    \
				  " AND v.unit_id = n.noun_id) END"

/* What was said last is still there for the viewer, if the matter is that something was said. */
#define NOTICE_SAID                                                                                \
	"(SELECT m.text FROM remark m JOIN point p ON p.id = m.point_id WHERE m.id = n.remark_id"  \
	" AND m.struck_at IS NULL AND " REMARK_SHOWN ")"

/* Uses of the subject by who did it last. */
#define NOTICE_USES                                                                                \
	"SELECT 1 FROM use x WHERE x.noun = CASE n.noun WHEN 'point' THEN 0 WHEN 'story' THEN 1"   \
	" WHEN 'guide' THEN 2 END AND x.noun_id = n.noun_id AND x.person_id = n.by_id"

/* That somebody used it is told as long as they stand by it. */
#define NOTICE_SEEN                                                                                \
	"(" NOTICE_TITLE " IS NOT NULL AND (n.remark_id IS NULL OR " NOTICE_SAID " IS NOT NULL)"   \
	" AND (n.kind <> 'used' OR EXISTS (" NOTICE_USES " AND x.withdrawn_at IS NULL)))"

/* Who did it last, of person `b` joined from the left: not the author of an anonymous point, nor
 * who used it without their name above the team (use.h). */
#define NOTICE_NAME                                                                                \
	"CASE WHEN NOT EXISTS (SELECT 1 FROM point p WHERE p.author_id = n.by_id AND p.id ="       \
	" CASE n.noun WHEN 'point' THEN n.noun_id"                                                 \
	" WHEN 'ask' THEN (SELECT k.point_id FROM ask k WHERE k.id = n.noun_id) END"               \
	" AND NOT " AUTHOR_SHOWN ") AND NOT (n.kind = 'used' AND EXISTS (" NOTICE_USES             \
	" AND x.anonymous = 1 AND NOT EXISTS (SELECT 1 FROM sight s WHERE s.person_id = ?1"        \
	" AND s.unit_id = x.unit_id))) THEN b.name END"

#endif
