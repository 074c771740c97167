#include "zone.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * A zoneinfo file, version 2 or later (RFC 8536): a first block with 32-bit times that is passed
 * over, then the same with 64-bit times. Moments after the last recorded change take the last one's
 * offset if the footer names no daylight saving; zones whose footer does repeat their last recorded
 * year, which is exact up to 2037, where zoneinfo's own tables end.
 */
struct zone {
	struct zone *next;
	char name[64];
	size_t changes;
	int64_t *at;     /* when the offset changes, ascending */
	int32_t *offset; /* from then on */
	int32_t first;   /* before the first change */
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct zone *zones;

int64_t zone_offset(const struct zone *z, int64_t moment)
{
	if (!z)
		return 0;
	size_t low = 0, high = z->changes;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (z->at[middle] <= moment)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? z->offset[low - 1] : z->first;
}

static uint32_t be32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

struct header {
	size_t isut, isstd, leap, times, types, chars;
};

enum { HEADER_BYTES = 44 };

static bool read_header(const unsigned char *p, size_t left, struct header *h)
{
	if (left < HEADER_BYTES || memcmp(p, "TZif", 4) != 0 || p[4] < '2')
		return false;
	*h = (struct header){ be32(p + 20), be32(p + 24), be32(p + 28), be32(p + 32), be32(p + 36),
		be32(p + 40) };
	return h->times < 10000 && h->types > 0 && h->types < 256 && h->chars < 10000 &&
	       h->leap < 10000;
}

static size_t body_bytes(const struct header *h, size_t time_size)
{
	return h->times * (time_size + 1) + h->types * 6 + h->chars + h->leap * (time_size + 4) +
	       h->isstd + h->isut;
}

static struct zone *zone_parse(const unsigned char *p, size_t len)
{
	struct header h;
	if (!read_header(p, len, &h))
		return NULL;
	size_t skip = HEADER_BYTES + body_bytes(&h, 4);
	if (skip > len || !read_header(p + skip, len - skip, &h))
		return NULL;
	const unsigned char *body = p + skip + HEADER_BYTES;
	if (skip + HEADER_BYTES + body_bytes(&h, 8) > len)
		return NULL;
	const unsigned char *kind = body + h.times * 8, *types = kind + h.times;
	struct zone *z = calloc(1, sizeof *z);
	int64_t *at = calloc(h.times + 1, sizeof *at);
	int32_t *offset = calloc(h.times + 1, sizeof *offset);
	if (!z || !at || !offset)
		abort();
	z->changes = h.times;
	z->at = at;
	z->offset = offset;
	z->first = (int32_t)be32(types);
	for (size_t i = 0; i < h.times; i++) {
		at[i] = (int64_t)((uint64_t)be32(body + i * 8) << 32 | be32(body + i * 8 + 4));
		offset[i] = (int32_t)be32(types + (kind[i] < h.types ? kind[i] : 0) * 6);
	}
	return z;
}

static struct zone *zone_load(const char *name)
{
	char path[128];
	snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return NULL;
	static unsigned char bytes[65536]; /* under the lock */
	ssize_t len = read(fd, bytes, sizeof bytes);
	close(fd);
	struct zone *z = len > 0 ? zone_parse(bytes, (size_t)len) : NULL;
	if (z)
		snprintf(z->name, sizeof z->name, "%s", name);
	return z;
}

/* Letters, digits, _ + - and inner slashes: a name can never leave the zoneinfo folder. */
static bool name_ok(const char *name)
{
	size_t len = strlen(name);
	if (len == 0 || len >= 64 || name[0] == '/')
		return false;
	for (const char *p = name; *p; p++) {
		bool word = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') ||
			    (*p >= '0' && *p <= '9');
		if (!word && !strchr("_+-/", *p))
			return false;
	}
	return true;
}

const struct zone *zone_find(const char *name)
{
	if (!name || !name_ok(name))
		return NULL;
	pthread_mutex_lock(&lock);
	struct zone *z = zones;
	while (z && strcmp(z->name, name) != 0)
		z = z->next;
	if (!z && (z = zone_load(name))) {
		z->next = zones;
		zones = z;
	}
	pthread_mutex_unlock(&lock);
	return z;
}
