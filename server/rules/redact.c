#include "redact.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "base/uri.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "erase.h"
#include "lift.h"
#include "reflection.h"
#include "search.h"
#include "store/audit.h"
#include "store/bulletin_redact.h"
#include "story.h"

static const char *replaced(struct arena *a, const char *s, const char *text, const char *with)
{
	struct out o = out_new(a);
	for (const char *at; (at = strstr(s, text)); s = at + strlen(text)) {
		out_bytes(&o, s, (size_t)(at - s));
		out_text(&o, with);
	}
	out_text(&o, s);
	return out_string(&o);
}

static const char *encoded(struct arena *a, const char *text)
{
	struct out o = out_new(a);
	uri_encode(&o, text);
	return out_string(&o);
}

int64_t redact_total(const struct redact_places *p)
{
	return p->reflections + p->points + p->syntheses + p->stories + p->drafts + p->others;
}

static bool faulty(struct work *w, const char *message)
{
	fault_add(&w->faults, "text", message);
	return false;
}

/* Does every version that holds it still read as a reflection without it? */
static bool versions_survive(struct work *w, const char *text)
{
	const struct reflection_rules rules = {
		.now = work_week(w), .any_week = true, .author_allowed = true
	};
	struct redact_bodies all = redact_versions_any(w->db, text);
	LIST_EACH (const struct redact_body, b, &all) {
		const char *now = replaced(w->arena, b->body, text, REDACTED);
		struct reflection_text ignored;
		struct faults faults = { .arena = w->arena };
		if (!reflection_text_parse(w->arena, now, strlen(now), &rules, &ignored, &faults))
			return false;
	}
	return true;
}

static bool check(struct work *w, const char *text)
{
	size_t runes = text_runes(text);
	if (runes < REDACT_MIN_RUNES || strpbrk(text, "\r\n"))
		return faulty(w, _("Write the text as it stands there: at least two characters, on "
				   "one line."));
	if (runes > REDACT_MAX_RUNES)
		return faulty(w, _("The text is too long: 200 characters is the most."));
	if (strstr(REDACTED, text))
		return faulty(w, _("Such blocks stand where something was taken out already."));
	if (redact_topics_any(w->db, text))
		return faulty(w, _("This is part of the name of a topic that all can see. Rename "
				   "the topic first, or write a longer text."));
	if (!versions_survive(w, text))
		return faulty(w, _("Without these words some reflections could not be read any "
				   "more. Write a longer text."));
	return true;
}

enum outcome redact_look(struct work *w, const char *text, struct redact_places *places)
{
	*places = (struct redact_places){ 0 };
	if (!check(w, text))
		return INVALID;
	*places = redact_places_any(w->db, text);
	places->drafts = (int64_t)redact_drafts_any(w->db, encoded(w->arena, text)).count;
	return DONE;
}

static const char *html_of(struct work *w, enum redact_noun noun, const char *body)
{
	if (noun == REDACT_STORY)
		return story_html(w->arena, body);
	return noun == REDACT_POINT ? reflection_body_html(w->arena, body).html
				    : markdown_html(w->arena, body, NULL).html;
}

/* Rendered inside the transaction: what stands there must be what was found there, and it is done a
 * few times a year. */
static void put_nouns(struct txn *t, struct work *w, enum redact_noun noun,
	const struct redact_bodies *all, const char *text)
{
	LIST_EACH (const struct redact_body, b, all) {
		const char *body = replaced(w->arena, b->body, text, REDACTED);
		if (!text_same(body, b->body))
			redact_put_html(t, noun, b->id, html_of(w, noun, body));
		if (noun == REDACT_POINT)
			lift_words(t, (struct point_id){ b->id });
		else if (noun == REDACT_SYNTHESIS)
			search_put_synthesis(t, (struct synthesis_id){ b->id });
		else if (noun == REDACT_REPLY)
			search_put_reply(t, (struct reply_id){ b->id });
		else if (noun == REDACT_SHOWN)
			search_put_guide(t, redact_topic_any(t->db, b->id));
		else if (noun == REDACT_STORY)
			search_put_story(t, (struct story_id){ b->id });
	}
}

static void put_bulletins(
	struct txn *t, struct work *w, const struct bulletin_texts *all, const char *text)
{
	static const enum redact_noun nouns[PIECE_KINDS] = { [PIECE_POINT] = REDACT_POINT,
		[PIECE_SYNTHESIS] = REDACT_SYNTHESIS,
		[PIECE_STORY] = REDACT_STORY,
		[PIECE_ANSWER] = REDACT_REPLY };
	LIST_EACH (const struct bulletin_text, b, all) {
		const char *body = replaced(w->arena, b->body, text, REDACTED);
		enum redact_noun noun =
			b->column == COLUMN_PIECE ? nouns[b->kind] : REDACT_SYNTHESIS;
		bulletin_redact_html(t, b, html_of(w, noun, body));
	}
}

static void put_drafts(struct txn *t, struct work *w, const char *text)
{
	const char *in = encoded(w->arena, text), *out = encoded(w->arena, REDACTED);
	struct redact_drafts all = redact_drafts_any(t->db, in);
	LIST_EACH (const struct redact_draft, d, &all) {
		struct redact_draft changed = *d;
		changed.fields = replaced(w->arena, d->fields, in, out);
		redact_put_draft(t, &changed);
	}
}

enum outcome redact_apply(struct work *w, const char *text, struct redact_places *places)
{
	enum outcome outcome = redact_look(w, text, places);
	if (outcome != DONE || !redact_total(places))
		return outcome;
	TXN(t, w->writer, w->arena);
	struct redact_bodies nouns[REDACT_NOUNS];
	for (int noun = REDACT_POINT; noun < REDACT_NOUNS; noun++)
		nouns[noun] = redact_bodies_any(t.db, (enum redact_noun)noun, text);
	const struct bulletin_texts bulletins = bulletin_redact_texts_any(t.db, text);
	redact_replace(&t, text, REDACTED);
	put_bulletins(&t, w, &bulletins, text);
	for (int noun = REDACT_POINT; noun < REDACT_NOUNS; noun++)
		put_nouns(&t, w, (enum redact_noun)noun, &nouns[noun], text);
	put_drafts(&t, w, text);
	erase_begin(&t);
	audit_add(&t, w->who, w->now, "redact", "text", 0, (struct unit_id){ 0 },
		arena_format(w->arena, "%ld", (long)redact_total(places)));
	return txn_commit(&t) ? DONE : BROKEN;
}
