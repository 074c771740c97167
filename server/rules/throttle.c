#include "throttle.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

/*
 * A fixed table indexed by hash: two names that share a place share their waiting time, which can
 * only make the door slower, never open it. An account's failures from many addresses count on the
 * account; one address that tries many accounts counts on the address, which is allowed more, since
 * an office shares it.
 */
enum {
	PLACES = 8192,
	FREE_TRIES_ACCOUNT = 5,
	FREE_TRIES_ADDRESS = 30,
	LONGEST = 900,
	FORGOTTEN_AFTER = 3600
};

struct place {
	int64_t last, until;
	int failures;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct place places[PLACES];

/* A connection at home has a whole /64 of IPv6: its first half stands for all of it. */
static const char *network_of(const char *address, char text[INET6_ADDRSTRLEN])
{
	unsigned char bytes[16];
	if (inet_pton(AF_INET6, address, bytes) != 1)
		return address;
	memset(bytes + 8, 0, 8);
	return inet_ntop(AF_INET6, bytes, text, INET6_ADDRSTRLEN);
}

/* FNV-1a, 64 bits (Fowler, Noll, Vo). The kind keeps an account apart from an address of the same
 * letters. */
static struct place *place_of(char kind, const char *name)
{
	uint64_t h = (14695981039346656037u ^ (unsigned char)kind) * 1099511628211u;
	for (; *name; name++)
		h = (h ^ (unsigned char)*name) * 1099511628211u;
	return &places[h % PLACES];
}

static void count(struct place *p, int free_tries, int64_t now)
{
	if (now - p->last > FORGOTTEN_AFTER)
		p->failures = 0;
	p->last = now;
	p->failures++;
	int over = p->failures - free_tries;
	if (over >= 0)
		p->until = now + (over >= 10 ? LONGEST : 1 << over);
}

int64_t throttle_wait(const char *login, const char *address, int64_t now)
{
	char text[INET6_ADDRSTRLEN];
	address = network_of(address, text);
	pthread_mutex_lock(&lock);
	int64_t a = place_of('a', login)->until, b = place_of('b', address)->until;
	pthread_mutex_unlock(&lock);
	int64_t until = a > b ? a : b;
	return until > now ? until - now : 0;
}

void throttle_failed(const char *login, const char *address, int64_t now)
{
	char text[INET6_ADDRSTRLEN];
	address = network_of(address, text);
	pthread_mutex_lock(&lock);
	count(place_of('a', login), FREE_TRIES_ACCOUNT, now);
	count(place_of('b', address), FREE_TRIES_ADDRESS, now);
	pthread_mutex_unlock(&lock);
}

void throttle_passed(const char *login, const char *address)
{
	(void)address; /* one good sign-in must not free an address that guesses at others */
	pthread_mutex_lock(&lock);
	*place_of('a', login) = (struct place){ 0 };
	pthread_mutex_unlock(&lock);
}

void throttle_forget(void)
{
	pthread_mutex_lock(&lock);
	memset(places, 0, sizeof places);
	pthread_mutex_unlock(&lock);
}
