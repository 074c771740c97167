/*
 * secret: passwords, tokens and everything that must not be guessed (libsodium).
 *
 * Passwords are argon2id, 64 MiB and two passes, about 90 ms each; at most two are computed at once
 * in the whole program, more callers wait for their turn. All functions may be called from any
 * thread. Strings live in the arena given.
 */
#ifndef DOORS_SECRET_H
#define DOORS_SECRET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum {
	SECRET_PASSWORD_MAX = 1024, /* bytes; whoever sets a password refuses longer ones */
	SECRET_KEY_BYTES = 32,
};

/* Tests only: the least argon2 there is. `serve` asserts that this is off. */
void secret_set_cheap(bool cheap);
bool secret_is_cheap(void);

/* A string to be stored, with its salt and cost in it. NULL if there is no memory for it (logged).
 */
char *secret_password_hash(struct arena *a, const char *password);
/* Of a one-time password that was made here: its 76 random bits cannot be guessed whatever a guess
 * costs, so that a thousand new people are hashed in a moment. The first sign-in hashes it anew at
 * the full cost. */
char *secret_one_time_hash(struct arena *a, const char *one_time);
/* hash NULL (no such account) takes as long as a wrong password, and is false. */
bool secret_password_verify(const char *hash, const char *password);
/* Was it made at another cost than today's? Then hash again at the next sign-in. */
bool secret_password_is_old(const char *hash);

/* A password for a first sign-in, to be read aloud and typed: 4 groups of 4 small letters and
 * digits, none of them alike, no vowels; 76 bits. */
char *secret_one_time_password(struct arena *a);

/* 256 random bits as 43 characters of base64url, behind the prefix (may be ""; API tokens: "trb_").
 */
char *secret_token(struct arena *a, const char *prefix);
/* What is stored of a token: BLAKE2b-256 as 64 hex digits. Not for passwords. */
char *secret_token_digest(struct arena *a, const char *token);

/* Equal? Takes the same time wherever they differ (the length is not hidden). NULL equals nothing.
 */
bool secret_same(const char *a, const char *b);

void secret_fill(void *bytes, size_t len); /* with randomness */
int64_t secret_number(void);               /* random, at least 1 */
void secret_wipe(void *bytes, size_t len); /* zeroed, and the compiler may not skip it */

/* A key of the installation: made once, kept in the database as hex. */
struct secret_key {
	unsigned char bytes[SECRET_KEY_BYTES];
};
struct secret_key secret_key_new(void);
char *secret_key_hex(struct arena *a, const struct secret_key *key);
bool secret_key_parse(const char *hex, struct secret_key *key);

/*
 * A proof that the holder of the key said this text for this purpose ("csrf"): 22 characters of
 * base64url. Compare with secret_same().
 */
char *secret_proof(
	struct arena *a, const struct secret_key *key, const char *purpose, const char *text);

/*
 * HMAC-SHA256 of a text, as base64 with its padding: how messages to other services are signed. The
 * key is bytes of any length, none too.
 */
char *secret_sign(struct arena *a, const char *key, size_t key_len, const char *text, size_t len);
/* What base64 (the padded alphabet with + and /) stands for; NULL if it is none. */
char *secret_bytes(struct arena *a, const char *base64, size_t *len);
/* So many random bytes as base64, behind the prefix. */
char *secret_new_base64(struct arena *a, const char *prefix, size_t bytes);

/*
 * An opaque cursor: text that is handed out and comes back; nobody else can read, make or change
 * it, or use it for another purpose (name the list and the viewer in it). The same text gives the
 * same cursor, so that a page's ETag holds. secret_open() gives NULL for whatever was not sealed
 * so.
 */
char *secret_seal(
	struct arena *a, const struct secret_key *key, const char *purpose, const char *text);
char *secret_open(
	struct arena *a, const struct secret_key *key, const char *purpose, const char *sealed);

#endif
