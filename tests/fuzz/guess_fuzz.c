/* The first line is what was typed, the rest a text: no guess reaches past the text, and none is
 * what was typed. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/fold.h"
#include "base/guess.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	if (!a)
		a = arena_new();
	char *typed = arena_copy(a, (const char *)data, size), *text = strchr(typed, '\n');
	if (text) {
		*text++ = 0;
		struct guess g = guess_of(a, fold_text(a, typed));
		const char *folded = fold_text(a, text);
		size_t n = 0, used, len = strlen(folded);
		int *runes = ARENA_MANY(a, int, len + 1);
		for (const char *p = folded, *end = p + len; p < end;)
			runes[n++] = text_rune(&p, end);
		int *exact = ARENA_MANY(a, int, n + !n);
		memcpy(exact, runes, n * sizeof *exact);
		for (size_t i = 0; i < n; i++)
			if (guess_han(&g, exact + i, n - i, &used) > 0) {
				assert(used >= 1 && used <= n - i);
				assert(used != g.count ||
					memcmp(exact + i, g.runes, used * sizeof *exact));
			}
		guess_letters(&g, exact, n);
	}
	arena_reset(a);
	return 0;
}
