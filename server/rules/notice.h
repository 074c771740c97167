/*
 * notice: telling people what happened to what is theirs, in the transaction in which it happens:
 *
 *	notice_tell(&t, w, p->author, NOTICE_HIGHLIGHTED, NOTICE_POINT, p->id.n);
 *
 * One line a matter: what is told again while it is unread is counted on that line; once read, it
 * is unread again. Never told: whoever does it (w->who), nobody (0), who left, and who may not see
 * the subject now; who may not see it later is not shown it then (store/notice_row.h). A new kind
 * or noun: base/notice_kind.h. Some kinds go by e-mail too, to those who want that.
 *
 * The page that shows a subject says so with notice_opened(): what it was told of is read then.
 */
#ifndef RULES_NOTICE_H
#define RULES_NOTICE_H

#include "doors/txn.h"
#include "store/notice.h"
#include "work.h"

void notice_tell(struct txn *t, struct work *w, struct person_id whom, enum notice_kind kind,
	enum notice_noun noun, int64_t id);
/* The same, and what was said: the line shows its words, and goes when it is struck. */
void notice_tell_said(struct txn *t, struct work *w, struct person_id whom, enum notice_kind kind,
	struct point_id point, struct remark_id remark);
/* Whoever manages the unit: by role, as deputy, or above it where it has nobody. */
void notice_tell_managers(struct txn *t, struct work *w, struct unit_id unit, enum notice_kind kind,
	enum notice_noun noun, int64_t id);

/* The viewer has it before them. Writes only where something about it was unread. */
enum outcome notice_opened(struct work *w, enum notice_noun noun, int64_t id);
/* A page that shows all of this noun that are the viewer's: /asks. */
enum outcome notice_opened_all(struct work *w, enum notice_noun noun);
/* Marks one of the viewer's own as read; NOT_FOUND if there is none. */
enum outcome notice_mark(struct work *w, int64_t id);
/* All up to this number: what came after the viewer looked stays unread. */
enum outcome notice_mark_until(struct work *w, int64_t id);

/* Takes away what was read long ago. For the server's jobs; how many went. */
int64_t notice_clear(struct work *w);

#endif
