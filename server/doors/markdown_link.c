#include "markdown_parts.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Letters of the scheme, as a browser reads them: it skips white space and controls inside. */
static bool has_scheme(const char *url, const char *scheme)
{
	for (; *url && *scheme; url++) {
		if ((unsigned char)*url <= 0x20)
			continue;
		if (tolower((unsigned char)*url) != *scheme)
			return false;
		scheme++;
	}
	return !*scheme;
}

static size_t web_prefix(const char *s, size_t len)
{
	if (len > 7 && strncasecmp(s, "http://", 7) == 0)
		return 7;
	if (len > 8 && strncasecmp(s, "https://", 8) == 0)
		return 8;
	if (len > 4 && strncasecmp(s, "www.", 4) == 0)
		return 4;
	return 0;
}

enum markdown_link markdown_link_kind(const char *url)
{
	static const char *const refused[] = { "javascript:", "data:", "vbscript:", "file:" };
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		if (has_scheme(url, refused[i]))
			return LINK_REFUSED;
	if (*url == '#' || (*url == '/' && url[1] != '/' && url[1] != '\\'))
		return LINK_HERE;
	size_t prefix = web_prefix(url, strlen(url));
	if (prefix && ((unsigned char)url[prefix] >= 0x80 || isalnum((unsigned char)url[prefix]) ||
			      url[prefix] == '['))
		return LINK_AWAY;
	if (strncasecmp(url, "mailto:", 7) == 0 || strncasecmp(url, "tel:", 4) == 0)
		return LINK_CALL;
	return LINK_WORDS;
}

/* Printable ASCII that may stand in an address; brackets are counted by the caller. */
static bool may_stand(char c)
{
	return c > 0x20 && c < 0x7F && !strchr("<>\"`|\\", c);
}

size_t markdown_link_length(const char *s, const char *end)
{
	size_t prefix = web_prefix(s, (size_t)(end - s));
	if (!prefix || !isalnum((unsigned char)s[prefix]))
		return 0;
	const char *p = s + prefix;
	int round = 0, square = 0;
	for (; p < end && may_stand(*p); p++) {
		round += (*p == '(') - (*p == ')');
		square += (*p == '[') - (*p == ']');
		if (round < 0 || square < 0)
			break;
	}
	while (p > s + prefix && strchr("?!.,:;*~'([", p[-1]))
		p--;
	return (size_t)(p - s);
}

static void href(struct out *o, const char *url, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)url[i] <= 0x20 || url[i] == '\\')
			out_format(o, "%%%02X", (unsigned)(unsigned char)url[i]);
		else
			markdown_escape(o, url + i, 1);
	}
}

void markdown_link_open(struct out *o, const char *url, size_t len, const char *title)
{
	out_text(o, "<a href=\"");
	if (strncasecmp(url, "www.", 4) == 0)
		out_text(o, "https://");
	href(o, url, len);
	out_char(o, '"');
	if (title && *title) {
		out_text(o, " title=\"");
		markdown_escape(o, title, strlen(title));
		out_char(o, '"');
	}
	if (web_prefix(url, len))
		out_text(o, " rel=\"nofollow noopener noreferrer\"");
	out_char(o, '>');
}
