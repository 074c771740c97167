/*
 * story: a case story. A draft is for its writers and for trainers; a published one for everybody.
 */
#ifndef STORE_STORY_H
#define STORE_STORY_H

#include "who.h"

/* The condition that the viewer ?1 may see a story y. 8: trainers (base/role.h). */
#define STORY_SHOWN(y)                                                                             \
	"(" y ".state = 'published' OR ?1 = 0 OR EXISTS (SELECT 1 FROM story_writer sw"            \
	" WHERE sw.story_id = " y ".id AND sw.person_id = ?1)"                                     \
	" OR EXISTS (SELECT 1 FROM person sp WHERE sp.id = ?1 AND sp.active = 1"                   \
	" AND (sp.roles & 8) <> 0))"

#endif
