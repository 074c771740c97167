/*
 * topic_edit: tending the tree (rights: rules/topic.h). All of it is logged.
 *
 * A word leads to one topic. Taking a word that a proposal (or a refused one) holds takes what it
 * holds along: the two are one from then on. A word of another accepted topic is refused: those are
 * merged by topic_edit_merge(), on purpose.
 */
#ifndef RULES_TOPIC_EDIT_H
#define RULES_TOPIC_EDIT_H

#include "topic.h"

enum { TOPIC_MAX_NAME = 40, TOPIC_MAX_ABOUT = 2000, TOPIC_MAX_WORDS = 30 };

struct topic_input {
	const char *kind;
	const char *name_zh, *name_en;   /* an empty English name is the Chinese one */
	const char *about_zh, *about_en; /* may be empty */
	const char *words;               /* further words, with blanks or 、,; between */
	struct topic_id parent;          /* 0: none */
};

/* A new one, accepted. FORBIDDEN; INVALID with faults by field. */
enum outcome topic_edit_add(struct work *w, const struct topic_input *in, struct topic_id *id);
/* Changes one; with `accept` a proposed or refused one becomes accepted. The old names stay as
 * words that lead to it. NOT_FOUND, FORBIDDEN, INVALID. */
enum outcome topic_edit_save(
	struct work *w, struct topic_id id, const struct topic_input *in, bool accept);
/* Into an accepted one, or another proposal. INVALID: no such topic, or itself. */
enum outcome topic_edit_merge(struct work *w, struct topic_id from, struct topic_id into);
/* A proposal is no topic: its points lose it; the author's tag stays as typed. */
enum outcome topic_edit_refuse(struct work *w, struct topic_id id);
/* One place up or down among those of its kind. */
enum outcome topic_edit_move(struct work *w, struct topic_id id, bool up);

#endif
