/*
 * engine: what the peers that search is measured against share: a main that reads documents and
 * queries, asks an engine, and tells what it found and how long it took.
 *
 *	PROGRAM DIR DOCS QUERIES RUN
 *
 * DOCS: number, headline, body; QUERIES: number, class, words; tabs between, a line each. DIR is
 * where the index lies; made if it is not there. RUN gets a line for each query: its number and
 * those of the first ten documents. On standard output: bytes and seconds of the index, then each
 * class with p50, p99 and the worst of its times, in milliseconds.
 *
 * The one who includes this writes the four functions, in C or C++.
 */
#ifndef BENCH_ENGINE_H
#define BENCH_ENGINE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { ENGINE_FIRST = 20, ENGINE_CLASSES = 32 };

static void engine_open(const char *dir, int fresh);
static void engine_add(long number, const char *headline, const char *body);
static void engine_ready(void); /* all were added */
/* The first hits, best first; *total about how many there are. */
static int engine_find(const char *words, long numbers[ENGINE_FIRST], long *total);

/* This thread's own time: who else is at work on the machine changes nothing. */
static double engine_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int engine_ascending(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;
	return (a > b) - (a < b);
}

static char *engine_column(char **rest)
{
	char *at = *rest, *end = at + strcspn(at, "\t\n");
	*rest = *end ? end + 1 : end;
	*end = 0;
	return at;
}

struct engine_class {
	char name[64];
	double *took;
	long count, total;
};

static struct engine_class engine_classes[ENGINE_CLASSES];

static struct engine_class *engine_class_of(const char *name)
{
	struct engine_class *c = engine_classes;
	for (; c->count; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	snprintf(c->name, sizeof c->name, "%s", name);
	return c;
}

static void engine_note(const char *name, double ms, long total)
{
	struct engine_class *c = engine_class_of(name);
	c->took = (double *)realloc(c->took, (size_t)(c->count + 1) * sizeof *c->took);
	c->took[c->count++] = ms;
	c->total += total;
}

static void engine_print(void)
{
	printf("%-16s %9s %9s %9s %9s\n", "ms", "hits", "p50", "p99", "max");
	for (struct engine_class *c = engine_classes; c->count; c++) {
		qsort(c->took, (size_t)c->count, sizeof *c->took, engine_ascending);
		printf("%-16s %9ld %9.2f %9.2f %9.2f\n", c->name, c->total / c->count,
			c->took[c->count / 2], c->took[c->count * 99 / 100], c->took[c->count - 1]);
	}
}

static FILE *engine_file(const char *path, const char *how)
{
	FILE *f = fopen(path, how);
	if (!f)
		perror(path), exit(2);
	return f;
}

static void engine_fill(const char *path)
{
	FILE *f = engine_file(path, "r");
	char *line = NULL, *rest;
	size_t room = 0;
	double began = engine_ms();
	long n = 0;
	for (; getline(&line, &room, f) > 0; n++) {
		rest = line;
		long number = atol(engine_column(&rest));
		char *headline = engine_column(&rest), *body = engine_column(&rest);
		engine_add(number, headline, body);
	}
	engine_ready();
	double took = (engine_ms() - began) / 1000;
	printf("%ld documents in %.1f s: %.0f a second\n", n, took, (double)n / took);
	free(line);
	fclose(f);
}

int main(int count, char **args)
{
	struct stat there;
	if (count != 5)
		return 2;
	int fresh = stat(args[1], &there) != 0;
	if (fresh)
		mkdir(args[1], 0777);
	engine_open(args[1], fresh);
	if (fresh)
		engine_fill(args[2]);
	FILE *queries = engine_file(args[3], "r"), *run = engine_file(args[4], "w");
	char *line = NULL, *rest;
	size_t room = 0;
	while (getline(&line, &room, queries) > 0) {
		rest = line;
		char *number = engine_column(&rest), *name = engine_column(&rest);
		char *words = engine_column(&rest);
		long numbers[ENGINE_FIRST], total = 0;
		double began = engine_ms();
		int n = engine_find(words, numbers, &total);
		engine_note(name, engine_ms() - began, total);
		fprintf(run, "%s", number);
		for (int i = 0; i < n && i < 10; i++)
			fprintf(run, "\t%ld", numbers[i]);
		fprintf(run, "\n");
	}
	engine_print();
	fclose(run);
	fclose(queries);
	free(line);
	return 0;
}

#endif
