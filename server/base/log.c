#include "log.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static _Atomic int level_now = LOG_ERRORS;

void log_set_level(enum log_level level)
{
	atomic_store(&level_now, (int)level);
}

enum log_level log_get_level(void)
{
	return (enum log_level)atomic_load(&level_now);
}

struct line {
	char text[2048];
	size_t len;
};

static void put(struct line *l, char c)
{
	if (l->len < sizeof l->text - 2)
		l->text[l->len++] = c;
}

static void put_word(struct line *l, const char *s)
{
	while (*s)
		put(l, *s++);
}

static void put_value(struct line *l, const char *s)
{
	if (*s && !strpbrk(s, " \"=\\\t\r\n")) {
		for (; *s; s++)
			put(l, (unsigned char)*s < 0x20 ? '?' : *s);
		return;
	}
	put(l, '"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			put(l, '\\');
		put(l, (unsigned char)*s < 0x20 ? '?' : *s);
	}
	put(l, '"');
}

static void write_line(const char *event, va_list pairs)
{
	struct line l = { .len = 0 };
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	struct tm utc;
	gmtime_r(&now.tv_sec, &utc);
	l.len = strftime(l.text, sizeof l.text, "%Y-%m-%dT%H:%M:%SZ ", &utc);
	put_word(&l, event);
	const char *key;
	while ((key = va_arg(pairs, const char *))) {
		const char *value = va_arg(pairs, const char *);
		put(&l, ' ');
		put_word(&l, key);
		put(&l, '=');
		put_value(&l, value ? value : "");
	}
	l.text[l.len++] = '\n';
	/* One write a line, so that lines of several threads never mix; a full disk stops nobody.
	 */
	ssize_t ignored = write(STDERR_FILENO, l.text, l.len);
	(void)ignored;
}

void log_event(const char *event, ...)
{
	if (log_get_level() < LOG_ERRORS)
		return;
	va_list pairs;
	va_start(pairs, event);
	write_line(event, pairs);
	va_end(pairs);
}

void log_request(const char *event, ...)
{
	if (log_get_level() < LOG_REQUESTS)
		return;
	va_list pairs;
	va_start(pairs, event);
	write_line(event, pairs);
	va_end(pairs);
}
