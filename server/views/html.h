/*
 * html: how a page prints a value, by its type and its place. Templates (tools/tmplc.c) use the
 * PRINT macros; a type that has no business at a place does not compile there.
 */
#ifndef VIEWS_HTML_H
#define VIEWS_HTML_H

#include "base/out.h"
#include "base/safe.h"
#include "doors/i18n.h"

/* An address of ours, or one that was checked: it never begins with javascript: and the like.
 * Made by views/ only. */
struct url {
	const char *address;
};

void html_text(struct out *o, const char *s); /* & < > " ' escaped; NULL prints nothing */
void html_safe(struct out *o, struct safe s);
void html_url(struct out *o, struct url u);
/* One segment of a path, or one value of a query: percent-encoded. "." and ".." print nothing,
 * since browsers walk up on them however they are encoded. */
void html_part(struct out *o, const char *s);
void html_integer(struct out *o, long long n);
void html_natural(struct out *o, unsigned long long n);

/* "%ld points" and the like filled in; printed escaped, like any text. */
const char *html_format(struct out *o, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The address of a file in templates/static/ (or of a packaged one): html_static("site.css"). */
struct url html_static(const char *name);

/* <svg> of a name in templates/static/icons.txt; hidden from screen readers, so say it in words
 * too. */
struct safe html_icon(struct out *o, const char *name);

#define HTML_NUMBERS                                                                               \
	int : html_integer,                                                                        \
	      long : html_integer,                                                                 \
		     long long : html_integer,                                                     \
				 unsigned : html_natural,                                          \
					    unsigned long : html_natural,                          \
							    unsigned long long : html_natural

#define PRINT(o, x)                                                                                \
	_Generic((x), char *: html_text, const char *: html_text, struct safe: html_safe,          \
		HTML_NUMBERS)((o), (x))
#define PRINT_VALUE(o, x)                                                                          \
	_Generic((x), char *: html_text, const char *: html_text, struct url: html_url,            \
		HTML_NUMBERS)((o), (x))
#define PRINT_PART(o, x)                                                                           \
	_Generic((x), char * : html_part, const char * : html_part, HTML_NUMBERS)((o), (x))
#define PRINT_URL(o, x) _Generic((x), struct url : html_url)((o), (x))

#endif
