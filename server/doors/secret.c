#include "secret.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include <sodium.h>

#include "base/log.h"

static atomic_bool cheap;

static void start(void)
{
	int ready = sodium_init();
	assert(ready >= 0);
}

/* libsodium is made ready by whoever comes first. */
static void ready(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, start);
}

void secret_set_cheap(bool on)
{
	cheap = on;
}

bool secret_is_cheap(void)
{
	return cheap;
}

static unsigned long long passes(void)
{
	return cheap ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE;
}

static size_t memory(void)
{
	return cheap ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE;
}

/* At most two hash at a time: each takes 64 MiB and a whole core. */
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t gate_free = PTHREAD_COND_INITIALIZER;
static int places = 2;

static void gate_enter(void)
{
	ready();
	pthread_mutex_lock(&gate);
	while (!places)
		pthread_cond_wait(&gate_free, &gate);
	places--;
	pthread_mutex_unlock(&gate);
}

static void gate_leave(void)
{
	pthread_mutex_lock(&gate);
	places++;
	pthread_cond_signal(&gate_free);
	pthread_mutex_unlock(&gate);
}

static char *hash_at(struct arena *a, const char *password, unsigned long long cost, size_t bytes)
{
	size_t len = strlen(password);
	assert(len <= SECRET_PASSWORD_MAX);
	char hash[crypto_pwhash_STRBYTES];
	gate_enter();
	int failed = crypto_pwhash_str_alg(
		hash, password, len, cost, bytes, crypto_pwhash_ALG_ARGON2ID13);
	gate_leave();
	if (failed) {
		log_event("password", "error", "no memory to hash a password", NULL);
		return NULL;
	}
	return arena_string(a, hash);
}

char *secret_password_hash(struct arena *a, const char *password)
{
	return hash_at(a, password, passes(), memory());
}

char *secret_one_time_hash(struct arena *a, const char *one_time)
{
	return hash_at(a, one_time, crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN);
}

/* Hashes of no password at all, to spend the same time on accounts that do not exist. */
#define NOBODY(cost)                                                                               \
	"$argon2id$v=19$" cost "$AAECAwQFBgcICQoLDA0ODw$"                                          \
	"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

bool secret_password_verify(const char *hash, const char *password)
{
	bool known = hash != NULL;
	if (!known)
		hash = cheap ? NOBODY("m=8,t=1,p=1") : NOBODY("m=65536,t=2,p=1");
	size_t len = strlen(password);
	if (len > SECRET_PASSWORD_MAX)
		return false;
	gate_enter();
	errno = 0;
	int wrong = crypto_pwhash_str_verify(hash, password, len);
	bool no_memory = wrong && errno == ENOMEM;
	gate_leave();
	if (no_memory)
		log_event("password", "error", "no memory to check a password", NULL);
	/* A hash that costs less must not be told apart by how fast it refuses. */
	if (known && wrong && secret_password_is_old(hash))
		return secret_password_verify(NULL, password);
	return known && !wrong;
}

bool secret_password_is_old(const char *hash)
{
	ready();
	return crypto_pwhash_str_needs_rehash(hash, passes(), memory()) != 0;
}

char *secret_one_time_password(struct arena *a)
{
	static const char letters[] = "bcdfghjkmnpqrstvwxyz23456789";
	ready();
	char word[20];
	for (size_t i = 0; i < 19; i++)
		word[i] = i % 5 == 4 ? '-' : letters[randombytes_uniform(sizeof letters - 1)];
	word[19] = 0;
	return arena_string(a, word);
}

/* Bytes as base64url without padding, behind a prefix. */
static char *encoded(struct arena *a, const char *prefix, const unsigned char *bytes, size_t len)
{
	enum { VARIANT = sodium_base64_VARIANT_URLSAFE_NO_PADDING };
	size_t before = strlen(prefix);
	size_t room = sodium_base64_encoded_len(len, VARIANT);
	char *s = arena_alloc(a, before + room);
	memcpy(s, prefix, before);
	sodium_bin2base64(s + before, room, bytes, len, VARIANT);
	return s;
}

static char *hex(struct arena *a, const unsigned char *bytes, size_t len)
{
	char *s = arena_alloc(a, len * 2 + 1);
	return sodium_bin2hex(s, len * 2 + 1, bytes, len);
}

char *secret_token(struct arena *a, const char *prefix)
{
	unsigned char bytes[32];
	secret_fill(bytes, sizeof bytes);
	return encoded(a, prefix, bytes, sizeof bytes);
}

char *secret_token_digest(struct arena *a, const char *token)
{
	unsigned char digest[32];
	ready();
	crypto_generichash(
		digest, sizeof digest, (const unsigned char *)token, strlen(token), NULL, 0);
	return hex(a, digest, sizeof digest);
}

bool secret_same(const char *a, const char *b)
{
	if (!a || !b)
		return false;
	size_t len = strlen(a);
	return len == strlen(b) && sodium_memcmp(a, b, len) == 0;
}

void secret_fill(void *bytes, size_t len)
{
	ready();
	randombytes_buf(bytes, len);
}

int64_t secret_number(void)
{
	uint64_t n;
	do {
		secret_fill(&n, sizeof n);
		n >>= 1;
	} while (!n);
	return (int64_t)n;
}

void secret_wipe(void *bytes, size_t len)
{
	sodium_memzero(bytes, len);
}

struct secret_key secret_key_new(void)
{
	struct secret_key key;
	secret_fill(key.bytes, sizeof key.bytes);
	return key;
}

char *secret_key_hex(struct arena *a, const struct secret_key *key)
{
	return hex(a, key->bytes, sizeof key->bytes);
}

bool secret_key_parse(const char *text, struct secret_key *key)
{
	size_t got = 0;
	return strlen(text) == 2 * SECRET_KEY_BYTES &&
	       sodium_hex2bin(key->bytes, sizeof key->bytes, text, 2 * SECRET_KEY_BYTES, NULL, &got,
		       NULL) == 0 &&
	       got == SECRET_KEY_BYTES;
}

/* A key for one purpose, so that what was made for one is worth nothing for another. */
static struct secret_key key_for(const struct secret_key *key, const char *purpose)
{
	struct secret_key k;
	ready();
	crypto_generichash(k.bytes, sizeof k.bytes, (const unsigned char *)purpose, strlen(purpose),
		key->bytes, sizeof key->bytes);
	return k;
}

char *secret_proof(
	struct arena *a, const struct secret_key *key, const char *purpose, const char *text)
{
	struct secret_key k = key_for(key, purpose);
	unsigned char proof[16];
	crypto_generichash(proof, sizeof proof, (const unsigned char *)text, strlen(text), k.bytes,
		sizeof k.bytes);
	return encoded(a, "", proof, sizeof proof);
}

enum {
	NONCE = crypto_secretbox_NONCEBYTES,
	OVERHEAD = NONCE + crypto_secretbox_MACBYTES,
	SEALED_MAX = 4096
};

/* The nonce is a keyed hash of the text: it repeats only where the text does. */
char *secret_seal(
	struct arena *a, const struct secret_key *key, const char *purpose, const char *text)
{
	struct secret_key k = key_for(key, purpose);
	struct secret_key nonce_key = key_for(&k, "nonce");
	size_t len = strlen(text);
	unsigned char *box = arena_alloc(a, OVERHEAD + len);
	crypto_generichash(box, NONCE, (const unsigned char *)text, len, nonce_key.bytes,
		sizeof nonce_key.bytes);
	crypto_secretbox_easy(box + NONCE, (const unsigned char *)text, len, box, k.bytes);
	return encoded(a, "", box, OVERHEAD + len);
}

char *secret_open(
	struct arena *a, const struct secret_key *key, const char *purpose, const char *sealed)
{
	struct secret_key k = key_for(key, purpose);
	unsigned char box[SEALED_MAX];
	size_t len, given = strlen(sealed);
	if (given > SEALED_MAX ||
		sodium_base642bin(box, sizeof box, sealed, given, NULL, &len, NULL,
			sodium_base64_VARIANT_URLSAFE_NO_PADDING) ||
		len < OVERHEAD)
		return NULL;
	char *text = arena_alloc(a, len - OVERHEAD + 1);
	if (crypto_secretbox_open_easy(
		    (unsigned char *)text, box + NONCE, len - NONCE, box, k.bytes))
		return NULL;
	return text;
}
