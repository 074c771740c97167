#include "lines.h"

#include <string.h>

#include "base/kind.h"
#include "base/text.h"

/* A place in a line. Columns, not bytes, decide: a tab reaches to the next multiple of four, and
 * may be used up in parts (`left` columns of it are still to come). */
struct cursor {
	const char *p, *end;
	int column, left;
};

static int tab_width(int column)
{
	return 4 - column % 4;
}

static int indent(const struct cursor *c)
{
	int column = c->column + c->left;
	for (const char *q = c->p; q < c->end && (*q == ' ' || *q == '\t'); q++)
		column += *q == ' ' ? 1 : tab_width(column);
	return column - c->column;
}

static void skip_columns(struct cursor *c, int n)
{
	while (n > 0) {
		if (!c->left) {
			if (c->p == c->end || (*c->p != ' ' && *c->p != '\t'))
				return;
			c->left = *c->p++ == ' ' ? 1 : tab_width(c->column);
		}
		int step = c->left < n ? c->left : n;
		c->left -= step;
		c->column += step;
		n -= step;
	}
}

static void skip_mark(struct cursor *c, int n)
{
	c->p += n;
	c->column += n;
}

static bool blank_at(const char *p, const char *end)
{
	return p == end || *p == ' ' || *p == '\t';
}

static bool rest_blank(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	return p == end;
}

static int run_of(const char *p, const char *end, char c)
{
	const char *start = p;
	while (p < end && *p == c)
		p++;
	return (int)(p - start);
}

/* How many of the open containers go on in this line. */
static int match_containers(const struct lines *s, struct cursor *c)
{
	int matched = 0;
	for (; matched < s->depth; matched++) {
		int in = indent(c);
		const struct lines_container *one = &s->in[matched];
		if (one->quote) {
			struct cursor ahead = *c;
			skip_columns(&ahead, in);
			if (in > 3 || ahead.p == ahead.end || *ahead.p != '>')
				break;
			skip_mark(&ahead, 1);
			skip_columns(&ahead, 1);
			*c = ahead;
		} else if (in >= one->columns) {
			skip_columns(c, one->columns);
		} else if (!rest_blank(c->p, c->end)) {
			break;
		}
	}
	return matched;
}

static bool thematic_break(const char *p, const char *end)
{
	char mark = *p;
	int n = 0;
	if (mark != '-' && mark != '*' && mark != '_')
		return false;
	for (; p < end; p++) {
		if (*p == mark)
			n++;
		else if (*p != ' ' && *p != '\t')
			return false;
	}
	return n >= 3;
}

static bool setext_line(const char *p, const char *end)
{
	return (*p == '-' || *p == '=') && rest_blank(p + run_of(p, end, *p), end);
}

static int fence_length(const char *p, const char *end)
{
	int n = *p == '`' || *p == '~' ? run_of(p, end, *p) : 0;
	if (n < 3 || (*p == '`' && memchr(p + n, '`', (size_t)(end - p - n))))
		return 0;
	return n;
}

static int heading_level(const char *p, const char *end)
{
	int n = run_of(p, end, '#');
	if (n < 1 || n > 6)
		return 0;
	const char *behind = p + n;
	if (blank_at(behind, end))
		return n;
	enum kind k;
	if (n == 1 && kind_of_heading(behind, (size_t)(end - behind), &k))
		return 1;
	return n == 2 && rune_is_cjk(text_rune(&behind, end)) ? 2 : 0;
}

/* Length of a list mark, or 0. What interrupts a paragraph must begin at 1 and have content. */
static int list_mark(const char *p, const char *end, bool interrupts)
{
	int n = 0;
	if (*p == '-' || *p == '+' || *p == '*') {
		n = 1;
	} else {
		while (p + n < end && n < 10 && p[n] >= '0' && p[n] <= '9')
			n++;
		if (n == 0 || n > 9 || p + n == end || (p[n] != '.' && p[n] != ')'))
			return 0;
		if (interrupts && (n != 1 || *p != '1'))
			return 0;
		n++;
	}
	if (!blank_at(p + n, end) || (interrupts && rest_blank(p + n, end)))
		return 0;
	return n;
}

static void open_item(struct lines *s, struct cursor *c, int before, int mark)
{
	skip_mark(c, mark);
	int behind = indent(c);
	bool empty = rest_blank(c->p, c->end);
	int step = empty || behind > 4 ? 1 : behind;
	skip_columns(c, step);
	s->in[s->depth++] = (struct lines_container){ .columns = before + mark + step };
}

static void close_unmatched(struct lines *s, int *matched)
{
	if (s->depth > *matched)
		s->leaf = LINES_NONE;
	s->depth = *matched;
}

/* The containers that begin on this line. */
static void open_containers(struct lines *s, struct cursor *c, int *matched)
{
	for (;;) {
		int in = indent(c);
		struct cursor at = *c;
		skip_columns(&at, in);
		if (in > 3 || at.p == at.end)
			return;
		bool paragraph = s->leaf == LINES_PARAGRAPH && s->depth == *matched;
		int mark = *at.p == '>' ? 1 : 0;
		if (!mark) {
			if ((paragraph && setext_line(at.p, at.end)) ||
				thematic_break(at.p, at.end))
				return;
			mark = list_mark(at.p, at.end, paragraph);
		}
		if (!mark)
			return;
		close_unmatched(s, matched);
		if (s->depth == LINES_MAX_DEPTH)
			return;
		s->leaf = LINES_NONE;
		if (*at.p == '>') {
			skip_mark(&at, 1);
			skip_columns(&at, 1);
			s->in[s->depth++] = (struct lines_container){ .quote = true };
		} else {
			open_item(s, &at, in, mark);
		}
		*matched = s->depth;
		*c = at;
	}
}

static void fenced_line(struct lines *s, struct cursor *c, struct line *l)
{
	l->code = true;
	int in = indent(c);
	skip_columns(c, in);
	int n = run_of(c->p, c->end, s->fence);
	if (in <= 3 && n >= s->fence_length && rest_blank(c->p + n, c->end))
		s->leaf = LINES_NONE;
}

static void leaf_line(struct lines *s, struct cursor *c, struct line *l, int matched)
{
	int in = indent(c);
	if (rest_blank(c->p, c->end)) {
		close_unmatched(s, &matched);
		if (s->leaf == LINES_PARAGRAPH)
			s->leaf = LINES_NONE;
		return;
	}
	bool tip_paragraph = s->leaf == LINES_PARAGRAPH;
	if (in > 3) {
		if (tip_paragraph)
			return;
		close_unmatched(s, &matched);
		s->leaf = LINES_INDENTED;
		l->code = true;
		return;
	}
	skip_columns(c, in);
	int level = heading_level(c->p, c->end), fence = fence_length(c->p, c->end);
	bool setext = tip_paragraph && s->depth == matched && setext_line(c->p, c->end);
	if (level || fence || setext || thematic_break(c->p, c->end)) {
		close_unmatched(s, &matched);
		s->leaf = fence ? LINES_FENCED : LINES_NONE;
		s->fence = *c->p;
		s->fence_length = fence;
		l->code = fence > 0;
		if (level && s->depth == 0) {
			l->level = level;
			l->mark = (size_t)(c->p - l->text);
			l->inside = l->mark + (size_t)level;
		}
		return;
	}
	if (!tip_paragraph)
		close_unmatched(s, &matched);
	s->leaf = LINES_PARAGRAPH;
}

struct line lines_next(struct lines *s, const char **p, const char *end)
{
	const char *stop = memchr(*p, '\n', (size_t)(end - *p));
	struct line l = { .text = *p, .len = (size_t)((stop ? stop : end) - *p) };
	*p = stop ? stop + 1 : end;
	struct cursor c = { .p = l.text, .end = l.text + l.len };
	l.blank = rest_blank(c.p, c.end);
	int matched = match_containers(s, &c);
	if (s->leaf == LINES_FENCED && matched == s->depth) {
		fenced_line(s, &c, &l);
		return l;
	}
	if (s->leaf == LINES_FENCED || (s->leaf == LINES_INDENTED && matched < s->depth))
		close_unmatched(s, &matched);
	if (s->leaf == LINES_INDENTED && indent(&c) <= 3 && !rest_blank(c.p, c.end))
		s->leaf = LINES_NONE;
	open_containers(s, &c, &matched);
	leaf_line(s, &c, &l, matched);
	return l;
}

int lines_open_fence(const struct lines *s)
{
	return s->leaf == LINES_FENCED && s->depth == 0 ? s->fence_length : 0;
}
