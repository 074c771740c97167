/*
 * search: keeps the index beside the truth. Whoever saves, changes or removes what can be found
 * calls the fitting function in the same transaction, after the change; so what is saved is found
 * from that commit on.
 */
#ifndef RULES_SEARCH_H
#define RULES_SEARCH_H

#include "store/search_source.h"

/* Its words, topics, reach, anonymity … changed, or it was withdrawn. rules/lift.c calls it. */
void search_put_point(struct txn *t, struct point_id id);
/* Its words changed, or its roll-up was closed or opened again. */
void search_put_synthesis(struct txn *t, struct synthesis_id id);
/* Its words, topics, writers or state changed. */
void search_put_story(struct txn *t, struct story_id id);
/* An answer for all was given, changed, withdrawn or given again. */
void search_put_reply(struct txn *t, struct reply_id id);
/* A topic's guide was given out or withdrawn. */
void search_put_guide(struct txn *t, struct topic_id topic);

/* A roll-up was closed or opened again: its syntheses have other readers now. */
void search_put_rollup(struct txn *t, struct rollup_id id);
/* Two topics become one: take the nouns of both before it (search_nouns_of_topic_any), put them
 * again after it. Points go through rules/lift.c. */
void search_put_nouns(struct txn *t, const struct search_nouns *nouns);

/*
 * Takes the next slice, of `most` rows, of an index that is being made (store/search_state.h), in a
 * transaction of its own; goes on where the last one was left, by a crash too. *more: there is more
 * to do. An index made by another search.sql or tokenizer is begun again; for one that is full and
 * current this is one look. false: the log says why.
 */
bool search_fill(struct writer *w, int most, bool *more);
enum {
	SEARCH_SLICE = 1000,
	/* a tenth of a second: somebody may wait to write */ SEARCH_SLICE_ALONE = 10000
};

/* Another index is to be made beside the one that answers; search_fill() does it. */
bool search_make_anew(struct writer *w, struct arena *a);
/* The one that answers is damaged: it is asked no more, and another is to be made. */
bool search_distrust(struct writer *w, struct arena *a);
/* What has been made so far cannot be gone on with. */
bool search_throw_away(struct writer *w, struct arena *a);

#endif
