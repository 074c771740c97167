#include "markdown.h"

#include <ctype.h>

#include "base/text.h"

/* Nothing but one of -*_ three times or more, and blanks: a line across, not a list in a list. */
static bool is_rule(const char *p, const char *end)
{
	char mark = *p;
	int n = 0;
	for (; p < end && *p != '\n' && *p != '\r'; p++) {
		if (*p == mark)
			n++;
		else if (*p != ' ' && *p != '\t')
			return false;
	}
	return n >= 3;
}

static bool is_blank(const char *p, const char *end)
{
	return p == end || *p == ' ' || *p == '\t' || *p == '\n' || *p == '\r';
}

/* The length of the quote or list mark at p; 0 if there is none. */
static size_t mark_length(const char *p, const char *end)
{
	if (p == end)
		return 0;
	if (*p == '>')
		return 1;
	if (*p == '-' || *p == '*' || *p == '+')
		return is_blank(p + 1, end) && (*p == '+' || !is_rule(p, end)) ? 1 : 0;
	size_t n = 0;
	while (n < 10 && p + n < end && isdigit((unsigned char)p[n]))
		n++;
	if (n == 0 || n > 9 || p + n == end || (p[n] != '.' && p[n] != ')'))
		return 0;
	return is_blank(p + n + 1, end) ? n + 1 : 0;
}

/* Where the marks of the line at p are one too many, or stand too far in; NULL if they do not. */
static const char *too_deep_in(const char *p, const char *end)
{
	int column = 0;
	for (int marks = 1;; marks++) {
		for (; p < end && (*p == ' ' || *p == '\t'); p++)
			column += *p == ' ' ? 1 : 4 - column % 4;
		size_t n = mark_length(p, end);
		if (n == 0)
			return NULL;
		if (marks > MARKDOWN_DEPTH_LIMIT || column > MARKDOWN_INDENT_LIMIT)
			return p;
		p += n;
		column += (int)n;
	}
}

static size_t too_deep_at(const char *md, size_t len)
{
	const char *p = md, *end = md + len;
	while (p < end) {
		const char *at = too_deep_in(p, end);
		if (at)
			return (size_t)(at - md);
		while (p < end && *p != '\n' && *p != '\r')
			p++;
		if (p < end)
			p++;
	}
	return len;
}

static void place(const char *md, size_t at, int *line, int *column)
{
	int l = 1, c = 1;
	for (size_t i = 0; i < at; i++) {
		if (md[i] == '\n' || (md[i] == '\r' && md[i + 1] != '\n')) {
			l++;
			c = 1;
		} else if ((md[i] & 0xC0) != 0x80 && md[i] != '\r') {
			c++;
		}
	}
	if (line)
		*line = l;
	if (column)
		*column = c;
}

enum markdown_fault markdown_check(const char *md, size_t len, size_t limit, int *line, int *column)
{
	if (len > limit) {
		size_t at = limit; /* the start of the character that crosses it */
		while (at > 0 && (md[at] & 0xC0) == 0x80)
			at--;
		place(md, at, line, column);
		return MARKDOWN_TOO_LONG;
	}
	enum markdown_fault fault = MARKDOWN_OK;
	size_t first = len, at;
	if (!text_valid(md, len, &at)) {
		first = at;
		fault = MARKDOWN_NOT_UTF8;
	}
	if ((at = text_forbidden_at(md, first)) < first) {
		first = at;
		fault = MARKDOWN_PRIVATE_USE;
	}
	if ((at = too_deep_at(md, first)) < first) {
		first = at;
		fault = MARKDOWN_TOO_DEEP;
	}
	if (fault)
		place(md, first, line, column);
	return fault;
}
