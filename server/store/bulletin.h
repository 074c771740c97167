/*
 * bulletin: what the headquarters issues to everybody, one number after the other.
 *
 * What is being written is for those who manage the headquarters. What was issued, in one edition
 * or more, is for everybody and stays as it was: its texts are copies.
 */
#ifndef STORE_BULLETIN_H
#define STORE_BULLETIN_H

#include "base/kind.h"
#include "doors/txn.h"
#include "who.h"

enum piece_kind { PIECE_POINT, PIECE_SYNTHESIS, PIECE_STORY, PIECE_ANSWER };
#define PIECE_KINDS 4
const char *piece_kind_name(enum piece_kind kind); /* "point" … */
bool piece_kind_parse(const char *name, enum piece_kind *kind);

struct bulletin {
	struct bulletin_id id; /* its number */
	struct week week;
	const char *state; /* draft, published, correcting */
	const char *title, *frame_md, *frame_html, *rules_md, *rules_html; /* being written */
	int64_t version, edition;
	int64_t due_at, publish_at; /* publish_at 0: by hand */
	int64_t created_at, changed_at;
	const char *changed_by; /* NULL: from the command line */
};

/* Something it carries, or shall carry. */
struct bulletin_piece {
	enum piece_kind kind;
	int64_t noun;
	const char *comment; /* "": none */
	bool ready;          /* of what is being written: may it go out? if not, it has no texts */
	const char *title, *title_en, *body_md, *body_html;
	enum kind point_kind;
	const char *author;         /* NULL: a member of the team */
	const char *team, *branch;  /* names; NULL where it has none */
	struct week week;           /* 0: none */
	int64_t team_at, branch_at; /* 0: it did not rise from there */
};
struct bulletin_pieces {
	struct bulletin_piece *items;
	size_t count, room;
};

struct bulletin_edition {
	struct bulletin_id id;
	int64_t number, newest;
	struct week week;
	const char *title, *frame_md, *frame_html, *rules_md, *rules_html;
	const char *note; /* what was corrected; NULL: it is the first */
	const char *published_by;
	int64_t published_at, first_at; /* of this edition, and of the first */
	int64_t due_at;                 /* of the first */
};
struct bulletin_editions {
	struct bulletin_edition *items;
	size_t count, room;
};

/* What is being written. NULL: none such, or not for this viewer. */
const struct bulletin *bulletin_get(struct db *db, const struct who *who, struct bulletin_id id);
/* The one draft or correction under way; NULL: none, or not for this viewer. */
const struct bulletin *bulletin_draft(struct db *db, const struct who *who);
struct bulletin_pieces bulletin_items(struct db *db, const struct who *who, struct bulletin_id id);

/* What was issued; number 0: the newest. NULL: it was not. For everybody who signed in. */
const struct bulletin_edition *bulletin_edition_get(
	struct db *db, struct bulletin_id id, int64_t number);
struct bulletin_editions bulletin_edition_list(struct db *db, struct bulletin_id id);
struct bulletin_pieces bulletin_piece_list(struct db *db, struct bulletin_id id, int64_t edition);

/* The newest editions, newest first, without frame and rules; before 0: from the newest. */
struct bulletin_editions bulletin_list(
	struct db *db, struct bulletin_id before, int64_t limit, bool *more);
/* The first issue whose material was this week; 0: none yet. */
struct bulletin_id bulletin_of_week(struct db *db, struct week week);
/* Where it went out first, and when; 0: nowhere. */
struct bulletin_id bulletin_carrying(
	struct db *db, enum piece_kind kind, int64_t noun, int64_t *at);
/* Did points of this team's week go out? */
bool bulletin_holds_any(struct db *db, struct unit_id team, struct week week);
struct bulletin_id bulletin_last_any(struct db *db); /* the highest number, of a draft too */
struct bulletin_id bulletin_due_any(struct db *db, int64_t now); /* the draft that shall go out */
/* Points that went out and do not stand at reach `all`, numbers that are missing. 0 always. */
int64_t bulletin_differences_any(struct db *db);

/* Writing. id, week, title, texts, due_at. */
void bulletin_add(struct txn *t, const struct bulletin *b, struct person_id by, int64_t now);
/* state, title, texts, publish_at; raises the version. */
void bulletin_change(struct txn *t, const struct bulletin *b, struct person_id by, int64_t now);
void bulletin_touch(struct txn *t, struct bulletin_id id, struct person_id by, int64_t now);
void bulletin_delete(struct txn *t, struct bulletin_id id); /* a draft */

/* At the end of its kind; one that is there keeps its place. */
void bulletin_item_put(struct txn *t, struct bulletin_id id, enum piece_kind kind, int64_t noun,
	const char *comment);
void bulletin_item_comment(struct txn *t, struct bulletin_id id, enum piece_kind kind, int64_t noun,
	const char *comment);
void bulletin_item_drop(struct txn *t, struct bulletin_id id, enum piece_kind kind, int64_t noun);
void bulletin_item_place(
	struct txn *t, struct bulletin_id id, enum piece_kind kind, int64_t noun, int64_t position);
void bulletin_item_clear(struct txn *t, struct bulletin_id id);
/* What is not in it and went out nowhere: what headquarters chose of the week, the texts on its
 * topics, and the answers for all that came since one went out last. */
void bulletin_item_gather(struct txn *t, struct bulletin_id id, struct week week);
/* As the edition has it: a correction begins. */
void bulletin_item_restore(struct txn *t, struct bulletin_id id, int64_t edition);

/* The next edition with these pieces, and b's state and edition after it. */
void bulletin_issue(struct txn *t, const struct bulletin *b, const char *note,
	const struct bulletin_pieces *pieces, struct person_id by, int64_t now);

#endif
