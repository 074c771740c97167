/* Prints the page `good` of one template. */
#include <stdio.h>

#include "view.h"

#include "templates.h"

int main(void)
{
	struct arena *a = arena_new();
	struct out o = out_new(a);
	struct row rows[] = { { "a<b", 1, true }, { "回访", 2, false } };
	struct view v = { .words = "5 < 6 & \"it's\"",
		.html = { "<em>x</em>" },
		.link = { "/points/1?a=1&b=2" },
		.rows = { rows, 2, 2 },
		.big = -1234567890123,
		.ratio = 0.5,
		.yes = true };
	good(&o, &v);
	fwrite(o.data, 1, o.len, stdout);
	arena_free(a);
	return 0;
}
