#include <assert.h>
#include <string.h>

#include "base/out.h"
#include "demo_blocks.h"
#include "demo_sample.h"

const char *demo_sample_fill(
	struct arena *a, const struct demo_sample *s, struct dice *dice, const char *text)
{
	const char *picked[sizeof s->fills / sizeof *s->fills] = { 0 };
	struct out o = out_new(a);
	for (const char *open; (open = strchr(text, '{'));) {
		const char *close = strchr(open, '}');
		assert(close);
		out_bytes(&o, text, (size_t)(open - text));
		const char *inside = arena_copy(a, open + 1, (size_t)(close - open - 1));
		text = close + 1;
		if (strchr(inside, '|')) {
			struct strings choices = demo_blocks_split(a, inside, '|');
			out_text(&o, choices.items[dice_below(dice, choices.count)]);
			continue;
		}
		size_t i = names_find(&s->fill_by_name, inside);
		assert(i != NAMES_NONE);
		if (!picked[i])
			picked[i] = s->fills[i].items[dice_below(dice, s->fills[i].count)];
		out_text(&o, picked[i]);
	}
	out_text(&o, text);
	return out_string(&o);
}
