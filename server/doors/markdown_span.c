#include "markdown_parts.h"

#include <ctype.h>
#include <string.h>

void markdown_escape(struct out *o, const char *s, size_t len)
{
	const char *end = s + len;
	while (s < end) {
		const char *p = s;
		while (p < end && *p != '&' && *p != '<' && *p != '>' && *p != '"' && *p != '\'')
			p++;
		out_bytes(o, s, (size_t)(p - s));
		if (p == end)
			return;
		out_text(o, *p == '&'   ? "&amp;"
			    : *p == '<' ? "&lt;"
			    : *p == '>' ? "&gt;"
			    : *p == '"' ? "&quot;"
					: "&#39;");
		s = p + 1;
	}
}

/* [[123]]: no leading zero, and few enough digits for a long. */
static size_t cite_length(const char *s, size_t len, long *number)
{
	if (len < 5 || s[0] != '[' || s[1] != '[' || s[2] < '1' || s[2] > '9')
		return 0;
	*number = 0;
	size_t i = 2;
	for (; i < len && i < 20 && isdigit((unsigned char)s[i]); i++)
		*number = *number * 10 + (s[i] - '0');
	return i + 1 < len && s[i] == ']' && s[i + 1] == ']' ? i + 2 : 0;
}

/* Exactly two tildes, and not between digits (3~~5天). */
static size_t strike_length(const char *s, size_t len, size_t at)
{
	size_t n = 0;
	while (at + n < len && s[at + n] == '~')
		n++;
	bool digits = at > 0 && isdigit((unsigned char)s[at - 1]) && at + n < len &&
		      isdigit((unsigned char)s[at + n]);
	return n == 2 && !digits ? 2 : 0;
}

/* The length of what begins at s + at, if that is more than text. */
static size_t special(const char *s, size_t len, size_t at, struct markdown_span *span)
{
	switch (s[at]) {
	case '[':
		span->kind = SPAN_CITE;
		return cite_length(s + at, len - at, &span->number);
	case '~':
		span->kind = SPAN_STRIKE;
		return strike_length(s, len, at);
	case 'h':
	case 'H':
	case 'w':
	case 'W':
		span->kind = SPAN_LINK;
		if (at > 0 && isalnum((unsigned char)s[at - 1]))
			return 0;
		return markdown_link_length(s + at, s + len);
	default:
		return 0;
	}
}

bool markdown_span_next(const char *s, size_t len, size_t *at, struct markdown_span *span)
{
	size_t from = *at, end = from;
	if (from >= len)
		return false;
	size_t n = 0;
	while (end < len && !(n = special(s, len, end, span))) {
		if (s[end] != '~') {
			end++;
			continue;
		}
		while (end < len && s[end] == '~')
			end++;
	}
	if (end > from) {
		span->kind = SPAN_TEXT;
		n = end - from;
	}
	span->text = s + from;
	span->len = n;
	*at = from + n;
	return true;
}
