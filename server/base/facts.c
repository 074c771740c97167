#include "facts.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* Rows are days << 24 | counter; the counters of a day follow each other. */
enum { COUNTER_BITS = 24, DAYS = 1 << 16 };

struct day {
	uint32_t room;
	struct fact *facts;
};

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static struct day days[DAYS];
static int64_t of_index;

static struct day *day_of(int64_t row, uint32_t *counter)
{
	int64_t day = row >> COUNTER_BITS;
	*counter = (uint32_t)(row & ((1 << COUNTER_BITS) - 1));
	return day >= 0 && day < DAYS ? &days[day] : NULL;
}

void facts_lock(void)
{
	pthread_rwlock_rdlock(&lock);
}

void facts_unlock(void)
{
	pthread_rwlock_unlock(&lock);
}

const struct fact *facts_find(int64_t index, int64_t row)
{
	uint32_t at;
	const struct day *d = day_of(row, &at);
	if (index != of_index || !d || at >= d->room || !d->facts[at].known)
		return NULL;
	return &d->facts[at];
}

void facts_expect(int64_t row)
{
	uint32_t at;
	const struct day *d = day_of(row, &at);
	if (d && at < d->room)
		__builtin_prefetch(&d->facts[at]);
}

static void forget_all(void)
{
	for (int i = 0; i < DAYS; i++) {
		free(days[i].facts);
		days[i] = (struct day){ 0 };
	}
}

static void make_room(struct day *d, uint32_t at)
{
	uint32_t room = d->room ? d->room : 64;
	while (room <= at)
		room *= 2;
	struct fact *facts = realloc(d->facts, room * sizeof *facts);
	if (!facts)
		abort();
	memset(facts + d->room, 0, (room - d->room) * sizeof *facts);
	*d = (struct day){ room, facts };
}

void facts_learn(int64_t index, int64_t row, const struct fact *f)
{
	uint32_t at;
	struct day *d = day_of(row, &at);
	if (!d)
		return;
	pthread_rwlock_wrlock(&lock);
	if (index != of_index)
		forget_all();
	of_index = index;
	if (at >= d->room)
		make_room(d, at);
	d->facts[at] = *f;
	d->facts[at].known = 1;
	pthread_rwlock_unlock(&lock);
}
