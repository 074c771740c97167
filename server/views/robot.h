/*
 * robot: what a group's robot, or a program, is sent, byte for byte: bodies and signatures as
 * Feishu, DingTalk, WeCom and Standard Webhooks document them (base/destination_kind.h).
 *
 * A message never breaks a body: what people wrote is neither markup nor a mention there, and what
 * is too long is cut between characters; its address always stands at the end.
 */
#ifndef VIEWS_ROBOT_H
#define VIEWS_ROBOT_H

#include "rules/outbox.h"
#include "store/destination.h"

/* Base64 of HMAC-SHA256: of Feishu (at in seconds: the key is "at\nsecret", the text is empty), of
 * DingTalk (at in milliseconds: the key is the secret, the text "at\nsecret"). */
const char *robot_sign_feishu(struct arena *a, const char *secret, int64_t seconds);
const char *robot_sign_dingtalk(struct arena *a, const char *secret, int64_t milliseconds);
/* "v1,…" of "id.at.body"; the secret is whsec_ and base64. NULL: it is none. */
const char *robot_sign_webhook(
	struct arena *a, const char *secret, const char *id, int64_t seconds, const char *body);

/* The body for a group: title, the lines of text, address. */
const char *robot_body(struct arena *a, const struct destination *d,
	const struct outbox_letter *letter, int64_t now);
/* The address to send it to, signed where that stands in the address. */
const char *robot_url(struct arena *a, const struct destination *d, int64_t now);

/* Did it arrive? By the code in the body, and the status. */
enum outbox_result robot_judge(enum destination_kind kind, int status, const char *answer,
	size_t len, struct outbox_try *try);

struct robot_to {
	struct destination d;
	bool private_too; /* may the address lie in a private network? */
};
/* For the table of channels. */
bool robot_is_on(const struct outbox_setup *setup);
const void *robot_to(struct work *w, const struct outbox_row *row);
enum outbox_result robot_send(struct outbox_try *try);

#endif
