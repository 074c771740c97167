/* Processor time that the Markdown door takes for texts made to cost much, best of three. Fails
 * over 150 ms, which is what is promised. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "markdown_bombs.h"

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

int main(void)
{
	struct arena *a = arena_new();
	double worst = 0;
	for (const struct bomb *b = bombs; b < bombs + BOMBS; b++) {
		double best = 1e9;
		for (int i = 0; i < 3; i++) {
			const char *md = bomb_text(a, b);
			double start = now();
			markdown_html(a, md, NULL);
			double took = now() - start;
			best = took < best ? took : best;
			arena_reset(a);
		}
		printf("%-32s %7.1f ms\n", b->name, best);
		worst = best > worst ? best : worst;
	}
	printf("%-32s %7.1f ms\n", "slowest", worst);
	arena_free(a);
	return worst > 150;
}
