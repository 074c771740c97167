/* Any bytes at all as a story: what is said to be private stands in it, or the folds of it. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "rules/coach.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct coach_words *words;
	static struct arena *life;
	const char *why;
	if (!words)
		words = coach_words_load(life = arena_new(), NULL, &why);
	struct arena *a = arena_new();
	struct point_text p = { .kind = LESSON, .headline = "" };
	struct coach coach = { .words = words };
	point_text_set_body(a, &p, arena_copy(a, (const char *)data, size));
	struct coach_hints hints = coach_hints(a, &coach, &p);
	assert(hints.count <= 6);
	for (size_t i = 0; i < hints.count; i++)
		assert(*hints.items[i].text);
	arena_free(a);
	return 0;
}
