#include "replay.h"

#include <assert.h>
#include <pthread.h>
#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/txn.h"
#include "store/replay.h"

/* What is being done right now. There are at most as many as workers. */
enum { PLACES = 512 };
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct {
	int64_t person;
	const char *key; /* NULL: free */
} under_way[PLACES];

/* A place of one's own, or -1: somebody has this key, or none is free. */
static int enter(int64_t person, const char *key)
{
	int place = -1;
	pthread_mutex_lock(&lock);
	for (int i = PLACES - 1; i >= 0; i--) {
		if (!under_way[i].key) {
			place = i;
		} else if (under_way[i].person == person && text_same(under_way[i].key, key)) {
			place = -1;
			break;
		}
	}
	if (place >= 0) {
		under_way[place].person = person;
		under_way[place].key = key;
	}
	pthread_mutex_unlock(&lock);
	return place;
}

static void leave(int place)
{
	pthread_mutex_lock(&lock);
	under_way[place].key = NULL;
	pthread_mutex_unlock(&lock);
}

static bool is_key(const char *key)
{
	size_t len = strlen(key);
	for (size_t i = 0; i < len; i++)
		if (key[i] < 0x20 || key[i] > 0x7e)
			return false;
	return len >= 1 && len <= REPLAY_KEY_MOST;
}

static bool ride(struct txn *t, void *with)
{
	struct replay *r = with;
	const struct work *w = r->work;
	r->rode = true;
	return replay_add(t, w->who->person, r->key, r->request, w->now, w->now - REPLAY_SECONDS);
}

static enum outcome refuse(struct work *w, enum outcome outcome, const char *message)
{
	fault_add(&w->faults, "Idempotency-Key", message);
	return outcome;
}

/* What is kept is the body, behind its ETag on a line of its own if it had one: an ETag begins with
 * a quotation mark, and the API's bodies, objects all, never do. */
static const char *pack(struct arena *a, const struct replay_answer *answer)
{
	if (!answer->etag)
		return answer->body;
	assert(*answer->etag == '"');
	return arena_format(a, "%s\n%s", answer->etag, answer->body);
}

static struct replay_answer unpack(struct arena *a, const struct replay_row *row)
{
	struct replay_answer answer = { .status = row->status, .body = row->body };
	const char *end = *row->body == '"' ? strchr(row->body, '\n') : NULL;
	if (end) {
		answer.etag = arena_copy(a, row->body, (size_t)(end - row->body));
		answer.body = end + 1;
	}
	return answer;
}

/* Holds a place; the snapshot is newer than whatever was done under the key before. */
static enum outcome look(struct work *w, struct replay *r)
{
	struct replay_row row;
	work_refresh(w);
	if (!replay_get(w->db, w->who->person, r->key, w->now - REPLAY_SECONDS, &row))
		return DONE;
	if (!text_same(row.request_hash, r->request))
		return refuse(w, INVALID,
			_("This key came with another request before: take a new key for a new "
			  "request."));
	if (!row.status)
		return refuse(w, CONFLICT,
			_("This was done, but the service stopped before it could say so. Look "
			  "whether it is as you want it."));
	r->answer = unpack(w->arena, &row);
	return DONE;
}

enum outcome replay_begin(struct work *w, struct replay *r)
{
	if (!is_key(r->key))
		return refuse(w, INVALID,
			_("A key is 1 to 200 plain characters: letters, digits, signs."));
	r->work = w;
	r->place = enter(w->who->person.n, r->key);
	if (r->place < 0)
		return refuse(w, CONFLICT,
			_("The same request is being worked on. Ask again in a moment."));
	enum outcome outcome = look(w, r);
	if (outcome != DONE || r->answer.status)
		leave(r->place);
	else
		txn_ride(ride, r);
	return outcome;
}

bool replay_end(struct work *w, struct replay *r, const struct replay_answer *answer)
{
	bool kept = true;
	txn_ride(NULL, NULL);
	if (r->rode && answer->status) {
		TXN(t, w->writer, w->arena);
		replay_set_answer(
			&t, w->who->person, r->key, answer->status, pack(w->arena, answer));
		kept = txn_commit(&t);
	}
	leave(r->place);
	return kept;
}
