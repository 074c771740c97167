/*
 * topic_list: the topics that a viewer may know of. Accepted ones are public; a proposed one exists
 * for those who see something that carries it: a point (by what holds, or by its author's tags),
 * a story, or an answer of a meeting.
 */
#ifndef STORE_TOPIC_LIST_H
#define STORE_TOPIC_LIST_H

#include "base/strings.h"
#include "topic.h"

enum { TOPIC_SUGGESTIONS = 8 };

/* Those with a word that holds what was typed (folded by the function): same word first, then those
 * that begin with it. */
struct topics topic_suggest(struct db *db, const struct who *who, const char *typed);

/* By number. */
struct topics topic_list(
	struct db *db, const struct who *who, struct topic_id after, int64_t limit);
struct topics topic_proposed(struct db *db, const struct who *who); /* newest first */

/* NULL unless the viewer may know of it. Merged ones lead on, so the answer's number may differ.
 * A refused one is known like a proposal. */
const struct topic *topic_known(struct db *db, const struct who *who, struct topic_id id);
const struct topic *topic_known_word(struct db *db, const struct who *who, const char *word);

/* As written; the names among them. */
struct strings topic_words_any(struct db *db, struct topic_id id);

#endif
