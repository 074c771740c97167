#include "reply.h"

#include <string.h>

#include "ask.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "doors/txn.h"
#include "search.h"
#include "store/audit.h"

static const struct unit_id hq = { 1 };

bool reply_may_edit(struct work *w, struct db *db)
{
	return who_manages(db, w->who, hq);
}

bool reply_may_make(struct work *w, struct db *db, const struct ask *a)
{
	return a->unit.n == hq.n && a->state >= ASK_ANSWERED && a->state <= ASK_CLOSED &&
	       reply_may_edit(w, db);
}

static void check_body(struct work *w, const char *body)
{
	if (!*body) {
		fault_add(&w->faults, "body", _("Write what everybody should know."));
		return;
	}
	switch (markdown_check(body, strlen(body), MARKDOWN_POINT_LIMIT, NULL, NULL)) {
	case MARKDOWN_OK:
		break;
	case MARKDOWN_TOO_LONG:
		fault_add(&w->faults, "body", _("Shorten it: at most 32 KB."));
		break;
	case MARKDOWN_TOO_DEEP:
		fault_add(&w->faults, "body", _("Take some levels of lists and quotes away."));
		break;
	case MARKDOWN_NOT_UTF8:
	case MARKDOWN_PRIVATE_USE:
		fault_add(&w->faults, "body",
			_("There are characters in it that cannot be kept. Type them anew."));
		break;
	}
}

static void check_question(struct work *w, const char *question)
{
	if (!*question)
		fault_add(&w->faults, "question", _("Write the question, in your own words."));
	else if (text_runes(question) > REPLY_RUNES || strpbrk(question, "\r\n"))
		fault_add(
			&w->faults, "question", _("One line, please: 200 characters is the most."));
	else if (markdown_check(question, strlen(question), MARKDOWN_POINT_LIMIT, NULL, NULL) !=
		 MARKDOWN_OK)
		fault_add(&w->faults, "question",
			_("There are characters in it that cannot be kept. Type them anew."));
}

static size_t topics_of(
	struct work *w, struct db *db, const struct strings *words, struct topic_id *of)
{
	size_t n = 0;
	for (size_t i = 0; i < words->count && n < REPLY_TOPICS; i++) {
		const struct topic *t = topic_by_word_any(db, words->items[i]);
		if (t && text_same(t->state, "accepted"))
			of[n++] = t->id;
		else
			fault_add(&w->faults, "topics",
				arena_format(w->arena,
					_("“%s” is no topic of the map. Choose one that is "
					  "suggested."),
					words->items[i]));
	}
	return n;
}

/* What it is made of, or was before; NULL with *why. */
static const struct reply *before(struct work *w, struct db *db, const struct reply_input *in,
	const struct ask **ask, enum outcome *why)
{
	const struct reply *old = in->edits.n ? reply_get(db, w->who, in->edits) : NULL;
	*ask = ask_get(db, w->who, old ? old->ask : in->ask);
	*why = DONE;
	if ((in->edits.n && !old) || !*ask)
		*why = NOT_FOUND;
	else if (!reply_may_edit(w, db))
		*why = FORBIDDEN;
	else if (old && in->base_version >= 0 && in->base_version != old->version)
		*why = STALE;
	else if (!old && reply_of_ask(db, w->who, in->ask)) {
		fault_add(&w->faults, NULL, _("It is an answer for all already. Change that one."));
		*why = CONFLICT;
	} else if (!old && !reply_may_make(w, db, *ask)) {
		fault_add(&w->faults, NULL,
			_("Headquarters has not answered it. Answer it first; then it can become "
			  "an answer for all."));
		*why = CONFLICT;
	}
	return old;
}

enum outcome reply_save(struct work *w, const struct reply_input *in, struct reply_id *id)
{
	const char *question = text_trim(w->arena, in->question);
	size_t len = strlen(in->body);
	const char *body = text_trim(w->arena, text_unix_lines(w->arena, in->body, &len));
	struct topic_id topics[REPLY_TOPICS];
	check_question(w, question);
	check_body(w, body);
	const char *html = w->faults.count ? "" : markdown_html(w->arena, body, NULL).html;
	TXN(t, w->writer, w->arena);
	const struct ask *ask;
	enum outcome why;
	const struct reply *old = before(w, t.db, in, &ask, &why);
	size_t n = topics_of(w, t.db, &in->topics, topics);
	if (why != DONE)
		return why;
	if (w->faults.count)
		return INVALID;
	struct reply r = { .ask = ask->id };
	if (old)
		r = *old;
	r.question = question;
	r.body_md = body;
	r.body_html = html;
	r.version++;
	r.changed_at = w->now;
	*id = reply_put(&t, &r, w->who->person);
	reply_set_topics(&t, *id, topics, n);
	search_put_reply(&t, *id);
	if (!old)
		ask_note(&t, w, ask, "shared");
	audit_add(&t, w->who, w->now, old ? "change" : "add", "reply", id->n, hq, question);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome reply_withdraw(struct work *w, struct reply_id id, bool withdrawn)
{
	TXN(t, w->writer, w->arena);
	const struct reply *r = reply_get(t.db, w->who, id);
	if (!r)
		return NOT_FOUND;
	if (!reply_may_edit(w, t.db))
		return FORBIDDEN;
	if (r->withdrawn == withdrawn)
		return DONE;
	reply_set_withdrawn(&t, id, withdrawn);
	search_put_reply(&t, id);
	audit_add(&t, w->who, w->now, withdrawn ? "take_back" : "publish", "reply", id.n, hq,
		r->question);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome reply_name(struct work *w, struct ask_id id, bool named)
{
	TXN(t, w->writer, w->arena);
	const struct ask *a = ask_get(t.db, w->who, id);
	if (!a)
		return NOT_FOUND;
	if (!a->own)
		return FORBIDDEN;
	if (a->named == named)
		return DONE;
	ask_set_named(&t, id, named);
	return txn_commit(&t) ? DONE : BROKEN;
}
