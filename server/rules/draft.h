/*
 * draft: what is typed and not yet handed in, kept while one types.
 *
 * A subject names what it is about: a week (2026-W47), "task", "reflection/12" (an after-task one
 * being changed), "file/2026-W47" and "file/task" (the same as one Markdown text), "story/3",
 * "story/new", "story/file/3", "story/file/new" (as one file), "synthesis/2/2026-W47/15" (unit,
 * week, topic), "guide/5" (of that topic), "script/3" (of that story), "report/2026-11-24". A draft
 * of another version is never overwritten silently.
 */
#ifndef RULES_DRAFT_H
#define RULES_DRAFT_H

#include "base/uri.h"
#include "store/draft.h"
#include "work.h"

#define DRAFT_MAX_BYTES 786432 /* encoded; of a story: as much as the longest story takes */

/* What a form may call its draft. */
bool draft_is_subject(const char *subject);

/*
 * Saves `fields` (encoded) over version `base`; 0: there should be none yet. DONE: *now is what was
 * saved. STALE: *now is the draft that is there, NULL if there is none (it was handed in or thrown
 * away elsewhere). NOT_FOUND: no such subject. INVALID: too long.
 */
enum outcome draft_save(struct work *w, const char *subject, const char *fields, int64_t base,
	const struct draft **now);
/* Whatever its version: after asking the writer. */
enum outcome draft_replace(struct work *w, const char *subject, const char *fields);
enum outcome draft_discard(struct work *w, const char *subject);

/* The draft's fields; none if it cannot be read. */
struct fields draft_fields(struct arena *a, const struct draft *d);

#endif
