/*
 * notice: the inbox: what each person is told (base/notice_kind.h). One row a matter; told again,
 * it gets a new number, so numbers are in order of time, and reading number 12 says nothing of what
 * came after it.
 *
 * Nothing of the subject's words is kept here: they are read when shown, as far as the person may
 * see them then. What they may not see, or was taken back, is in no list and no count.
 */
#ifndef STORE_NOTICE_H
#define STORE_NOTICE_H

#include "base/notice_kind.h"
#include "doors/txn.h"
#include "who.h"

struct notice {
	int64_t id;
	enum notice_kind kind;
	enum notice_noun noun;
	int64_t noun_id;
	struct person_id person, by; /* by 0: the clock */
	struct remark_id remark;     /* 0: none */
	const char *name;            /* of `by`; NULL: nobody, or hidden */
	const char *title; /* of a point its headline, of an ask its words, of a report its
			      day_number(), of a search its words, of a team its name */
	const char *text;  /* what was said last; of a search its filters; or NULL */
	int64_t times, at;
	bool unread;
};
struct notices {
	struct notice *items;
	size_t count, room;
};

/* Where a list goes on: behind this one; 0: at its beginning. Unread ones come first, then those
 * that were read, the newest first. */
struct notice_place {
	int64_t after;
	bool read; /* `after` stands among those that were read */
};

struct notices notice_list(
	struct db *db, const struct who *who, struct notice_place from, int64_t limit);
enum { NOTICE_COUNTED = 100 };                               /* not counted on */
int64_t notice_unread(struct db *db, const struct who *who); /* at most NOTICE_COUNTED */
const struct notice *notice_get(struct db *db, const struct who *who, int64_t id);
/* Is there anything unread about this subject? About a point: of its asks too. */
bool notice_waits(struct db *db, const struct who *who, enum notice_noun noun, int64_t id);
bool notice_any_waits(struct db *db, const struct who *who, enum notice_noun noun);
/* May this person be told of it? */
bool notice_is_seen(struct db *db, const struct who *who, enum notice_noun noun, int64_t id);

/* For rules/notice.c, which knows who is to be told; the fields id, name, title, text, times and
 * unread do not matter. */
int64_t notice_put(struct txn *t, const struct notice *n);
void notice_read(struct txn *t, const struct who *who, enum notice_noun noun, int64_t id);
void notice_read_all(struct txn *t, const struct who *who, enum notice_noun noun);
void notice_read_one(struct txn *t, const struct who *who, int64_t id);
void notice_read_until(struct txn *t, const struct who *who, int64_t id); /* it, and all before */
/* A remark was struck: who was told of it last is told of the one before it, or of nothing. */
void notice_take_back(struct txn *t, struct remark_id remark);
/* Read and older than one moment, or unread and older than the other; `limit` of each. How many
 * went. */
int64_t notice_sweep(struct txn *t, int64_t read_before, int64_t before, int64_t limit);

#endif
