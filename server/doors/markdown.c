/*
 * One walk over cmark's tree makes HTML, plain text and the list of cites alike. Everything written
 * comes out of the tree as text and is escaped here; cmark's own renderer is not used.
 */
#include "markdown.h"

#include <assert.h>
#include <string.h>

#include <cmark.h>

#include "base/text.h"
#include "markdown_parts.h"

#define tag markdown_write_tag

/* How many strikes are still to be written among the children of a node: always begin, end, begin,
 * end, so the count is even. */
struct strikes {
	size_t left;
};

static const char *lifted(struct markdown_writer *w, const char *s)
{
	return markdown_guard_lift(w->arena, s);
}

static bool is_type(cmark_node *node, cmark_node_type type)
{
	return node && cmark_node_get_type(node) == type;
}

static bool is_break(cmark_node *node)
{
	return is_type(node, CMARK_NODE_SOFTBREAK) || is_type(node, CMARK_NODE_LINEBREAK);
}

static bool is_word(cmark_node *neighbour)
{
	return neighbour && !is_break(neighbour);
}

/* Two tildes begin if a word follows, and end if a word stands before. */
static bool strikes_here(
	cmark_node *node, const char *s, const struct markdown_span *span, bool open)
{
	if (open && span->text > s)
		return !strchr(" \t", span->text[-1]);
	if (!open && span->text[span->len])
		return !strchr(" \t", span->text[span->len]);
	return is_word(open ? cmark_node_previous(node) : cmark_node_next(node));
}

static struct strikes *strikes_of(struct markdown_writer *w, cmark_node *parent)
{
	struct strikes *strikes = cmark_node_get_user_data(parent);
	if (strikes)
		return strikes;
	strikes = ARENA_NEW(w->arena, struct strikes);
	cmark_node_set_user_data(parent, strikes);
	for (cmark_node *n = cmark_node_first_child(parent); n; n = cmark_node_next(n)) {
		if (!is_type(n, CMARK_NODE_TEXT) || !strstr(cmark_node_get_literal(n), "~~"))
			continue;
		const char *s = markdown_guard_lift_words(w->arena, cmark_node_get_literal(n));
		struct markdown_span span;
		for (size_t at = 0, len = strlen(s); markdown_span_next(s, len, &at, &span);)
			if (span.kind == SPAN_STRIKE &&
				strikes_here(n, s, &span, strikes->left & 1))
				strikes->left++;
	}
	strikes->left &= ~(size_t)1;
	return strikes;
}

static void strike(struct markdown_writer *w, cmark_node *node, const char *s,
	const struct markdown_span *span)
{
	struct strikes *strikes = strikes_of(w, cmark_node_parent(node));
	bool open = strikes->left & 1;
	if (strikes->left == 0 || !strikes_here(node, s, span, open)) {
		markdown_write_words(w, span->text, span->len);
		return;
	}
	tag(w, open ? "</del>" : "<del>");
	strikes->left--;
}

static bool begins_item(cmark_node *text)
{
	cmark_node *paragraph = cmark_node_parent(text);
	return !cmark_node_previous(text) && is_type(paragraph, CMARK_NODE_PARAGRAPH) &&
	       !cmark_node_previous(paragraph) &&
	       is_type(cmark_node_parent(paragraph), CMARK_NODE_ITEM);
}

static void text(struct markdown_writer *w, cmark_node *node)
{
	const char *s = markdown_guard_lift_words(w->arena, cmark_node_get_literal(node));
	size_t at = begins_item(node) ? markdown_write_box(w, s) : 0;
	struct markdown_span span;
	for (size_t len = strlen(s); markdown_span_next(s, len, &at, &span);) {
		if (span.kind == SPAN_STRIKE)
			strike(w, node, s, &span);
		else
			markdown_write_span(w, &span);
	}
}

static void link_or_image(struct markdown_writer *w, cmark_node *node, bool enter)
{
	const char *url = lifted(w, cmark_node_get_url(node));
	const char *title = lifted(w, cmark_node_get_title(node));
	if (enter)
		markdown_write_link_begin(w, url, title, is_type(node, CMARK_NODE_IMAGE),
			!cmark_node_first_child(node));
	else
		markdown_write_link_end(w, url, title);
}

static void paragraph(struct markdown_writer *w, cmark_node *node, bool enter)
{
	cmark_node *item = cmark_node_parent(node);
	bool tight = is_type(item, CMARK_NODE_ITEM) &&
		     cmark_node_get_list_tight(cmark_node_parent(item));
	if (enter) {
		tag(w, tight ? "" : "<p>");
		return;
	}
	tag(w, w->task ? "</label>" : "");
	w->task = false;
	tag(w, !tight ? "</p>\n" : cmark_node_next(node) ? "\n" : "");
	if (w->plain)
		out_char(&w->out, '\n');
}

static void heading(struct markdown_writer *w, cmark_node *node, bool enter)
{
	int level = cmark_node_get_heading_level(node) + w->shift;
	if (w->plain)
		out_text(&w->out, enter ? "" : "\n");
	else
		out_format(&w->out, enter ? "<h%d>" : "</h%d>\n", level > 6 ? 6 : level);
}

static void list(struct markdown_writer *w, cmark_node *node, bool enter)
{
	if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST)
		tag(w, enter ? "<ul>\n" : "</ul>\n");
	else if (!enter || w->plain || cmark_node_get_list_start(node) == 1)
		tag(w, enter ? "<ol>\n" : "</ol>\n");
	else
		out_format(&w->out, "<ol start=\"%d\">\n", cmark_node_get_list_start(node));
}

static void literal(
	struct markdown_writer *w, cmark_node *node, const char *open, const char *close)
{
	tag(w, open);
	markdown_write_all(w, lifted(w, cmark_node_get_literal(node)));
	tag(w, close);
}

static void visit(struct markdown_writer *w, cmark_node *node, bool enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		tag(w, enter ? "<blockquote>\n" : "</blockquote>\n");
		break;
	case CMARK_NODE_LIST:
		list(w, node, enter);
		break;
	case CMARK_NODE_ITEM:
		tag(w, enter ? "<li>" : "</li>\n");
		break;
	case CMARK_NODE_CODE_BLOCK:
		markdown_write_code(w, lifted(w, cmark_node_get_fence_info(node)),
			lifted(w, cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_PARAGRAPH:
		paragraph(w, node, enter);
		break;
	case CMARK_NODE_HEADING:
		heading(w, node, enter);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		tag(w, "<hr>\n");
		break;
	case CMARK_NODE_TEXT:
		text(w, node);
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		tag(w, "<br>");
		out_char(&w->out, '\n');
		break;
	case CMARK_NODE_CODE:
		literal(w, node, "<code>", "</code>");
		break;
	case CMARK_NODE_EMPH:
		tag(w, enter ? "<em>" : "</em>");
		break;
	case CMARK_NODE_STRONG:
		tag(w, enter ? "<strong>" : "</strong>");
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		link_or_image(w, node, enter);
		break;
	case CMARK_NODE_HTML_BLOCK: /* guards let none come about; should one, it is text */
		literal(w, node, "<pre>", "</pre>\n");
		break;
	case CMARK_NODE_HTML_INLINE:
		literal(w, node, "", "");
		break;
	default:
		break;
	}
}

/* What makes the highest heading of the text an h3. */
static int heading_shift(cmark_node *root)
{
	int highest = 6;
	cmark_iter *it = cmark_iter_new(root);
	while (cmark_iter_next(it) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(it);
		if (is_type(node, CMARK_NODE_HEADING) &&
			cmark_node_get_heading_level(node) < highest)
			highest = cmark_node_get_heading_level(node);
	}
	cmark_iter_free(it);
	return 3 - highest;
}

static void walk(struct markdown_writer *w, const char *md)
{
	size_t len = strlen(md);
	const char *lines = text_unix_lines(w->arena, md, &len);
	struct out guarded = markdown_guard_set(w->arena, lines, len);
	cmark_node *root =
		cmark_parse_document(out_string(&guarded), guarded.len, CMARK_OPT_DEFAULT);
	cmark_consolidate_text_nodes(root);
	w->shift = heading_shift(root);
	cmark_iter *it = cmark_iter_new(root);
	for (cmark_event_type event; (event = cmark_iter_next(it)) != CMARK_EVENT_DONE;)
		visit(w, cmark_iter_get_node(it), event == CMARK_EVENT_ENTER);
	cmark_iter_free(it);
	cmark_node_free(root);
	assert(w->anchors == 0 && !w->task);
}

static bool is_good(const char *md)
{
	return markdown_check(md, strlen(md), MARKDOWN_PART_LIMIT, NULL, NULL) == MARKDOWN_OK;
}

struct safe markdown_html(struct arena *a, const char *md, const struct markdown_options *options)
{
	struct markdown_writer w = { .arena = a, .out = out_new(a), .options = options };
	if (is_good(md))
		walk(&w, md);
	else
		markdown_write_raw(&w, md);
	return (struct safe){ out_string(&w.out) };
}

const char *markdown_plain(struct arena *a, const char *md)
{
	struct markdown_writer w = { .arena = a, .out = out_new(a), .plain = true };
	if (is_good(md))
		walk(&w, md);
	else
		markdown_write_raw(&w, md);
	return text_trim(a, out_string(&w.out));
}

struct longs markdown_cites(struct arena *a, const char *md)
{
	struct markdown_writer w = { .arena = a, .out = out_new(a), .plain = true };
	if (is_good(md))
		walk(&w, md);
	return markdown_cites_once(a, w.cites);
}
