/* write: what the handlers of the pages to write on share. For web/write*.c. */
#ifndef WEB_WRITE_H
#define WEB_WRITE_H

#include "rules/draft.h"
#include "rules/reflection.h"
#include "views/write.h"
#include "visit.h"

/* The entry that is being written. */
struct write_target {
	const char *subject;          /* 2026-W47, task, reflection/12 */
	bool has_week;                /* else it is after a task */
	struct week week;             /* a task's: the week it counts in */
	const struct reflection *now; /* what is handed in; NULL: nothing */
};

/* NOT_FOUND: no such subject, another's entry, a week to come or more than eight back. */
enum outcome write_target_of(struct visit *v, const char *subject, struct write_target *t);
/* May the viewer write it? A member of a team who writes, or the author of what is there. */
bool write_is_open_to(const struct visit *v, const struct write_target *t);
/* base_version is that of what is there. */
struct write_about write_about_of(struct visit *v, const struct write_target *t);
const char *write_readers(struct visit *v, const struct write_target *t);
const char *write_until(struct visit *v, const struct write_target *t);
const char *write_address(struct arena *a, const struct write_target *t); /* of its form */
/* 14:02 today, else with the date. */
const char *write_time(struct visit *v, int64_t moment);

/* The text of the form, with the week or task of the target. */
struct reflection_text write_text(
	struct visit *v, const struct write_target *t, const struct reflection_form *form);
/* A stored version, as the form shows it; NULL: an empty form. */
struct reflection_form write_form_from(struct visit *v, const char *stored);
/* What is handed in, as the form shows it; empty if nothing is. */
struct reflection_form write_form_now(struct visit *v, const struct write_target *t);

const char *write_badge(struct arena *a, int place);  /* 经验 1 */
struct write_faults write_faults_of(struct visit *v); /* of v->work, as the form lists them */

/* The form, with the faults of v->work. base: the version that this form began from. */
enum outcome write_page(struct visit *v, const struct write_target *t,
	const struct reflection_form *form, int64_t base, int status);
enum outcome write_none_page(struct visit *v);
/* For a form that came without a session: shows its words, and the way to sign in. */
enum outcome write_lost(struct visit *v);
/* Both texts, after a STALE. mine: as Markdown; file: it came from the page of one text. */
enum outcome write_conflict_page(
	struct visit *v, const struct write_target *t, const char *mine, bool file);
/* Hands in, and answers: the entry's page, the conflict, or what `again` shows. */
enum outcome write_hand_in(struct visit *v, const struct write_target *t,
	const struct reflection_text *text, bool file, bool *refused);
/* A number of the form; 0 if it is none. */
int64_t write_base(struct visit *v);

#endif
