/* bulletin: what the pages and the API show of what goes out to everybody. */
#ifndef VIEWS_BULLETIN_H
#define VIEWS_BULLETIN_H

#include "base/outcome.h"
#include "chrome.h"
#include "doors/json.h"
#include "rules/bulletin.h"
#include "rules/bulletin_clock.h"
#include "store/receipt.h"
#include "store/unit.h"

struct bulletin_part { /* a piece, as this reader sees it */
	const struct bulletin_piece *piece;
	struct safe body;
	const char *title, *week;
	const char *team_on, *branch_on; /* days it rose from there; NULL */
	bool opens;                      /* its own page is open to the reader */
};
struct bulletin_parts {
	struct bulletin_part *items;
	size_t count, room;
};

struct bulletin_past { /* an edition */
	int64_t number;
	const char *date, *note, *by;
};
struct bulletin_pasts {
	struct bulletin_past *items;
	size_t count, room;
};

struct bulletin_view {
	const struct chrome *chrome;
	struct bulletin_id id;
	const struct bulletin_edition *edition;  /* NULL: what is being written */
	const char *title, *words, *days, *date; /* words, days: of its week */
	const char *late;                        /* by how long; NULL: in time */
	struct safe frame, rules;
	bool has_frame, has_rules;
	struct bulletin_parts parts[PIECE_KINDS];
	struct bulletin_pasts pasts;   /* newest first; only if there is more than one */
	const struct receipt *receipt; /* the reader's; NULL: none is asked */
	const char *signed_on;         /* NULL: not yet */
	bool writes, counts;           /* the reader writes it; may look who signed */
	bool being_changed;            /* a correction is under way; for those who write it */
	struct bulletin_id before, after;
};

struct bulletin_line {
	const struct bulletin_edition *edition;
	const char *words, *date;
	const struct receipt *receipt; /* NULL: none is asked */
};
struct bulletin_lines {
	struct bulletin_line *items;
	size_t count, room;
};
struct bulletin_clock_view { /* for those who write it */
	const char *words, *week, *cut, *due;
	bool cut_over, due_over, done;
	const char *left, *late; /* until the next of the two; since the due time */
};
struct bulletin_list_view {
	const struct chrome *chrome;
	struct bulletin_lines lines;
	const char *next; /* cursor; NULL: that is all */
	bool writes;
	struct bulletin_clock_view clock;
	const struct bulletin *draft; /* NULL: none */
};

struct bulletin_offer { /* what is not in it yet */
	enum piece_kind kind;
	int64_t noun;
	const char *title, *meta;
};
struct bulletin_offers {
	struct bulletin_offer *items;
	size_t count, room;
};
struct bulletin_branch { /* a branch's week, against the cut-off */
	const char *name, *date;
	bool closed, late;
};
struct bulletin_branches {
	struct bulletin_branch *items;
	size_t count, room;
};
struct bulletin_edit_view {
	const struct chrome *chrome;
	const struct bulletin *b;
	const char *title, *frame, *rules, *publish_at, *note; /* as typed, or as they are */
	const char *words, *scheduled;                         /* scheduled NULL: by hand */
	struct bulletin_parts parts[PIECE_KINDS];
	struct bulletin_offers offers;
	struct bulletin_branches branches;
	struct bulletin_clock_view clock;
	struct faults faults, obstacles;
};

struct receipt_line {
	const struct receipt_person *person;
	const char *signed_on, *opened_on, *reminded_on; /* NULL: not */
};
struct receipt_lines {
	struct receipt_line *items;
	size_t count, room;
};
struct receipt_unit_view {
	const struct unit *unit;
	struct receipt_counts counts;
	struct receipt_lines missing, given;
};
struct receipt_unit_views {
	struct receipt_unit_view *items;
	size_t count, room;
};
struct receipt_view {
	const struct chrome *chrome;
	const struct bulletin_edition *edition;
	bool hq; /* sees branches, as numbers */
	struct receipt_count total;
	struct receipt_counts branches;
	struct receipt_unit_views mine; /* units that the viewer manages */
};

const char *bulletin_kind_heading(enum piece_kind kind);
const char *bulletin_author(struct out *o, const struct bulletin_part *p); /* or a member of … */
struct url bulletin_noun_url(struct out *o, const struct bulletin_part *p);
const char *bulletin_duration(struct arena *a, int64_t seconds); /* 2 小时 */
long bulletin_share(const struct receipt_count *n);              /* signed, in percent */

/* {number, title, week, edition, published_at, late, signed?} */
void bulletin_json_line(struct json_writer *j, const struct bulletin_line *l);
void bulletin_json(struct json_writer *j, const struct bulletin_view *v);
void bulletin_json_draft(struct json_writer *j, const struct bulletin_edit_view *v);
void receipt_json(struct json_writer *j, const struct receipt_view *v);

#endif
