/*
 * mail: the outbox's channel "mail" (rules/outbox.h): a letter as an e-mail to one person. At its
 * end stands where such mail is ended with one click, without signing in.
 */
#ifndef VIEWS_MAIL_H
#define VIEWS_MAIL_H

#include "rules/outbox.h"

bool mail_is_on(const struct outbox_setup *setup); /* a server, and our own address for links */
const void *mail_to(struct work *w, const struct outbox_row *row);
enum outbox_result mail_send(struct outbox_try *try);

/* What it is sent, byte for byte. to: what mail_to() found. */
struct mail_to {
	const char *address, *name, *from_name, *language;
};
const char *mail_bytes(struct outbox_try *try, size_t *len);

/* The words of "digest" (what is unread since row->since) and "notice" (one line, at once). */
bool digest_letter_make(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter);
bool notice_letter_make(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter);

#endif
