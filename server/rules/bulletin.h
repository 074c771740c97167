/*
 * bulletin: the headquarters puts together what goes out to everybody (DESIGN R3), one number at a
 * time. By whoever manages the headquarters; for all others a draft does not exist.
 *
 * A draft begins with what was chosen and distilled in a week. It carries points that have risen to
 * the headquarters (so none that stays in its team, none withdrawn), syntheses of closed weeks and
 * headquarters' own, and at most two published stories. What was issued stays as it was; a
 * correction is another edition of the same number, with a note on what it corrects.
 *
 * What becomes of what went out: its points are for everybody, for good (their team's week cannot
 * be opened again, so their words stay; opening the levels above lowers them no more). Its
 * syntheses are for everybody and are written no further.
 */
#ifndef RULES_BULLETIN_H
#define RULES_BULLETIN_H

#include "store/bulletin.h"
#include "work.h"

enum { BULLETIN_STORIES = 2, BULLETIN_TITLE_RUNES = 60, BULLETIN_COMMENT_RUNES = 1000 };

bool bulletin_may_write(struct db *db, const struct who *who);

/* CONFLICT: one is being written already; *id is that. NOT_FOUND: the week has not begun. */
enum outcome bulletin_start(struct work *w, struct week week, struct bulletin_id *id);

struct bulletin_comment {
	enum piece_kind kind;
	int64_t noun;
	const char *text;
};
struct bulletin_comments {
	struct bulletin_comment *items;
	size_t count, room;
};
struct bulletin_edit {
	struct bulletin_id id;
	const char *title, *frame, *rules;       /* NULL: as they are */
	int64_t publish_at;                      /* 0: by hand; -1: as it is */
	struct bulletin_comments comments;       /* of those that are in it */
	const struct bulletin_comments *carries; /* all of it, in order; NULL: as it is */
	int64_t base_version;                    /* the one that was seen; -1: not said */
};
/* STALE: somebody changed it meanwhile. INVALID: see the faults. CONFLICT: it is published. */
enum outcome bulletin_save(struct work *w, const struct bulletin_edit *e);

enum outcome bulletin_put(
	struct work *w, struct bulletin_id id, enum piece_kind kind, int64_t noun);
enum outcome bulletin_drop(
	struct work *w, struct bulletin_id id, enum piece_kind kind, int64_t noun);
/* One place up (-1) or down (1) among its kind. */
enum outcome bulletin_move(
	struct work *w, struct bulletin_id id, enum piece_kind kind, int64_t noun, int by);
enum outcome bulletin_gather(struct work *w, struct bulletin_id id); /* what its week has since */
/* A draft is gone, and its number free; a correction is as if it had not begun. */
enum outcome bulletin_discard(struct work *w, struct bulletin_id id);
enum outcome bulletin_correct(struct work *w, struct bulletin_id id); /* DONE also if begun */

/*
 * Out it goes: to everybody's desk, in one transaction; the points it carries are for everybody
 * from then on, and their authors are told. note: of a correction, what was wrong. DONE also if
 * it was published already. CONFLICT: something stands in the way, the faults say what.
 */
enum outcome bulletin_publish(struct work *w, struct bulletin_id id, const char *note);
/* What stands in the way, as faults. */
void bulletin_obstacles(struct work *w, struct db *db, const struct bulletin *b);
/* For the clock: publishes the draft whose time has come, as the owner of the machine. */
void bulletin_tick(struct work *w);

#endif
