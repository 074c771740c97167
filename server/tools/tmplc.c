/*
 * tmplc: templates to C. `tmplc FILE.html` prints C; `tmplc -h FILE.html …` prints the header of all.
 *
 *	{# a comment #}
 *	{% use "views/point.h" %}                                a header the expressions need
 *	{% page point_show(const struct point_view *v) %}        void point_show(struct out *o, …); up to
 *	                                                         the next page, or the end of the file
 *	{{ v->headline }}                                        a C expression, printed by its type
 *	{% if v->mine %} … {% elif v->late %} … {% else %} … {% end %}
 *	{% for p in v->points %} {{ p_index }} {{ p->headline }} {% end %}
 *	                                                         any struct with items and count (a pointer
 *	                                                         takes a *); p is const, p_index from 0
 *	{% show layout_top(v->chrome) %}                         another page, or any void f(struct out *, …)
 *
 * What is printed where (views/html.h holds the functions):
 *	text               char * escaped (NULL prints nothing), whole numbers, struct safe as it is
 *	"attribute value"  the same without struct safe; likewise inside <textarea> and <title>
 *	start of an address (href src action formaction hx-get …): only struct url
 *	an address after struct url, ?…, #… or /word…: a part: char * percent-encoded, whole numbers
 * A _Bool, a double, or a struct url in text do not compile; errors name the template's own line.
 *
 * Refused: {{ }} in script, style, comments, tag and attribute names, unquoted values, srcset,
 * hx-vals and the like; on…=, style=, srcdoc=, http-equiv= and inline scripts at all (the page's policy
 * would not run them); branches and loops that leave the HTML in another place than they found it.
 * A conditional attribute is a whole one: `<option value="a"{% if v->a %} selected{% end %}>`.
 *
 * Blank space: a line with nothing but a {% word %} leaves nothing; indentation goes, line ends stay
 * (several are one; in a tag they are one blank); <pre> and <textarea> keep all. A <textarea> gets
 * the line end that browsers swallow, so that a value beginning with one survives.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum where { TEXT, OPEN, TAG_NAME, TAG, NAME, VALUE_NEXT, VALUE, NAME_ENDS, DECLARATION, COMMENT, RAW };
enum kind { PLAIN, ADDRESS, LITERAL, REFUSED };
enum phase { START, SLASH, PARTS, FIXED }; /* of an address: what has been written of it so far */

struct place {
	enum where where;
	enum kind kind;   /* of the attribute */
	enum phase phase; /* of its address */
	char quote;       /* around its value */
	char name[32];    /* being read: tag, then attribute */
	char tag[32];     /* the tag we are in */
	char inside[16];  /* script, style, textarea, title or pre that is open */
};

static struct block {
	char word; /* i: if, e: else seen, f: for */
	int line;
	struct place before, after;
	bool has_after; /* a branch has ended */
} blocks[32];

static const struct {
	const char *name; /* a * at the end: and what begins so */
	enum kind kind;
} attributes[] = {
	{ "hx-on*", REFUSED }, { "on*", REFUSED }, { "style", REFUSED }, { "srcdoc", REFUSED },
	{ "http-equiv", REFUSED }, { "hx-vars", REFUSED },
	{ "hx-vals", LITERAL }, { "hx-headers", LITERAL }, { "hx-request", LITERAL },
	{ "hx-trigger", LITERAL }, { "hx-ext", LITERAL }, { "srcset", LITERAL }, { "imagesrcset", LITERAL },
	{ "href", ADDRESS }, { "src", ADDRESS }, { "action", ADDRESS }, { "formaction", ADDRESS },
	{ "xlink:href", ADDRESS }, { "poster", ADDRESS }, { "data", ADDRESS }, { "cite", ADDRESS },
	{ "ping", ADDRESS }, { "background", ADDRESS }, { "manifest", ADDRESS },
	{ "hx-get", ADDRESS }, { "hx-post", ADDRESS }, { "hx-put", ADDRESS }, { "hx-patch", ADDRESS },
	{ "hx-delete", ADDRESS }, { "hx-push-url", ADDRESS }, { "hx-replace-url", ADDRESS },
};

static const char *path;
static const char *at, *line_start; /* in the source */
static int line, depth;
static struct place here;
static bool header_only, in_page;
static char literal[1 << 20];
static size_t literal_len;

static void __attribute__((noreturn, format(printf, 1, 2))) fail(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fprintf(stderr, "%s:%d: error: ", path, line);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	exit(1);
}

static void __attribute__((format(printf, 1, 2))) emit(const char *format, ...)
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

static void name_add(char c)
{
	size_t n = strlen(here.name);
	if (!isalnum((unsigned char)c) && !strchr("-_:.", c))
		fail("'%c' in the name of a tag or attribute", c);
	if (n + 1 < sizeof here.name) {
		here.name[n] = (char)tolower((unsigned char)c);
		here.name[n + 1] = 0;
	}
}

/* The attribute's name is read: what may stand in its value? */
static void name_ends(void)
{
	here.kind = PLAIN;
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		const char *a = attributes[i].name;
		size_t n = strlen(a) - (a[strlen(a) - 1] == '*');
		if (strncmp(a, here.name, n) == 0 && (a[n] == '*' || here.name[n] == 0)) {
			here.kind = attributes[i].kind;
			break;
		}
	}
	if (here.kind == REFUSED)
		fail("%s= would not run under the page's policy: use a class, or static/site.js", here.name);
}

static void tag_ends(void)
{
	static const char *special[] = { "script", "style", "textarea", "title", "pre" };
	bool closes = here.tag[0] == '/';
	here.where = TEXT;
	for (size_t i = 0; i < sizeof special / sizeof *special; i++)
		if (is(here.tag + closes, special[i]))
			snprintf(here.inside, sizeof here.inside, "%s", closes ? "" : special[i]);
	if (!closes && (is(here.inside, "script") || is(here.inside, "style")))
		here.where = RAW;
	if (!closes && is(here.tag, "textarea") && at[1] != '\n')
		literal[literal_len++] = '>', literal[literal_len++] = '\n';
	else
		literal[literal_len++] = '>';
}

static void address_step(char c)
{
	if (here.phase == START)
		here.phase = c == '/' ? SLASH : c == '?' || c == '#' ? PARTS : FIXED;
	else if (here.phase == SLASH)
		here.phase = isalnum((unsigned char)c) || c == '?' || c == '#' ? PARTS : FIXED;
}

/* Where in the HTML is one after this character? */
static void step(char c)
{
	bool blank = strchr(" \t\r\n", c) != NULL;
	switch (here.where) {
	case TEXT:
		here.where = c == '<' ? OPEN : TEXT;
		return;
	case OPEN:
		if (c != '/' && c != '!' && !isalpha((unsigned char)c))
			fail("'<' without a tag behind it: write &lt;");
		here.where = c == '!' ? strncmp(at, "!--", 3) ? DECLARATION : COMMENT : TAG_NAME;
		here.name[0] = here.tag[0] = 0;
		if (c == '/')
			here.name[0] = '/', here.name[1] = 0;
		else if (c != '!')
			name_add(c);
		return;
	case TAG_NAME:
		if (blank || c == '>' || c == '/') {
			snprintf(here.tag, sizeof here.tag, "%s", here.name);
			here.where = TAG;
		} else {
			name_add(c);
		}
		return;
	case NAME_ENDS:
	case TAG:
		if (blank || c == '/') {
			here.where = TAG;
			return;
		}
		if (here.where == NAME_ENDS)
			fail("a blank is needed before '%c': a conditional attribute must be a whole one", c);
		here.where = NAME;
		here.name[0] = 0;
		name_add(c);
		return;
	case NAME:
		if (!blank && c != '/' && c != '=') {
			name_add(c);
			return;
		}
		name_ends();
		here.where = c == '=' ? VALUE_NEXT : TAG;
		return;
	case VALUE_NEXT:
		if (c != '"' && c != '\'')
			fail("the value of %s needs quotes", here.name);
		here.where = VALUE, here.quote = c, here.phase = START;
		return;
	case VALUE:
		if (c == here.quote)
			here.where = TAG;
		else
			address_step(c);
		return;
	case DECLARATION:
		here.where = c == '>' ? TEXT : DECLARATION;
		return;
	case COMMENT:
		here.where = c == '>' && strncmp(at - 2, "--", 2) == 0 ? TEXT : COMMENT;
		return;
	case RAW:
		if (c == '<' && at[1] == '/')
			here.where = OPEN;
		else if (!blank)
			fail("an inline %s would not run under the page's policy", here.inside);
		return;
	}
}

static void literal_char(void)
{
	char c = *at;
	char last = literal_len ? literal[literal_len - 1] : 0;
	if (literal_len + 3 > sizeof literal)
		fail("too much text in one piece");
	if (!in_page) {
		if (!isspace((unsigned char)c))
			fail("text before the first {%% page %%}");
	} else if (c == '>' && (here.where == TAG_NAME || here.where == TAG || here.where == NAME ||
				       here.where == NAME_ENDS)) {
		if (here.where == TAG_NAME)
			snprintf(here.tag, sizeof here.tag, "%s", here.name);
		if (here.where == NAME)
			name_ends();
		tag_ends();
	} else {
		step(c);
		if (c == '\n' && !keeps_blanks()) {
			bool tag = here.where == TAG;
			while (literal_len && strchr(" \t\r", literal[literal_len - 1]))
				literal_len--;
			last = literal_len ? literal[literal_len - 1] : 0;
			if (last != '\n')
				literal[literal_len++] = tag ? ' ' : '\n';
			for (; at[1] && strchr(" \t\r\n", at[1]); at++)
				if (at[1] == '\n')
					line++, line_start = at + 2;
			line++;
			at++;
			line_start = line_start > at ? line_start : at;
			return;
		}
		literal[literal_len++] = c;
	}
	at++;
	if (c == '\n')
		line++, line_start = at;
}

/* Two ways through the template meet: they must stand at the same place. */
static struct place meet(struct place a, struct place b)
{
	if (a.where == NAME_ENDS && b.where == TAG)
		b.where = NAME_ENDS;
	if (b.where == NAME_ENDS && a.where == TAG)
		a.where = NAME_ENDS;
	if (a.where != b.where || !is(a.inside, b.inside) ||
		(a.where == VALUE && (a.quote != b.quote || a.kind != b.kind)))
		fail("the branches (or the rounds of the loop) end in different places of the HTML");
	if (a.phase != b.phase)
		a.phase = FIXED;
	return a;
}

/* The name of what prints an expression here. */
static const char *printer(void)
{
	bool text_only = is(here.inside, "textarea") || is(here.inside, "title");
	if (here.where == TEXT)
		return text_only ? "PRINT_VALUE" : "PRINT";
	if (here.where != VALUE)
		fail("no {{ }} in %s", here.where == RAW ? here.inside
				: here.where == COMMENT ? "a comment"
				: here.where == VALUE_NEXT ? "a value without quotes" : "the name of a tag or attribute");
	if (here.kind == LITERAL)
		fail("no {{ }} in %s=", here.name);
	if (here.kind == PLAIN)
		return "PRINT_VALUE";
	if (here.phase == SLASH || here.phase == FIXED)
		fail("an address with {{ }} begins with a struct url, or with /word, ? or #");
	if (here.phase == PARTS)
		return "PRINT_PART";
	here.phase = PARTS;
	return "PRINT_URL";
}

/* What stands between here and `close`, trimmed; `at` goes behind it. C strings may hold `close`. */
static char *inner(const char *close)
{
	const char *from = at + 2, *p = from;
	for (char quote = 0; *p && (quote || strncmp(p, close, 2)); p++) {
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

static void source_line(int column)
{
	emit("#line %d \"%s\"\n%*s", line, path, column > 0 ? column : 0, "");
}

static void expression(void)
{
	const char *how = printer();
	int column = (int)(at - line_start) + 2;
	char *c = inner("}}");
	if (!*c)
		fail("{{ }} is empty");
	flush();
	source_line(column - (int)strlen(how) - 4);
	emit("%s(o, %s);\n", how, c);
	free(c);
}

static struct block *innermost(const char *word, const char *of)
{
	if (!depth || !strchr(of, blocks[depth - 1].word))
		fail("%s without its %s", word, is(of, "ife") ? "if or for" : "if");
	return &blocks[depth - 1];
}

static void branch_ends(struct block *b)
{
	b->after = b->has_after ? meet(b->after, here) : here;
	b->has_after = true;
	here = b->before;
}

static void block_begins(char word)
{
	if (depth == sizeof blocks / sizeof *blocks)
		fail("too deep");
	blocks[depth++] = (struct block){ .word = word, .line = line, .before = here };
}

static void block_ends(void)
{
	struct block *b = innermost("end", "ife");
	branch_ends(b);
	here = b->word == 'e' ? b->after : meet(b->after, b->before);
	depth--;
	emit(b->word == 'f' ? "}}\n" : "}\n");
}

static void page_ends(void)
{
	flush();
	if (depth) {
		line = blocks[depth - 1].line;
		fail("this has no end");
	}
	if (in_page && (here.where != TEXT || here.inside[0]))
		fail("the page ends inside a tag");
	if (in_page)
		emit("}\n");
}

static void page(const char *rest)
{
	page_ends();
	const char *args = strchr(rest, '(');
	if (!args)
		fail("a page needs its arguments in ( )");
	bool none = strspn(args + 1, " ") == strcspn(args + 1, ")");
	source_line(0);
	if (header_only)
		printf("void %.*s(struct out *o%s%s;\n", (int)(args - rest), rest, none ? "" : ", ", args + 1);
	emit("void %.*s(struct out *o%s%s\n{\n", (int)(args - rest), rest, none ? "" : ", ", args + 1);
	in_page = true;
	here = (struct place){ 0 };
}

static void show(const char *rest)
{
	const char *args = strchr(rest, '(');
	if (here.where != TEXT || here.inside[0] || !args)
		fail("show needs a page with its ( ), and a place between tags");
	bool none = strspn(args + 1, " ") == strcspn(args + 1, ")");
	emit("%.*s(o%s%s;\n", (int)(args - rest), rest, none ? "" : ", ", args + 1);
}

static void loop(char *rest)
{
	char *in = strstr(rest, " in ");
	if (!in)
		fail("for NAME in LIST");
	*in = 0;
	emit("{ __auto_type %s_list = (%s); ", rest, in + 4);
	emit("for (size_t %s_index = 0; %s_index < %s_list.count; %s_index++) { ", rest, rest, rest, rest);
	emit("const __typeof__(*%s_list.items) *%s = &%s_list.items[%s_index];\n", rest, rest, rest, rest);
	block_begins('f');
}

static void word(void)
{
	char *text = inner("%}");
	size_t n = strcspn(text, " \t\r\n");
	char *rest = text + n + strspn(text + n, " \t\r\n");
	text[n] = 0;
	if (here.where == VALUE_NEXT || here.where == RAW || here.where == OPEN)
		fail("no {%% %%} here");
	if (here.where == NAME) {
		name_ends();
		here.where = NAME_ENDS;
	} else if (here.where == TAG_NAME) {
		snprintf(here.tag, sizeof here.tag, "%s", here.name);
		here.where = NAME_ENDS;
	}
	flush();
	if (!is(text, "use") && !is(text, "page") && !in_page)
		fail("%s before the first page", text);
	if (!is(text, "page"))
		source_line(0);
	if (is(text, "use")) {
		printf("#include %s\n", rest);
	} else if (is(text, "page")) {
		page(rest);
	} else if (is(text, "if")) {
		emit("if (%s) {\n", rest);
		block_begins('i');
	} else if (is(text, "elif") || is(text, "else")) {
		struct block *b = innermost(text, "i");
		branch_ends(b);
		b->word = is(text, "else") ? 'e' : 'i';
		emit(is(text, "else") ? "} else {\n" : "} else if (%s) {\n", rest);
	} else if (is(text, "for")) {
		loop(rest);
	} else if (is(text, "show")) {
		show(rest);
	} else if (is(text, "end")) {
		block_ends();
	} else {
		fail("'%s' is none of use page if elif else for show end", text);
	}
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
	for (at = p; *at && strchr(" \t\r\n", *at); at++)
		if (*at == '\n')
			line++, line_start = at + 1;
}

static void translate(const char *source)
{
	for (at = line_start = source; *at;) {
		const char *from = at;
		bool braces = in_page && strncmp(at, "{{", 2) == 0;
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
	page_ends();
}

int main(int argc, char **argv)
{
	header_only = argc > 1 && is(argv[1], "-h");
	printf("/* Made by tmplc. */\n%s#include \"views/html.h\"\n", header_only ? "#pragma once\n" : "");
	if (!header_only)
		printf("#include \"templates.h\"\n");
	for (int i = 1 + header_only; i < argc; i++) {
		path = argv[i], line = 1, in_page = false, depth = 0, here = (struct place){ 0 };
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
