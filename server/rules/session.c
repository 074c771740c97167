#include "session.h"

#include <string.h>

#include "base/fold.h"
#include "base/list.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/secret.h"
#include "doors/txn.h"
#include "setting.h"
#include "store/audit.h"
#include "store/person.h"
#include "store/session.h"
#include "throttle.h"

enum { PASSWORD_SHORTEST = 10, LABEL_RUNES = 60 };

long session_seconds(struct db *db)
{
	return setting_number(db, "session_days") * 86400;
}

static bool may_try(struct work *w, const char *login, const char *address)
{
	int64_t wait = throttle_wait(login, address, w->now);
	if (!wait)
		return true;
	fault_add(&w->faults, NULL,
		arena_format(w->arena,
			n_("Too many tries. Wait %ld second, then try again.",
				"Too many tries. Wait %ld seconds, then try again.", wait),
			(long)wait));
	return false;
}

static enum outcome begin(struct work *w, struct person_id person, const char *fresh_hash,
	const char *address, const char *agent, const char **cookie)
{
	*cookie = secret_token(w->arena, "");
	TXN(t, w->writer, w->arena);
	session_sweep(&t, w->now);
	session_add(&t, secret_token_digest(w->arena, *cookie), person, w->now,
		w->now + session_seconds(w->db), address, agent);
	if (fresh_hash)
		person_set_password(
			&t, person, fresh_hash, person_get_any(t.db, person)->must_change);
	return txn_commit(&t) ? DONE : BROKEN;
}

/* Names are small letters; whoever types WangLei or full-width letters means the same. One spelling
 * also for the throttle, or each would have tries of its own. */
const char *session_login(struct arena *a, const char *typed)
{
	return fold_text(a, text_trim(a, typed));
}

enum outcome session_sign_in(struct work *w, const char *typed, const char *password,
	const char *address, const char *agent, const char **cookie)
{
	const char *login = session_login(w->arena, typed);
	if (!may_try(w, login, address))
		return INVALID;
	struct person_id person = { 0 };
	const char *hash = person_password_any(w->db, login, &person);
	if (!secret_password_verify(hash, password)) {
		throttle_failed(login, address, w->now);
		fault_add(&w->faults, NULL,
			_("Name or password is not right. Check both; if you forgot it, ask your "
			  "administrator for a new one."));
		return INVALID;
	}
	throttle_passed(login, address);
	const char *fresh =
		secret_password_is_old(hash) ? secret_password_hash(w->arena, password) : NULL;
	return begin(w, person, fresh, address, agent, cookie);
}

enum outcome session_sign_out(struct work *w, const char *cookie)
{
	TXN(t, w->writer, w->arena);
	session_end(&t, secret_token_digest(w->arena, cookie));
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome session_sign_out_everywhere(struct work *w, const char *but_cookie)
{
	TXN(t, w->writer, w->arena);
	session_end_all(
		&t, w->who->person, but_cookie ? secret_token_digest(w->arena, but_cookie) : NULL);
	audit_add(&t, w->who, w->now, "sign_out_everywhere", "person", w->who->person.n,
		w->who->home, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

bool session_check_password(struct faults *faults, const char *fresh, const char *login)
{
	size_t before = faults->count;
	if (text_runes(fresh) < PASSWORD_SHORTEST)
		fault_add(faults, "new",
			_("Too short: take at least 10 characters, for instance four words."));
	else if (strlen(fresh) > SECRET_PASSWORD_MAX)
		fault_add(faults, "new", _("Too long: take at most 1000 characters."));
	else if (text_same(fresh, login))
		fault_add(faults, "new", _("Take something else than your sign-in name."));
	return faults->count == before;
}

enum outcome session_change_password(
	struct work *w, const char *old, const char *fresh, const char *cookie)
{
	struct person_id same;
	const char *hash = person_password_any(w->db, w->who->login, &same);
	if (!w->who->must_change && !secret_password_verify(hash, old))
		fault_add(&w->faults, "old", _("This is not your password of today."));
	session_check_password(&w->faults, fresh, w->who->login);
	if (!w->faults.count && secret_password_verify(hash, fresh))
		fault_add(
			&w->faults, "new", _("This is the password of before. Take another one."));
	if (w->faults.count)
		return INVALID;
	const char *fresh_hash = secret_password_hash(w->arena, fresh);
	if (!fresh_hash)
		return BROKEN;
	TXN(t, w->writer, w->arena);
	person_set_password(&t, w->who->person, fresh_hash, false);
	session_end_all(&t, w->who->person, cookie ? secret_token_digest(w->arena, cookie) : NULL);
	audit_add(&t, w->who, w->now, "change_password", "person", w->who->person.n, w->who->home,
		NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}

const struct who *session_of_cookie(struct db *db, struct arena *a, const char *cookie, int64_t now)
{
	return cookie && *cookie ? who_session_any(db, secret_token_digest(a, cookie), now) : NULL;
}

const struct who *session_of_token(struct db *db, struct arena *a, const char *token)
{
	return token && *token ? who_token_any(db, secret_token_digest(a, token)) : NULL;
}

static enum outcome may_handle(struct work *w, struct person_id person)
{
	if (!person_get_any(w->db, person))
		return NOT_FOUND;
	return w->who->person.n == person.n || who_is(w->who, ADMIN) ? DONE : NOT_FOUND;
}

enum outcome session_add_token(
	struct work *w, struct person_id person, const char *label, const char **token)
{
	enum outcome may = may_handle(w, person);
	if (may != DONE)
		return may;
	if (text_blank(label) || text_runes(label) > LABEL_RUNES) {
		fault_add(&w->faults, "label",
			_("Say in at most 60 characters which program the token is for."));
		return INVALID;
	}
	*token = secret_token(w->arena, "trb_");
	TXN(t, w->writer, w->arena);
	int64_t id = token_add(&t, secret_token_digest(w->arena, *token), person, label, w->now);
	audit_add(&t, w->who, w->now, "add_token", "token", id, (struct unit_id){ 0 }, label);
	return txn_commit(&t) ? DONE : BROKEN;
}

enum outcome session_revoke_token(struct work *w, struct person_id person, int64_t token)
{
	enum outcome may = may_handle(w, person);
	if (may != DONE)
		return may;
	struct tokens own = token_list_any(w->db, person);
	bool found = false;
	LIST_EACH (const struct token, one, &own)
		found |= one->id == token;
	if (!found)
		return NOT_FOUND;
	TXN(t, w->writer, w->arena);
	token_revoke(&t, token, w->now);
	audit_add(&t, w->who, w->now, "revoke_token", "token", token, (struct unit_id){ 0 }, NULL);
	return txn_commit(&t) ? DONE : BROKEN;
}
