#include "html.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "base/embedded.h"

void html_text(struct out *o, const char *s)
{
	if (!s)
		return;
	for (;;) {
		size_t plain = strcspn(s, "&<>\"'");
		out_bytes(o, s, plain);
		s += plain;
		if (!*s)
			return;
		out_text(o, *s == '&'   ? "&amp;"
			    : *s == '<' ? "&lt;"
			    : *s == '>' ? "&gt;"
			    : *s == '"' ? "&quot;"
					: "&#39;");
		s++;
	}
}

void html_safe(struct out *o, struct safe s)
{
	out_text(o, s.html);
}

void html_url(struct out *o, struct url u)
{
	html_text(o, u.address);
}

void html_part(struct out *o, const char *s)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
	if (!s || strcmp(s, ".") == 0 || strcmp(s, "..") == 0)
		return;
	for (; *s; s++) {
		if (strchr(plain, *s))
			out_char(o, *s);
		else
			out_format(o, "%%%02X", (unsigned char)*s);
	}
}

void html_integer(struct out *o, long long n)
{
	out_long(o, (long)n);
}

void html_natural(struct out *o, unsigned long long n)
{
	out_format(o, "%llu", n);
}

const char *html_format(struct out *o, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *s = arena_vformat(o->arena, format, args);
	va_end(args);
	return s;
}

struct url html_static(const char *name)
{
	char full[128] = "static/";
	strncat(full, name, sizeof full - 8);
	const struct embedded *e = embedded_find(full);
	assert(e && e->url);
	return (struct url){ e->url };
}

struct safe html_icon(struct out *o, const char *name)
{
	return (struct safe){ arena_format(o->arena,
		"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"%s#%s\"></use></svg>",
		html_static("icons.svg").address, name) };
}
