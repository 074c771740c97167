#include "destination.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "bulletin.h"
#include "doors/i18n.h"
#include "doors/secret.h"
#include "outbox.h"
#include "store/audit.h"
#include "store/unit.h"

enum { KEY_LEAST = 24, KEY_MOST = 64, SPREAD = 20 };

bool destination_may_look(struct db *db, const struct who *who)
{
	return who_is(who, ADMIN) || bulletin_may_write(db, who);
}

static bool has_host(const char *url)
{
	const char *host = strstr(url, "://");
	return host && strcspn(host + 3, "/?#") > 0 &&
	       !memchr(host + 3, '@', strcspn(host + 3, "/?#"));
}

static void check_url(struct work *w, const char *url)
{
	if (!text_starts(url, "https://") && !text_starts(url, "http://"))
		fault_add(&w->faults, "url",
			_("Paste the whole address: it begins with https:// (or http://)."));
	else if (strlen(url) > DESTINATION_URL_MAX || strpbrk(url, " \t\r\n\"<>\\") ||
		 !has_host(url))
		fault_add(&w->faults, "url", _("This is no address. Copy it again, in one piece."));
}

/* Of a webhook: whsec_ and 24 to 64 bytes as base64. */
static void check_secret(struct work *w, const struct destination *d)
{
	size_t len;
	if (strlen(d->secret) > DESTINATION_SECRET_MAX || strpbrk(d->secret, " \t\r\n"))
		fault_add(
			&w->faults, "secret", _("This is no secret. Copy it again, in one piece."));
	else if (d->kind == DESTINATION_WEBHOOK &&
		 (!text_starts(d->secret, "whsec_") ||
			 !secret_bytes(w->arena, d->secret + 6, &len) || len < KEY_LEAST ||
			 len > KEY_MOST))
		fault_add(&w->faults, "secret",
			_("A webhook's secret is whsec_ and 24 to 64 bytes as base64. Leave it "
			  "empty: "
			  "we make one."));
}

static void check(struct work *w, struct db *db, const struct destination *d)
{
	if (text_blank(d->name) || text_runes(d->name) > DESTINATION_NAME_RUNES ||
		text_forbidden_at(d->name, strlen(d->name)) < strlen(d->name) ||
		strpbrk(d->name, "\r\n"))
		fault_add(&w->faults, "name", _("Name it in one line of at most 60 characters."));
	check_url(w, d->url);
	if (d->secret)
		check_secret(w, d);
	const struct unit *u = unit_get(db, d->unit);
	if (!u || (u->kind != UNIT_HQ && u->kind != UNIT_BRANCH))
		fault_add(&w->faults, "unit", _("Choose whose group it is."));
	if (!d->bulletins && !d->reminders)
		fault_add(&w->faults, "bulletins", _("Choose at least one thing that it gets."));
}

static void log_deed(struct txn *t, struct work *w, const char *action, const struct destination *d)
{
	audit_add(t, w->who, w->now, action, "destination", d->id, d->unit, d->name);
}

static enum outcome find(struct work *w, struct db *db, int64_t id, const struct destination **d)
{
	*d = destination_may_look(db, w->who) ? destination_get_any(db, id) : NULL;
	return *d ? DONE : NOT_FOUND;
}

/* What was left empty stays; what kind it is stays, too. */
static void fill_in(
	struct work *w, struct destination *d, const struct destination *old, const char **made)
{
	if (old) {
		d->kind = old->kind;
		d->url = *d->url ? d->url : old->url;
		d->secret = *d->secret ? d->secret : old->secret;
	}
	if (!destination_kind_words(d->kind)->signs || (d->secret && !*d->secret))
		d->secret = NULL;
	if (!d->secret && d->kind == DESTINATION_WEBHOOK)
		d->secret = *made = secret_new_base64(w->arena, "whsec_", KEY_LEAST);
}

enum outcome destination_save(struct work *w, struct destination *d, const char **made)
{
	const struct destination *old = NULL;
	*made = NULL;
	TXN(t, w->writer, w->arena);
	if (!destination_may_look(t.db, w->who))
		return FORBIDDEN;
	if (d->id && find(w, t.db, d->id, &old) != DONE)
		return NOT_FOUND;
	fill_in(w, d, old, made);
	check(w, t.db, d);
	if (w->faults.count)
		return INVALID;
	if (old)
		destination_change(&t, d, w->now);
	else
		d->id = destination_add(&t, d, w->who->person, w->now);
	log_deed(&t, w, old ? "change" : "add", d);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome destination_set_paused(struct work *w, int64_t id, bool paused)
{
	const struct destination *d;
	TXN(t, w->writer, w->arena);
	if (find(w, t.db, id, &d) != DONE)
		return NOT_FOUND;
	if (d->paused == paused)
		return DONE;
	destination_pause(&t, id, paused, w->now);
	log_deed(&t, w, paused ? "pause" : "resume", d);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome destination_remove(struct work *w, int64_t id)
{
	const struct destination *d;
	TXN(t, w->writer, w->arena);
	if (find(w, t.db, id, &d) != DONE)
		return NOT_FOUND;
	destination_delete(&t, id, w->now);
	log_deed(&t, w, "delete", d);
	return txn_commit(&t) ? DONE : BROKEN;
}

static void queue(struct txn *t, struct work *w, const struct destination *d, const char *what,
	int64_t what_id, int64_t since, int64_t wait)
{
	const struct outbox_row row = { .channel = destination_kind_words(d->kind)->name,
		.what = what,
		.what_id = what_id,
		.since = since,
		.target = d->id,
		.next_at = w->now + wait };
	outbox_queue(t, w, &row);
}

enum outcome destination_try(struct work *w, int64_t id)
{
	const struct destination *d;
	TXN(t, w->writer, w->arena);
	if (find(w, t.db, id, &d) != DONE)
		return NOT_FOUND;
	queue(&t, w, d, "test", id, 0, 0);
	log_deed(&t, w, "try", d);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome destination_try_again(struct work *w, int64_t id)
{
	const struct destination *d;
	TXN(t, w->writer, w->arena);
	if (find(w, t.db, id, &d) != DONE)
		return NOT_FOUND;
	destination_retry(&t, id, w->now);
	return txn_commit(&t) ? DONE : BROKEN;
}

/* Not all in the same second. */
static int64_t some_seconds(void)
{
	return secret_number() % SPREAD;
}

void destination_tell(struct txn *t, struct work *w, struct bulletin_id id, int64_t edition)
{
	struct destinations all = destination_wanting_any(t->db, false);
	LIST_EACH (const struct destination, d, &all)
		queue(t, w, d, "bulletin", id.n, edition, some_seconds());
}

void destination_remind(struct txn *t, struct work *w, struct bulletin_id id)
{
	struct destinations all = destination_wanting_any(t->db, true);
	LIST_EACH (const struct destination, d, &all)
		if (!destination_was_told_any(t->db, d->id, "unsigned", id.n))
			queue(t, w, d, "unsigned", id.n, 0, some_seconds());
}
