/* topic_words: the words that lead to a topic, as a form holds them. */
#ifndef RULES_TOPIC_WORDS_H
#define RULES_TOPIC_WORDS_H

#include "base/strings.h"
#include "store/topic.h"
#include "work.h"

/* Blanks in a row and line ends become one blank; none at the ends. */
const char *topic_words_clean(struct arena *a, const char *typed);
/* Parted by 、 , ; or a line end (full width too); a leading # goes. */
struct strings topic_words_split(struct arena *a, const char *typed);
const char *topic_words_join(struct arena *a, const struct strings *words);
/* Is it among them, as search compares words? */
bool topic_words_hold(struct arena *a, const struct strings *words, const char *word);
/* Adds the topic's names to the words, and says what cannot be a word. */
bool topic_words_check(struct work *w, const struct topic *topic, struct strings *words);

#endif
