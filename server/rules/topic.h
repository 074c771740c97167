/* topic: the words of topics, and who may tend the tree. */
#ifndef RULES_TOPIC_H
#define RULES_TOPIC_H

#include "store/topic_list.h"
#include "work.h"

/* The word that stands for the topic behind a # in a headline: its Chinese name, else a word of its
 * own that is one; NULL if none is. */
const char *topic_tag(struct db *db, const struct topic *t);

/* Can it be written as a tag and lead back to itself? */
bool topic_word_is_tag(struct arena *a, const char *word);

#endif
