#include "markdown_parts.h"

#include <string.h>

#include "base/text.h"

void markdown_write_tag(struct markdown_writer *w, const char *html)
{
	if (!w->plain)
		out_text(&w->out, html);
}

static void write(struct markdown_writer *w, const char *s, size_t len)
{
	if (w->plain)
		out_bytes(&w->out, s, len);
	else
		markdown_escape(&w->out, s, len);
}

void markdown_write_words(struct markdown_writer *w, const char *s, size_t len)
{
	const char *end = s + len;
	for (const char *at; (at = memchr(s, MARKDOWN_BREAK, (size_t)(end - s))); s = at + 1)
		write(w, s, (size_t)(at - s));
	write(w, s, (size_t)(end - s));
}

void markdown_write_all(struct markdown_writer *w, const char *words)
{
	markdown_write_words(w, words, strlen(words));
}

static void cite(struct markdown_writer *w, long number)
{
	*LIST_ADD(w->arena, &w->cites) = number;
	if (w->plain) {
		if (w->out.len && w->out.data[w->out.len - 1] == ' ')
			w->out.len--;
		return;
	}
	const struct markdown_options *options = w->options;
	const char *url = NULL;
	if (w->anchors == 0)
		url = options && options->cite_url
			      ? options->cite_url(options->ctx, number, w->arena)
			      : arena_format(w->arena, "/points/%ld", number);
	markdown_cites_link(&w->out, url, number);
}

void markdown_write_span(struct markdown_writer *w, const struct markdown_span *span)
{
	bool link = span->kind == SPAN_LINK && !w->plain && w->anchors == 0;
	if (span->kind == SPAN_CITE) {
		cite(w, span->number);
		return;
	}
	if (link)
		markdown_link_open(&w->out, span->text, span->len, NULL);
	markdown_write_words(w, span->text, span->len);
	if (link)
		markdown_write_tag(w, "</a>");
}

size_t markdown_write_box(struct markdown_writer *w, const char *s)
{
	if (s[0] != '[' || !s[1] || !strchr(" xX", s[1]) || s[2] != ']' || (s[3] && s[3] != ' '))
		return 0;
	w->task = true;
	markdown_write_tag(w, "<label class=\"task\"><input type=\"checkbox\" disabled");
	markdown_write_tag(w, s[1] == ' ' ? "> " : " checked> ");
	return s[3] ? 4 : 3;
}

/* Words after the fence that cannot be the name of a language belong to the text. */
void markdown_write_code(struct markdown_writer *w, const char *info, const char *code)
{
	markdown_write_tag(w, "<pre><code>");
	for (const char *p = info; *p; p++) {
		if ((unsigned char)*p < 0x80)
			continue;
		markdown_write_all(w, info);
		markdown_write_all(w, "\n");
		break;
	}
	markdown_write_all(w, code);
	markdown_write_tag(w, "</code></pre>\n");
}

void markdown_write_raw(struct markdown_writer *w, const char *md)
{
	markdown_write_tag(w, "<pre>");
	for (const char *p = md, *end = md + strlen(md); p < end;) {
		const char *from = p;
		size_t len = text_rune(&p, end) < 0 ? 0 : (size_t)(p - from);
		if (len && text_forbidden_at(from, len) == len)
			markdown_write_words(w, from, len);
		else
			out_rune(&w->out, 0xFFFD);
	}
	markdown_write_tag(w, "</pre>\n");
}

void markdown_write_link_begin(
	struct markdown_writer *w, const char *url, const char *title, bool image, bool empty)
{
	enum markdown_link kind = markdown_link_kind(url);
	if (kind == LINK_REFUSED)
		return;
	if (kind == LINK_WORDS) {
		markdown_write_all(w, image ? "![" : "[");
		return;
	}
	if (w->anchors++ == 0 && !w->plain)
		markdown_link_open(&w->out, url, strlen(url), title);
	if (empty)
		markdown_write_all(w, url);
}

void markdown_write_link_end(struct markdown_writer *w, const char *url, const char *title)
{
	enum markdown_link kind = markdown_link_kind(url);
	if (kind == LINK_REFUSED)
		return;
	if (kind == LINK_WORDS) {
		markdown_write_all(w, "](");
		markdown_write_all(w, url);
		if (*title) {
			markdown_write_all(w, " \"");
			markdown_write_all(w, title);
			markdown_write_all(w, "\"");
		}
		markdown_write_all(w, ")");
		return;
	}
	if (--w->anchors == 0)
		markdown_write_tag(w, "</a>");
}
