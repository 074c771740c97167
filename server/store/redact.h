/*
 * redact: a literal text taken out of everything that is stored (rules/redact.h says why and when).
 * Whole tables are read: it happens a few times a year.
 */
#ifndef STORE_REDACT_H
#define STORE_REDACT_H

#include "doors/txn.h"
#include "who.h"

/* In how many texts it stands, by what they are. */
struct redact_places {
	int64_t reflections;        /* versions of reflections, and names of tasks */
	int64_t points;             /* points as they are now, and their versions and tags */
	int64_t syntheses, stories; /* with their versions */
	int64_t drafts;
	int64_t others; /* reasons, comments, proposed topics, the log */
};
struct redact_places redact_places_any(struct db *db, const char *text);
/* Accepted topics with it in a name: they are public, and renamed on their own page. */
int64_t redact_topics_any(struct db *db, const char *text);

struct redact_body { /* a text to be rendered anew */
	int64_t id;
	const char *body;
};
struct redact_bodies {
	struct redact_body *items;
	size_t count, room;
};
enum redact_noun {
	REDACT_POINT,
	REDACT_SYNTHESIS,
	REDACT_STORY,
	REDACT_REPLY,
	REDACT_GUIDE,
	REDACT_SHOWN
};
#define REDACT_NOUNS 6
/* Of those that hold it. */
struct redact_bodies redact_bodies_any(struct db *db, enum redact_noun noun, const char *text);
/* Every stored version of a reflection that holds it: is it still one afterwards? */
struct redact_bodies redact_versions_any(struct db *db, const char *text);
/* Drafts are encoded: person and subject in `who` and `subject`. */
struct redact_draft {
	struct person_id who;
	const char *subject, *fields;
};
struct redact_drafts {
	struct redact_draft *items;
	size_t count, room;
};
/* encoded: the text as it stands in them. */
struct redact_drafts redact_drafts_any(struct db *db, const char *encoded);

/* In all columns that hold it as it is; HTML, drafts and the search index are the caller's. Answers
 * given to programs are forgotten. */
void redact_replace(struct txn *t, const char *text, const char *with);
/* On whose page this guide stands. */
struct topic_id redact_topic_any(struct db *db, int64_t guide);
void redact_put_html(struct txn *t, enum redact_noun noun, int64_t id, const char *html);
void redact_put_draft(struct txn *t, const struct redact_draft *d);

#endif
