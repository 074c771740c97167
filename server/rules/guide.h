/*
 * guide: writing what stands on a topic's page, giving it to everybody, and looking at it again.
 *
 * Trainers and headquarters begin a guide and name its owner, one of them; the owner, trainers and
 * headquarters write it. Each save is a version that is kept; what everybody reads changes when a
 * version is given out. Half a year after that, or when the writer said, its owner is asked whether
 * it is still true, and answers with a tap.
 *
 * A point that a version cites for the first time is why it was changed: its author is told, and
 * the ledger says so, when that version is given out. Numbers that the writer may not see stay
 * numbers.
 */
#ifndef RULES_GUIDE_H
#define RULES_GUIDE_H

#include "store/guide.h"
#include "work.h"

enum { GUIDE_NOTE_RUNES = 200, GUIDE_DAYS = 182, GUIDE_TELL_AT_ONCE = 50 };

struct guide_input {
	struct topic_id topic;
	const char *body;
	const char *note;     /* why it was changed; NULL or "": not said */
	const char *owner;    /* a login; NULL or "": as it was, of a new one the writer */
	int64_t days;         /* until it is looked at again; 0: as it was */
	int64_t base_version; /* that the writer saw; 0: none; -1: not said */
	bool publish;
};

/* May the viewer begin one and name owners? */
bool guide_may_begin(const struct who *who);
/* Of a guide that the viewer sees, or NULL: of one to be begun. */
bool guide_may_write(const struct who *who, const struct guide *g);

/* NOT_FOUND: no accepted topic; FORBIDDEN; STALE; INVALID with faults on body, note, owner,
 * recheck. The same words again make no new version. */
enum outcome guide_save(struct work *w, const struct guide_input *in, int64_t *version);
/* The words of an older version become the newest; everybody reads them once they are given out. */
enum outcome guide_restore(struct work *w, struct topic_id topic, int64_t number);
enum outcome guide_publish(struct work *w, struct topic_id topic); /* the newest version */
/* Still valid: asked again after as many days. CONFLICT: it is not given out. */
enum outcome guide_confirm(struct work *w, struct topic_id topic);
/* Nobody reads it any more but those who tend it. */
enum outcome guide_withdraw(struct work *w, struct topic_id topic);

/* Tells owners whose guide is due, each once; how many. For the server's jobs. */
int guide_remind(struct work *w);

#endif
