/* A line each: a Cookie, what languages a browser takes, by way of whom it came, who is trusted, a
 * week, a zone; and the whole as the block of headers that the library cut. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "doors/http_inner.h"
#include "doors/i18n.h"
#include "web/address.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LINES = 6 };

static void split(struct arena *a, const char *s, const char *line[LINES])
{
	for (int i = 0; i < LINES; i++) {
		size_t len = strcspn(s, "\n");
		line[i] = arena_copy(a, s, len);
		s += len + (s[len] == '\n');
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *line[LINES], *bad = NULL;
	const char *whole = arena_copy(a, (const char *)data, size);
	http_block_is_clean(whole, whole + size, size % 8);
	split(a, whole, line);
	struct http_header headers[] = { { "Cookie", line[0] }, { "X-Forwarded-For", line[2] } };
	struct request in = {
		.arena = a, .peer = "127.0.0.1", .headers = headers, .header_count = 2
	};
	const char *cookie = request_cookie(&in, "tributary");
	assert(!cookie || !strchr(cookie, ';'));
	const char *language = i18n_pick(line[1], "zh");
	assert(text_same(language, "zh") || text_same(language, "en"));
	assert(text_same(address_of(&in, NULL), "127.0.0.1"));
	if (address_list_ok(a, line[3], &bad))
		assert(*address_of(&in, line[3]) && strlen(address_of(&in, line[3])) < 46);
	else
		assert(bad && strstr(line[3], bad));
	struct week week;
	if (week_parse(line[4], &week))
		assert(text_same(week_name(a, week), line[4]));
	const struct zone *zone = strlen(line[5]) < 24 ? zone_find(line[5]) : NULL;
	assert(!zone || !strstr(line[5], ".."));
	arena_free(a);
	return 0;
}
