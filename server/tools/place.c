#include "tmplc.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Attributes that are more than words. A * at the end: and all that begin so. */
static const struct {
	const char *name;
	int kind;
} attributes[] = {
	{ "on*", REFUSED },
	{ "hx-on*", REFUSED },
	{ "hx-vars", REFUSED }, /* scripts */
	{ "style", REFUSED },
	{ "srcdoc", REFUSED },
	{ "http-equiv", REFUSED },
	{ "hx-vals", LITERAL },
	{ "hx-headers", LITERAL },
	{ "hx-request", LITERAL },
	{ "hx-trigger", LITERAL },
	{ "hx-ext", LITERAL },
	{ "srcset", LITERAL },
	{ "imagesrcset", LITERAL },
	{ "href", ADDRESS },
	{ "src", ADDRESS },
	{ "action", ADDRESS },
	{ "formaction", ADDRESS },
	{ "xlink:href", ADDRESS },
	{ "poster", ADDRESS },
	{ "data", ADDRESS },
	{ "cite", ADDRESS },
	{ "ping", ADDRESS },
	{ "background", ADDRESS },
	{ "manifest", ADDRESS },
	{ "hx-get", ADDRESS },
	{ "hx-post", ADDRESS },
	{ "hx-put", ADDRESS },
	{ "hx-patch", ADDRESS },
	{ "hx-delete", ADDRESS },
	{ "hx-push-url", ADDRESS },
	{ "hx-replace-url", ADDRESS },
};

static bool is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

static void name_add(struct place *p, char c)
{
	size_t n = strlen(p->name);
	if (!isalnum((unsigned char)c) && !strchr("-_:.", c))
		fail("'%c' in the name of a tag or attribute", c);
	if (n + 1 == sizeof p->name)
		fail("the name of a tag or attribute is too long");
	p->name[n] = (char)tolower((unsigned char)c);
	p->name[n + 1] = 0;
}

static void name_ends(struct place *p)
{
	p->kind = PLAIN;
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes && p->kind == PLAIN; i++) {
		const char *a = attributes[i].name;
		size_t n = strcspn(a, "*");
		if (strncmp(a, p->name, n) == 0 && (a[n] == '*' || p->name[n] == 0))
			p->kind = attributes[i].kind;
	}
	if (p->kind == REFUSED)
		fail("%s= would not run under the page's policy: use a class, or site.js", p->name);
}

static void tag_named(struct place *p)
{
	memcpy(p->tag, p->name, sizeof p->tag);
}

static void tag_ends(struct place *p)
{
	static const char *special[] = { "script", "style", "textarea", "title", "pre" };
	bool closes = p->tag[0] == '/';
	for (size_t i = 0; i < sizeof special / sizeof *special; i++)
		if (is(p->tag + closes, special[i]))
			snprintf(p->inside, sizeof p->inside, "%s", closes ? "" : special[i]);
	p->where = is(p->inside, "script") || is(p->inside, "style") ? RAW : TEXT;
}

static void open_step(struct place *p, const char *at)
{
	p->name[0] = p->tag[0] = 0;
	if (*at == '!') {
		p->where = strncmp(at, "!--", 3) == 0 ? COMMENT : DECLARATION;
		return;
	}
	p->where = TAG_NAME;
	if (*at == '/')
		memcpy(p->name, "/", 2);
	else if (isalpha((unsigned char)*at))
		name_add(p, *at);
	else
		fail("'<' without a tag behind it: write &lt;");
}

static void tag_step(struct place *p, char c)
{
	if (p->where == VALUE_NEXT) {
		if (c != '"' && c != '\'')
			fail("the value of %s needs quotes", p->name);
		p->where = VALUE, p->quote = c, p->phase = START;
		return;
	}
	bool name = p->where == NAME || p->where == TAG_NAME;
	if (name && !strchr(" \t\r\n/>=", c)) {
		name_add(p, c);
		return;
	}
	if (p->where == TAG_NAME && c == '/' && !p->name[0])
		fail("a tag without a name");
	if (p->where == TAG_NAME)
		tag_named(p);
	if (p->where == NAME)
		name_ends(p);
	if (c == '>') {
		tag_ends(p);
	} else if (c == '=' && p->where == NAME) {
		p->where = VALUE_NEXT;
	} else if (strchr(" \t\r\n/", c)) {
		p->where = TAG;
	} else if (p->where == TAG) {
		p->where = NAME, p->name[0] = 0;
		name_add(p, c);
	} else {
		fail("a blank is needed before '%c': only a whole attribute can be conditional", c);
	}
}

static void value_step(struct place *p, char c)
{
	if (c == p->quote)
		p->where = TAG;
	else if (p->phase == START)
		p->phase = c == '/' ? SLASH : c == '?' || c == '#' ? PARTS : FIXED;
	else if (p->phase == SLASH)
		p->phase = isalnum((unsigned char)c) || c == '?' || c == '#' ? PARTS : FIXED;
}

void place_step(struct place *p, const char *at)
{
	switch (p->where) {
	case TEXT:
		p->where = *at == '<' ? OPEN : TEXT;
		return;
	case OPEN:
		open_step(p, at);
		return;
	case VALUE:
		value_step(p, *at);
		return;
	case DECLARATION:
		p->where = *at == '>' ? TEXT : DECLARATION;
		return;
	case COMMENT:
		p->where = *at == '>' && strncmp(at - 2, "--", 2) == 0 ? TEXT : COMMENT;
		return;
	case RAW:
		if (*at == '<' && at[1] == '/')
			p->where = OPEN;
		else if (!isspace((unsigned char)*at))
			fail("an inline %s would not run under the page's policy", p->inside);
		return;
	default:
		tag_step(p, *at);
	}
}

void place_word(struct place *p)
{
	if (p->where == VALUE_NEXT || p->where == RAW || p->where == OPEN || p->where == COMMENT)
		fail("no {%% %%} here");
	if (p->where == TAG_NAME)
		tag_named(p);
	if (p->where == NAME)
		name_ends(p);
	if (p->where == TAG_NAME || p->where == NAME)
		p->where = NAME_ENDS;
}

const char *place_printer(struct place *p)
{
	if (p->where == TEXT)
		return is(p->inside, "textarea") || is(p->inside, "title") ? "PRINT_VALUE"
									   : "PRINT";
	if (p->where != VALUE)
		fail("no {{ }} in %s", p->where == RAW          ? p->inside
				       : p->where == COMMENT    ? "a comment"
				       : p->where == VALUE_NEXT ? "a value without quotes"
								: "the name of a tag or attribute");
	if (p->kind == LITERAL)
		fail("no {{ }} in %s=", p->name);
	if (p->kind == PLAIN)
		return "PRINT_VALUE";
	if (p->phase == SLASH || p->phase == FIXED)
		fail("an address with {{ }} begins with a struct url, or with /word, ? or #");
	const char *printer = p->phase == START ? "PRINT_URL" : "PRINT_PART";
	p->phase = PARTS;
	return printer;
}

struct place place_meet(struct place a, struct place b)
{
	if (a.where == NAME_ENDS && b.where == TAG)
		b.where = NAME_ENDS;
	if (b.where == NAME_ENDS && a.where == TAG)
		a.where = NAME_ENDS;
	if (a.where != b.where || !is(a.inside, b.inside) ||
		(a.where == VALUE && (a.quote != b.quote || a.kind != b.kind)))
		fail("the ways through if or for end in different places of the HTML");
	if (a.phase != b.phase)
		a.phase = FIXED;
	return a;
}
