/*
 * tmplc: templates to C. `tmplc FILE.html` prints C; `tmplc -h FILE.html …` the header of all.
 *
 *	{# a comment #}
 *	{% use "views/point.h" %}            a header that the expressions need
 *	{% page show(const struct view *v) %}  void show(struct out *o, const struct view *v), up to
 *	                                     the next page or the end of the file
 *	{{ v->headline }}                    a C expression, printed by its type
 *	{% if v->mine %} … {% elif v->late %} … {% else %} … {% end %}
 *	{% for p in v->points %} {{ p_index }} {{ p->headline }} {% end %}
 *	                                     any struct with items and count (a pointer takes a *);
 *	                                     p is a const pointer, p_index counts from 0
 *	{% show layout_top(v->chrome) %}     another page, or any void f(struct out *, …)
 *
 * What is printed where (views/html.h has the functions):
 *
 *	text               char * escaped (NULL prints nothing), whole numbers, struct safe as it is
 *	"attribute value"  char * escaped, whole numbers, struct url; also in <textarea>, <title>
 *	an address         at its start only struct url; after one, or after literal ?… #… /word…,
 *	                   parts: char * percent-encoded, whole numbers
 *
 * Addresses are href src action formaction hx-get … (place.c has the list). A _Bool, a double, a
 * struct url in text do not compile. Errors name the template's own line.
 *
 * Refused: {{ }} in script, style, comments, names of tags and attributes, values without quotes,
 * srcset, hx-vals and the like; on…= style= srcdoc= http-equiv= and inline scripts at all (the
 * page's policy would not run them); ways through if or for that leave the HTML in another place
 * than they found it. A conditional attribute is a whole one:
 * `<option value="a"{% if v->a %} selected{% end %}>`.
 *
 * Blank space: a line with nothing but a {% word %} leaves nothing; indentation goes, line ends
 * stay (several are one; in a tag they are one blank); <pre> and <textarea> keep all. A <textarea>
 * gets the line end that browsers swallow, so that a value beginning with one survives.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tmplc.h"

struct place here;
int line;
bool header_only;

static const char *path;
static const char *at, *line_start; /* in the source */
static char literal[1 << 20];
static size_t literal_len;

void fail(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fprintf(stderr, "%s:%d: error: ", path, line);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

void emit(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	if (!header_only)
		vprintf(format, args);
	va_end(args);
}

static void flush(void)
{
	if (literal_len)
		emit("out_bytes(o, \"");
	for (size_t i = 0; i < literal_len; i++) {
		unsigned char c = (unsigned char)literal[i];
		if (c == '\n' && i + 1 < literal_len)
			emit("\\n\"\n\t\"");
		else if (c == '"' || c == '\\')
			emit("\\%c", c);
		else if (c < 32 || c == '?' || c == 127)
			emit("\\%03o", c);
		else
			emit("%c", c);
	}
	if (literal_len)
		emit("\", %zu);\n", literal_len);
	literal_len = 0;
}

static bool is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

static bool keeps_blanks(void)
{
	return here.where == VALUE || is(here.inside, "pre") || is(here.inside, "textarea");
}

/* Over one character, line counted. */
static void next(void)
{
	if (*at++ == '\n')
		line++, line_start = at;
}

/* A line end, with the blank space around it: one character of it stays. */
static void line_end(void)
{
	while (literal_len && strchr(" \t\r", literal[literal_len - 1]))
		literal_len--;
	if (!literal_len || literal[literal_len - 1] != '\n')
		literal[literal_len++] = here.where == TAG ? ' ' : '\n';
	while (*at && strchr(" \t\r\n", *at))
		next();
}

static void literal_char(void)
{
	if (!words_in_page() && !isspace((unsigned char)*at))
		fail("text before the first {%% page %%}");
	if (literal_len + 2 > sizeof literal)
		fail("too much text in one piece");
	bool text = here.where == TEXT;
	if (words_in_page())
		place_step(&here, at);
	if (*at == '\n' && words_in_page() && !keeps_blanks()) {
		line_end();
		return;
	}
	if (words_in_page())
		literal[literal_len++] = *at;
	next();
	if (!text && here.where == TEXT && is(here.inside, "textarea") && *at != '\n')
		literal[literal_len++] = '\n';
}

/* What stands between here and `close`, trimmed; `at` goes behind it. C strings may hold `close`.
 */
static char *inner(const char *close)
{
	const char *from = at + 2, *p = from;
	for (char quote = 0; *p && (quote || strncmp(p, close, 2)); p++) {
		if (*close == '#')
			continue;
		if (quote && *p == '\\' && p[1])
			p++;
		else if (quote ? *p == quote : *p == '"' || *p == '\'')
			quote = quote ? 0 : *p;
	}
	if (!*p)
		fail("%.2s without %s", at, close);
	at = p + 2;
	while (from < p && isspace((unsigned char)*from))
		from++;
	while (from < p && isspace((unsigned char)p[-1]))
		p--;
	return strndup(from, (size_t)(p - from));
}

void emit_line(int column)
{
	emit("#line %d \"%s\"\n%*s", line, path, column > 0 ? column : 0, "");
}

static void expression(void)
{
	const char *how = place_printer(&here);
	int column = (int)(at - line_start) + 2;
	char *c = inner("}}");
	if (!*c)
		fail("{{ }} is empty");
	flush();
	emit_line(column - (int)strlen(how) - 4);
	emit("%s(o, %s);\n", how, c);
	free(c);
}

static void word(void)
{
	char *text = inner("%}");
	size_t n = strcspn(text, " \t\r\n");
	char *rest = text + n + strspn(text + n, " \t\r\n");
	text[n] = 0;
	flush();
	words_say(text, rest);
	free(text);
}

/* A {% word %} or comment alone on its line takes the line with it. */
static void take_line(const char *from)
{
	const char *p = at;
	while (*p && strchr(" \t\r", *p))
		p++;
	if ((*p && *p != '\n') || keeps_blanks())
		return;
	for (const char *b = line_start; b < from; b++)
		if (*b != ' ' && *b != '\t')
			return;
	while (*at && strchr(" \t\r\n", *at))
		next();
}

static void translate(const char *source)
{
	for (at = line_start = source; *at;) {
		const char *from = at;
		bool braces = words_in_page() && strncmp(at, "{{", 2) == 0;
		bool comment = strncmp(at, "{#", 2) == 0;
		if (braces)
			expression();
		else if (comment)
			free(inner("#}"));
		else if (strncmp(at, "{%", 2) == 0)
			word();
		else {
			literal_char();
			continue;
		}
		const char *before = line_start;
		for (const char *p = from; p < at; p++)
			if (*p == '\n')
				line++, line_start = p + 1;
		if (!braces && line_start == before)
			take_line(from);
	}
	flush();
	words_end();
}

int main(int argc, char **argv)
{
	header_only = argc > 1 && is(argv[1], "-h");
	printf("/* Made by tmplc. */\n%s#include \"views/html.h\"\n",
		header_only ? "#pragma once\n" : "");
	if (!header_only)
		printf("#include \"templates.h\"\n");
	for (int i = 1 + header_only; i < argc; i++) {
		path = argv[i], line = 1, here = (struct place){ 0 };
		FILE *f = fopen(path, "r");
		static char source[1 << 20];
		size_t n = f ? fread(source, 1, sizeof source - 1, f) : 0;
		if (!f || n == sizeof source - 1)
			fail("cannot be read, or is too long");
		source[n] = 0;
		fclose(f);
		translate(source);
	}
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
