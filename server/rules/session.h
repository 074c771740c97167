/* session: signing in and out, and the tokens of programs. */
#ifndef RULES_SESSION_H
#define RULES_SESSION_H

#include "work.h"

enum { SESSION_SECONDS = 30 * 86400 }; /* unless the settings say otherwise */
long session_seconds(struct db *db);

/* The sign-in name that somebody meant who typed this: WangLei and full-width letters too. */
const char *session_login(struct arena *a, const char *typed);
/* DONE with the cookie's value. INVALID: wrong name or password, or too many tries (the fault says
 * which, the same for accounts that do not exist). Takes about 90 ms: runs on the slow queue. */
enum outcome session_sign_in(struct work *w, const char *login, const char *password,
	const char *address, const char *agent, const char **cookie);
enum outcome session_sign_out(struct work *w, const char *cookie);
enum outcome session_sign_out_everywhere(
	struct work *w, const char *but_cookie); /* NULL: this one too */
/* May this become the password of that account? If not, the fault (on "new") says what to do. */
bool session_check_password(struct faults *faults, const char *fresh, const char *login);
/* The viewer's own password; the old one is asked unless it had to be changed. Other sessions end.
 */
enum outcome session_change_password(
	struct work *w, const char *old, const char *fresh, const char *cookie);

/* Who a cookie or a bearer token belongs to; NULL: nobody any more. */
const struct who *session_of_cookie(
	struct db *db, struct arena *a, const char *cookie, int64_t now);
const struct who *session_of_token(struct db *db, struct arena *a, const char *token);

/* A new API token for a person: shown once. For the person or an admin (or the machine's owner). */
enum outcome session_add_token(
	struct work *w, struct person_id person, const char *label, const char **token);
enum outcome session_revoke_token(struct work *w, struct person_id person, int64_t token);

#endif
