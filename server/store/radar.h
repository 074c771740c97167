/*
 * radar: what is kept of each point to find those like it (schema/radar.sql), and its upkeep.
 * Asking it: radar_find.h; what recurs: radar_group.h.
 *
 * A row is written in the transaction that changes the point, by rules/radar.c, and is at all times
 * what radar_source_any() makes of the truth. The group is found later (rules/radar.h).
 */
#ifndef STORE_RADAR_H
#define STORE_RADAR_H

#include "doors/alike.h"
#include "doors/txn.h"

struct radar_row {
	struct point_id id;
	int64_t kind;
	const char *words, *keys; /* bytes */
	size_t words_len, keys_len;
	const char *about;
	struct point_id group;
};

/* What the truth says; NULL: withdrawn, or no such point. */
const struct radar_row *radar_source_any(struct db *db, struct point_id id);
/* What is kept; NULL: nothing. */
const struct radar_row *radar_kept_any(struct db *db, struct point_id id);

void radar_write(struct txn *t, const struct radar_row *row);
void radar_remove(struct txn *t, struct point_id id);

/* Is it this program's, and was it filled to the end? */
bool radar_is_full_any(struct db *db);
void radar_begin_again(struct txn *t);
/* Writes the next `most` points. false: that was the last slice. */
bool radar_fill_slice(struct txn *t, int most);

/* Rows that are wrong, missing or too many: 0. Reads everything. */
int64_t radar_differences_any(struct db *db);
/* Pages of deleted words written anew; true: there is more to do (rules/erase.h). */
bool radar_erase(struct txn *t, bool first);

/* Numbers in `about` behind this letter, one after the other: 0 at the end; *at begins as `about`.
 * 'u' gives 0 for everybody, so -1 is its end. */
int64_t radar_next(const char **at, char letter);

#endif
