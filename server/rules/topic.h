/*
 * topic: the words of topics, and who may tend them.
 *
 * Two rights. Whoever answers for a unit, trains, or is of the headquarters judges a proposal that
 * reaches them: accepts it (then the word is public), merges it, refuses it. Trainers, headquarters
 * and administrators tend the tree of accepted topics: names, order, aliases, merging.
 */
#ifndef RULES_TOPIC_H
#define RULES_TOPIC_H

#include "store/topic_list.h"
#include "work.h"

bool topic_may_tend(const struct who *who);
bool topic_may_judge(struct db *db, const struct who *who);
/* Whichever of the two this topic asks for. */
bool topic_may_edit(struct db *db, const struct who *who, const struct topic *t);

/* The viewer has the topic's page before them, with so many points: what comes later is new. */
enum outcome topic_looked(struct work *w, struct topic_id topic, int64_t points);

/* The word that stands for the topic behind a # in a headline: its Chinese name, else a word of its
 * own that is one; NULL if none is. */
const char *topic_tag(struct db *db, const struct topic *t);

/* Can it be written as a tag and lead back to itself? */
bool topic_word_is_tag(struct arena *a, const char *word);

#endif
