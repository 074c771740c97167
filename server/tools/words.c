#include "tmplc.h"

#include <stdio.h>
#include <string.h>

static struct block {
	char word; /* i: if, e: its else was seen, f: for */
	int line;
	struct place before, after;
	bool has_after; /* a branch has ended */
} blocks[32];

static int depth;
static bool in_page;

static bool is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

bool words_in_page(void)
{
	return in_page;
}

static struct block *innermost(const char *word, const char *of)
{
	if (!depth || !strchr(of, blocks[depth - 1].word))
		fail("%s without its %s", word, is(of, "ife") ? "if or for" : "if");
	return &blocks[depth - 1];
}

static void branch_ends(struct block *b)
{
	b->after = b->has_after ? place_meet(b->after, here) : here;
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
	here = b->word == 'e' ? b->after : place_meet(b->after, b->before);
	depth--;
	emit(b->word == 'f' ? "}}\n" : "}\n");
}

void words_end(void)
{
	if (depth) {
		line = blocks[depth - 1].line;
		fail("this has no end");
	}
	if (in_page && (here.where != TEXT || here.inside[0]))
		fail("the page ends inside a tag");
	if (in_page)
		emit("}\n");
	in_page = false;
}

static void page(const char *rest)
{
	words_end();
	const char *args = strchr(rest, '(');
	if (!args)
		fail("a page needs its arguments in ( )");
	bool none = strspn(args + 1, " ") == strcspn(args + 1, ")");
	emit_line(0);
	if (header_only)
		printf("void %.*s(struct out *o%s%s;\n", (int)(args - rest), rest, none ? "" : ", ",
			args + 1);
	emit("void %.*s(struct out *o%s%s\n{\n", (int)(args - rest), rest, none ? "" : ", ",
		args + 1);
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
	emit("for (size_t %s_index = 0; %s_index < %s_list.count; %s_index++) { ", rest, rest, rest,
		rest);
	emit("const __typeof__(*%s_list.items) *%s = &%s_list.items[%s_index];\n", rest, rest, rest,
		rest);
	block_begins('f');
}

void words_say(const char *word, char *rest)
{
	place_word(&here);
	if (!is(word, "use") && !is(word, "page") && !in_page)
		fail("%s before the first page", word);
	if (!is(word, "page"))
		emit_line(0);
	if (is(word, "use")) {
		printf("#include %s\n", rest);
	} else if (is(word, "page")) {
		page(rest);
	} else if (is(word, "if")) {
		emit("if (%s) {\n", rest);
		block_begins('i');
	} else if (is(word, "elif") || is(word, "else")) {
		struct block *b = innermost(word, "i");
		branch_ends(b);
		b->word = is(word, "else") ? 'e' : 'i';
		emit(is(word, "else") ? "} else {\n" : "} else if (%s) {\n", rest);
	} else if (is(word, "for")) {
		loop(rest);
	} else if (is(word, "show")) {
		show(rest);
	} else if (is(word, "end")) {
		block_ends();
	} else {
		fail("'%s' is none of use page if elif else for show end", word);
	}
}
