#include "outbox.h"

#include <assert.h>
#include <stdio.h>

#include "base/log.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "setting.h"
#include "store/audit.h"

enum {
	FIRST_PAUSE = 5,
	LONGEST_PAUSE = 6 * 3600,
	DAY = 86400,
	KEPT = 30 * DAY,
	GIVEN_UP = 3 * DAY,
	CLEAR_AT_ONCE = 500,
	KEY_BYTES = 16,
};

/* What everybody may see: the condition SEES with nobody in it. */
static const struct who everybody = { 0 };

static const char *new_key(struct arena *a)
{
	unsigned char bytes[KEY_BYTES];
	char *key = arena_alloc(a, 2 * KEY_BYTES + 1);
	secret_fill(bytes, sizeof bytes);
	for (int i = 0; i < KEY_BYTES; i++)
		snprintf(key + 2 * i, 3, "%02x", bytes[i]);
	return key;
}

int64_t outbox_queue(struct txn *t, struct work *w, const struct outbox_row *row)
{
	struct outbox_row made = *row;
	assert(row->channel && row->what && !row->person.n != !row->target);
	made.key = new_key(w->arena);
	made.made_at = w->now;
	made.next_at = row->next_at > w->now ? row->next_at : w->now;
	return outbox_put(t, &made);
}

int64_t outbox_pause(int64_t tries, uint64_t chance)
{
	int64_t pause = FIRST_PAUSE;
	while (tries-- > 0 && pause < LONGEST_PAUSE)
		pause *= 2;
	if (pause > LONGEST_PAUSE)
		pause = LONGEST_PAUSE;
	int64_t quarter = pause / 4;
	return quarter ? pause - quarter + (int64_t)(chance % (uint64_t)(2 * quarter + 1)) : pause;
}

static int64_t pause_of(const struct outbox_row *row)
{
	return outbox_pause(row->tries, (uint64_t)secret_number());
}

static const struct outbox_words *find_words(
	const struct outbox_table *table, const struct outbox_row *row)
{
	const struct outbox_words *found = NULL;
	for (const struct outbox_words *words = table->words; words->what; words++) {
		if (!text_same(words->what, row->what))
			continue;
		if (words->channel && text_same(words->channel, row->channel))
			return words;
		if (!words->channel)
			found = words;
	}
	return found;
}

/* On behalf of its receiver, in their language. false: they left. */
static bool become_receiver(struct work *w, const struct outbox_row *row)
{
	const struct who *who = row->person.n ? who_person_any(w->db, row->person) : &everybody;
	if (!who)
		return false;
	w->who = who;
	i18n_use(who->language ? who->language : setting_text(w->db, "language"));
	return true;
}

struct parcel {
	const struct outbox_channel *channel;
	const struct outbox_row *row;
	struct outbox_letter letter;
	const void *to;
	int64_t hold; /* not before this moment; 0: now */
};

/* When the channel may send again, if it may not now: 0: it may. */
static int64_t held_until(struct work *w, const struct parcel *p)
{
	int64_t second = w->now % 1800;
	if (p->channel->off_the_mark && second < 60)
		return w->now - second + 60 + secret_number() % 20;
	if (p->channel->per_minute && p->row->target &&
		outbox_tried(w->db, p->channel->name, p->row->target, w->now - 60) >=
			p->channel->per_minute)
		return w->now + 10 + secret_number() % 10;
	return 0;
}

/* The one that is due first, with its words. false: none. to NULL: it is to be dropped. */
static bool prepare(struct work *w, const struct outbox_setup *setup,
	const struct outbox_table *table, struct parcel *p)
{
	p->row = outbox_due(w->db, p->channel->name, w->now);
	if (!p->row)
		return false;
	p->hold = held_until(w, p);
	const struct outbox_words *words = find_words(table, p->row);
	if (!p->hold && words && become_receiver(w, p->row) &&
		words->make(w, setup, p->row, &p->letter))
		p->to = p->channel->to(w, p->row);
	return true;
}

/* The row says so on disk before anything leaves. */
static bool claim(struct work *w, const struct parcel *p)
{
	const struct outbox_row *row = p->row;
	TXN(t, w->writer, w->arena);
	if (p->hold) {
		outbox_hold(&t, row->channel, row->target, p->hold);
	} else if (!p->to) {
		outbox_end(&t, row->id, "dropped", NULL, w->now);
	} else if (!outbox_claim(&t, row->id, w->now, w->now + pause_of(row))) {
		return false;
	}
	return txn_commit(&t) && p->to && !p->hold;
}

static void keep_result(struct work *w, const struct parcel *p, const struct outbox_try *try,
	enum outbox_result result)
{
	const struct outbox_row *row = p->row;
	int64_t now = clock_now();
	const char *why =
		result == OUTBOX_SENT ? NULL : text_cut(w->arena, try->why, OUTBOX_ERROR_MAX);
	int64_t pause = pause_of(row);
	int64_t next = now + (try->wait > pause ? try->wait : pause);
	TXN(t, w->writer, w->arena);
	if (result == OUTBOX_SENT)
		outbox_end(&t, row->id, "sent", NULL, now);
	else if (result == OUTBOX_NEVER || row->tries + 1 >= OUTBOX_TRIES)
		outbox_end(&t, row->id, "failed", why, now);
	else
		outbox_again(&t, row->id, why, next);
	if (result == OUTBOX_AWAY)
		outbox_hold(&t, row->channel, row->target, next);
	txn_commit(&t);
}

static void send(struct work *w, const struct outbox_setup *setup, const struct parcel *p)
{
	struct outbox_try try = { .arena = w->arena,
		.setup = setup,
		.row = p->row,
		.letter = &p->letter,
		.to = p->to,
		.now = w->now,
		.why = "" };
	enum outbox_result result = p->channel->send(&try);
	if (result != OUTBOX_SENT)
		log_event("outbox", "channel", p->channel->name, "key", p->row->key, "error",
			try.why, NULL);
	keep_result(w, p, &try, result);
}

static bool send_one(struct work *w, const struct outbox_setup *setup,
	const struct outbox_table *table, const struct outbox_channel *channel)
{
	struct parcel p = { .channel = channel };
	struct work own = *w;
	own.now = clock_now();
	db_begin(own.db, own.arena);
	bool found = prepare(&own, setup, table, &p);
	bool read = !db_failed(own.db) && !(setup->stop && atomic_load(setup->stop));
	db_end(own.db);
	if (!found || !read)
		return false;
	own.who = w->who;
	if (claim(&own, &p))
		send(&own, setup, &p);
	return true;
}

int64_t outbox_run(struct work *w, const struct outbox_setup *setup,
	const struct outbox_table *table, int64_t most)
{
	int64_t n = 0;
	const char *language = i18n_language();
	for (const struct outbox_channel *channel = table->channels; channel->name; channel++) {
		if (!channel->is_on(setup))
			continue;
		for (int64_t k = 0; k < most && send_one(w, setup, table, channel); k++)
			n++;
	}
	i18n_use(language);
	return n;
}

enum outcome outbox_begin_anew(struct work *w, const char *channel, int64_t *rows)
{
	if (!who_is(w->who, ADMIN))
		return FORBIDDEN;
	TXN(t, w->writer, w->arena);
	*rows = outbox_retry(&t, channel, w->now);
	if (!*rows)
		return DONE;
	audit_add(&t, w->who, w->now, "change", "outbox", 0, (struct unit_id){ 0 }, channel);
	return txn_commit(&t) ? DONE : BROKEN;
}

int64_t outbox_clear(struct work *w)
{
	TXN(t, w->writer, w->arena);
	int64_t n = outbox_sweep(&t, w->now - KEPT, w->now - GIVEN_UP,
		N_("It waited for three days: the channel is off"), w->now, CLEAR_AT_ONCE);
	return n && txn_commit(&t) ? n : 0;
}
