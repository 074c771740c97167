/*
 * topic_list: the topics that a viewer may know of. Accepted ones are public; a proposed one exists
 * for those who see something that carries it: a point (by what holds, or by its author's tags) or
 * a story.
 */
#ifndef STORE_TOPIC_LIST_H
#define STORE_TOPIC_LIST_H

#include "base/strings.h"
#include "topic.h"

enum { TOPIC_SUGGESTIONS = 8 };

/* Those with a word that holds what was typed (folded by the function): same word first, then those
 * that begin with it. */
struct topics topic_suggest(struct db *db, const struct who *who, const char *typed);

/* NULL unless the viewer may know of it. Merged ones lead on, so the answer's number may differ. */
const struct topic *topic_known(struct db *db, const struct who *who, struct topic_id id);
const struct topic *topic_known_word(struct db *db, const struct who *who, const char *word);

/* As written; the names among them. */
struct strings topic_words_any(struct db *db, struct topic_id id);

#endif
