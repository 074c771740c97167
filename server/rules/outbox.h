/*
 * outbox: what is to go out to other programs: mail, group bots, webhooks.
 *
 * Two ends. Whoever does something that others are to hear of queues a row in the transaction in
 * which it does it (it goes out if and only if that is kept), and names nothing but who it is for:
 *
 *	outbox_queue(&t, w, &(struct outbox_row){ .channel = "mail", .what = "bulletin",
 *		.what_id = id, .person = reader });
 *	outbox_queue(&t, w, &(struct outbox_row){ .channel = "feishu", .what = "bulletin",
 *		.what_id = id, .target = destination });
 *
 * And a thread of the server (jobs.c) calls outbox_run(), which takes the rows whose time has come,
 * has their words made, and sends them. A new channel is one row in the table of channels, a new
 * thing to tell one row in the table of words (both: views/outbox.c).
 *
 * At least once. The row says "tried" on disk before the first byte leaves, and "sent" after the
 * other side took it; killed between the two it is sent again, with the same key, so that the other
 * side can know (Message-ID, webhook-id). What failed is tried again after 5 seconds, then after
 * twice as long each time, up to six hours, a quarter more or less by chance; after OUTBOX_TRIES it
 * is `failed`, which an administrator sees, and can begin anew.
 *
 * Words are made at each try, in a snapshot of that moment, on behalf of the receiver (w->who, in
 * their language and time zone): what they may not see any more is not in it. A destination's
 * words are made for somebody who sees only what all may see (reach all), in the organisation's
 * language. Who left gets nothing: the row is `dropped`.
 */
#ifndef RULES_OUTBOX_H
#define RULES_OUTBOX_H

#include <stdatomic.h>

#include "doors/mail_out.h"
#include "doors/secret.h"
#include "store/outbox.h"
#include "work.h"

enum { OUTBOX_TRIES = 20, OUTBOX_ERROR_MAX = 200 };

/* What `serve` was told: where and how to send. A channel without its part is off. */
struct outbox_setup {
	const char *base_url; /* people's address of this server, without a slash at its end; or
				 NULL */
	const struct mail_server *mail; /* NULL: no e-mail */
	const struct secret_key *key;   /* the installation's, for secret addresses */
	const atomic_bool *stop;        /* the server ends: no more letters, and a sender that waits
					   for the network is to give up at once; NULL: never */
};

/* What is sent. Of all fields only those count that the channel uses. */
struct outbox_letter {
	const char *title;       /* a mail's subject, a message's heading */
	const char *text;        /* plain, lines ended by \n */
	const char *html;        /* the same as HTML: a whole document; NULL: none */
	const char *address;     /* the page about it; NULL: none */
	const char *leave;       /* where one click ends such mail; NULL: none */
	const char *body, *type; /* ready bytes, for a channel that takes them as they are */
	size_t body_len;
};

enum outbox_result {
	OUTBOX_SENT,  /* the other side has it */
	OUTBOX_AGAIN, /* this one failed, another may not */
	OUTBOX_AWAY,  /* the other side cannot be reached, or wants us to wait: all that is for it
			 waits */
	OUTBOX_NEVER, /* refused for good: trying again would not help */
};

/* What a channel is given to send one letter. */
struct outbox_try {
	struct arena *arena;
	const struct outbox_setup *setup;
	const struct outbox_row *row;
	const struct outbox_letter *letter;
	const void *to; /* what the channel's own to() found */
	int64_t now;
	const char *why; /* set by send(): what went wrong, without a word that a person wrote, and
			    without secrets; administrators read it */
	int64_t wait; /* set by send(): AGAIN and AWAY not before so many seconds; 0: as always */
};

struct outbox_channel {
	const char *name;
	bool (*is_on)(const struct outbox_setup *setup); /* off: rows wait, some days */
	/* In the snapshot: the address, key, secret … of whom the row is for, in the channel's own
	 * shape. NULL: there is none any more, the row is dropped. */
	const void *(*to)(struct work *w, const struct outbox_row *row);
	/* No snapshot, no transaction is open. It may wait for the network, at most 30 seconds. */
	enum outbox_result (*send)(struct outbox_try *try);
	int per_minute;    /* to one destination; 0: as many as there are */
	bool off_the_mark; /* not in the minutes :00 and :30, when everybody's timers send */
};

struct outbox_words {
	const char *channel; /* NULL: for all that have no row of their own */
	const char *what;
	/* In the snapshot. false: there is nothing to tell any more, the row is dropped. */
	bool (*make)(struct work *w, const struct outbox_setup *setup, const struct outbox_row *row,
		struct outbox_letter *letter);
};

struct outbox_table {
	const struct outbox_channel *channels; /* ended by one without a name */
	const struct outbox_words *words;      /* ended by one without a what */
};

/* In the transaction of what it tells. Needs channel, what, and person or target; next_at, where
 * it is not to go out at once; what_id and since, where its words want them. */
int64_t outbox_queue(struct txn *t, struct work *w, const struct outbox_row *row);

/* Sends what is due, at most `most` a channel; how many rows it dealt with. w: a job's, whose
 * w->db has no snapshot open. */
int64_t outbox_run(struct work *w, const struct outbox_setup *setup,
	const struct outbox_table *table, int64_t most);

/* What gave up in this channel begins anew, what waits is tried now. Administrators only. */
enum outcome outbox_begin_anew(struct work *w, const char *channel, int64_t *rows);

/* Forgets what ended a month ago; gives up what waited three days for a channel that is off. */
int64_t outbox_clear(struct work *w);

/* Seconds until the next try, `tries` having failed; chance: any number. */
int64_t outbox_pause(int64_t tries, uint64_t chance);

#endif
