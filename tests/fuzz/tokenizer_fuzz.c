/* Any bytes: tokens come in order, from inside of the text, and asking for a text is asking for
 * tokens that it has, at the same distances. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "doors/tokenizer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct list {
	size_t size, at, count;
	int place;
	struct kept {
		int place;
		size_t len;
		char text[256];
	} * kept;
};

static int keep(void *context, const struct token *t)
{
	struct list *l = context;
	assert(t->len > 0 && t->len <= 256 && t->at < t->end && t->end <= l->size);
	assert(t->at >= l->at && !(t->beside && !l->count));
	l->at = t->at;
	l->place += !t->beside;
	struct kept *k = &l->kept[l->count++];
	k->place = l->place;
	k->len = t->len;
	memcpy(k->text, t->text, t->len);
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 400)
		size = 400;
	static struct kept room[2][400 * 36];
	struct list stored = { .size = size, .kept = room[0] };
	struct list asked = { .size = size, .kept = room[1] };
	char *exact = malloc(size + !size);
	if (size)
		memcpy(exact, data, size);
	tokenizer_cut(exact, size, TOKENIZER_TEXT, keep, &stored);
	tokenizer_cut(exact, size, TOKENIZER_QUERY, keep, &asked);
	assert(!stored.count == !asked.count);
	for (size_t i = 0, j = 0; i < asked.count; i++) {
		const struct kept *a = &asked.kept[i], *s;
		do {
			assert(j < stored.count);
			s = &stored.kept[j++];
		} while (s->place != a->place || s->len != a->len ||
			 memcmp(s->text, a->text, a->len));
	}
	free(exact);
	return 0;
}
