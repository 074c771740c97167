/*
 * reflection: handing in, changing and withdrawing what one wrote (DESIGN §8 "Input").
 *
 * A submission replaces the whole entry. A point keeps its number if kind and headline are equal,
 * else by kind and place; what vanished is withdrawn, and its number never used again. Every
 * version is kept whole.
 */
#ifndef RULES_REFLECTION_H
#define RULES_REFLECTION_H

#include "reflection_text.h"
#include "base/safe.h"
#include "store/point.h"
#include "store/reflection.h"
#include "work.h"

struct submission {
	const struct reflection_text *text; /* parsed: it has no faults */
	struct reflection_id edits; /* an after-task one to change; 0: by week, or a new one */
	int64_t base_version;       /* the version the writer saw; 0: not said, or there was none */
	bool has_base;              /* the writer says that there was none, if base_version is 0 */
	enum via via;
	struct point_id without; /* the one that is withdrawn by this text; 0: none */
};

/*
 * DONE, with the reflection's number and whether it is new. FORBIDDEN: not a rep of a team.
 * CONFLICT: its roll-up is closed. STALE: the entry has another version than base_version.
 * NOT_FOUND: `edits` is not the viewer's.
 */
enum outcome reflection_submit(
	struct work *w, const struct submission *s, struct reflection_id *id, bool *created);

/* The whole entry; of a point, a new version of the entry without it. NOT_FOUND: not the viewer's.
 */
enum outcome reflection_withdraw(struct work *w, struct reflection_id id);
enum outcome reflection_withdraw_point(struct work *w, struct point_id id);

/* The story of a point as HTML, without the lines that speak to the program: what is stored, and
 * what a preview shows. */
struct safe reflection_body_html(struct arena *a, const char *body);

/*
 * What of a reflection this viewer may read. Its points that are not the viewer's to see are left
 * out, and so are those whose author's name is hidden: beside the others they would tell it.
 */
struct points reflection_points(struct work *w, const struct reflection *r);
/* May the viewer read the newest version whole, as Markdown? The author and the owner of the
 * machine always; others if they see all its points with their author's name. */
bool reflection_may_read(struct work *w, const struct reflection *r);

/* What holds for a text handed in now by this person: current week, eight weeks back. */
struct reflection_rules reflection_rules_now(const struct work *w);

#endif
