/*
 * story: writing, publishing and taking back a case story (DESIGN §8 "Who sees what").
 *
 * Whoever writes reflections, manages or trains may start a draft, which is its writers' and the
 * trainers'. A trainer, or somebody of the headquarters who sees it, publishes it: then everybody
 * reads it, and only trainers and headquarters change it, until it is taken back. Every version is
 * kept whole. Citing a point does not raise its reach.
 */
#ifndef RULES_STORY_H
#define RULES_STORY_H

#include "store/story.h"
#include "story_text.h"
#include "work.h"

struct story_input {
	const struct story_text *text; /* parsed: it has no faults */
	struct story_id edits;         /* 0: a new one */
	int64_t base_version;          /* the version the writer saw; 0: not said */
	const struct strings *writers; /* logins; NULL: as they were (a new one: the viewer) */
};

/*
 * DONE, with the story's number. NOT_FOUND; FORBIDDEN; STALE: another version than base_version is
 * the newest. INVALID: a source that the viewer cannot see and that was not there before (or no
 * such point: the same words), or a writer who does not exist. Topics that are not known become
 * proposals.
 */
enum outcome story_save(struct work *w, const struct story_input *in, struct story_id *id);
enum outcome story_publish(struct work *w, struct story_id id);
enum outcome story_take_back(struct work *w, struct story_id id); /* a draft again */

bool story_may_start(const struct who *who);
/* Of a story that the viewer sees. */
bool story_may_write(struct db *db, const struct who *who, const struct story *s);
bool story_may_publish(const struct who *who);

/* The body rendered, part by part where it is long. */
const char *story_html(struct arena *a, const char *body);

#endif
