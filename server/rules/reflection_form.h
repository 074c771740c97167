/*
 * reflection_form: a reflection as the page to write on holds it, and the way between the two.
 *
 * Six places: three experiences, three lessons. The lines of a story that speak to the program
 * (求助:, 请示:, 范围:, 署名:) are fields of their own while they stand at its end as the form
 * writes them; elsewhere they stay in the story, where they hold as well. So no text is lost on the
 * way to the form and back: text(of(t)) says what t says.
 */
#ifndef RULES_REFLECTION_FORM_H
#define RULES_REFLECTION_FORM_H

#include "base/uri.h"
#include "paste.h"
#include "reflection_text.h"

#define FORM_PLACES (KINDS * REFLECTION_MAX_POINTS)

struct form_place { /* as typed; never NULL */
	const char *headline, *story, *topics, *ask;
	enum ask_kind ask_kind;
	bool team_only, anonymous;
	bool named; /* by name, although the writer has it otherwise by default */
};

struct reflection_form {
	const char *task; /* "" for a weekly one */
	struct form_place places[FORM_PLACES];
};

static inline enum kind form_kind(int place)
{
	return place < REFLECTION_MAX_POINTS ? EXPERIENCE : LESSON;
}

bool form_place_is_empty(const struct form_place *p);
bool reflection_form_is_empty(const struct reflection_form *f);

/* From the fields task, p0.headline, p0.story, p0.topics, p0.ask, p0.ask_kind (help, decision),
 * p0.team, p0.anonymous, p0.named … p5.named (without effect beside anonymous); what is missing is
 * empty. */
struct reflection_form reflection_form_read(struct arena *a, const struct fields *fields);
/* The same fields, encoded as a browser would send them. */
const char *reflection_form_encode(struct arena *a, const struct reflection_form *f);

struct reflection_form reflection_form_of(struct arena *a, const struct reflection_text *text);

/* Points of a pasted text, into the places that are free; what finds none goes to the end of the
 * last story of its kind, headline first. */
void reflection_form_add(struct arena *a, struct reflection_form *f, const struct paste *pasted);

/*
 * The text that it says, whatever its faults: for a preview, and to show it beside another. `out`
 * has week or task from the caller.
 */
void reflection_form_text(
	struct arena *a, const struct reflection_form *f, struct reflection_text *out);
/* A fault for each rule it breaks, with the field's name; false if there are any. */
bool reflection_form_check(
	struct arena *a, const struct reflection_form *f, bool is_task, struct faults *faults);

#endif
