#include "uri.h"

#include <string.h>

#include "list.h"
#include "text.h"

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

enum part { PATH, QUERY, BODY };

/* May this byte come out of decoding? */
static bool allowed(unsigned char c, enum part part)
{
	if (part == BODY)
		return c != 0;
	if (part == QUERY && (c == '\t' || c == '\n' || c == '\r'))
		return true;
	return c >= 0x20 && c != 0x7F;
}

/* May it stand there unencoded? In a body written by hand blanks do. */
static bool allowed_raw(unsigned char c, enum part part)
{
	return part == BODY ? c != 0 : c > 0x20 && c != 0x7F;
}

/* Decodes len bytes; NULL and *why when they are refused. */
static char *decode(struct arena *a, const char *s, size_t len, enum part part, size_t *out_len,
	const char **why)
{
	char *text = arena_alloc(a, len + 1);
	size_t n = 0;
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];
		if (!allowed_raw(c, part)) {
			*why = part == BODY ? "a NUL in the form"
					    : "a blank or control character in the address";
			return NULL;
		}
		if (c == '+' && part != PATH) {
			c = ' ';
		} else if (c == '%') {
			int high = i + 2 < len ? hex(s[i + 1]) : -1;
			int low = i + 2 < len ? hex(s[i + 2]) : -1;
			if (high < 0 || low < 0) {
				*why = "a % without two hexadecimal digits";
				return NULL;
			}
			c = (unsigned char)(high << 4 | low);
			i += 2;
			if (!allowed(c, part)) {
				*why = "an encoded control character";
				return NULL;
			}
			if (c == '/' && part == PATH) {
				*why = "an encoded slash in the path";
				return NULL;
			}
		}
		text[n++] = (char)c;
	}
	if (!text_valid(text, n, NULL)) {
		*why = "bytes that are not UTF-8";
		return NULL;
	}
	*out_len = n;
	return text;
}

static bool has_dot_segment(const char *path)
{
	for (const char *p = path; (p = strchr(p, '/')); p++) {
		size_t len = strcspn(p + 1, "/");
		if ((len == 1 && p[1] == '.') || (len == 2 && p[1] == '.' && p[2] == '.'))
			return true;
	}
	return false;
}

static bool parse_fields(struct arena *a, const char *text, size_t len, enum part part,
	struct fields *query, const char **why)
{
	const char *end = text + len;
	while (text < end) {
		const char *amp = memchr(text, '&', (size_t)(end - text));
		const char *stop = amp ? amp : end;
		if (stop > text) {
			if (query->count == FIELDS_MOST) {
				*why = "too many fields";
				return false;
			}
			const char *equals = memchr(text, '=', (size_t)(stop - text));
			const char *name_end = equals ? equals : stop;
			const char *value = equals ? equals + 1 : stop;
			struct field f = { 0 };
			size_t name_len;
			f.name = decode(a, text, (size_t)(name_end - text), part, &name_len, why);
			if (!f.name)
				return false;
			f.value = decode(a, value, (size_t)(stop - value), part, &f.len, why);
			if (!f.value)
				return false;
			*LIST_ADD(a, query) = f;
		}
		text = stop + 1;
	}
	return true;
}

bool uri_parse(struct arena *a, const char *target, const char **path, struct fields *query,
	const char **why)
{
	*query = (struct fields){ 0 };
	if (target[0] != '/') {
		*why = "an address that does not begin with /";
		return false;
	}
	if (strchr(target, '#')) {
		*why = "a # in the address";
		return false;
	}
	size_t len = strcspn(target, "?"), path_len;
	char *decoded = decode(a, target, len, PATH, &path_len, why);
	if (!decoded)
		return false;
	if (has_dot_segment(decoded)) {
		*why = "a . or .. in the path";
		return false;
	}
	*path = decoded;
	if (!target[len])
		return true;
	const char *text = target + len + 1;
	return parse_fields(a, text, strlen(text), QUERY, query, why);
}

bool uri_parse_body(
	struct arena *a, const char *text, size_t len, struct fields *fields, const char **why)
{
	*fields = (struct fields){ 0 };
	return parse_fields(a, text, len, BODY, fields, why);
}

const struct field *fields_next(const struct fields *f, const char *name, const struct field *last)
{
	for (const struct field *p = last ? last + 1 : f->items; p < f->items + f->count; p++)
		if (!strcmp(p->name, name))
			return p;
	return NULL;
}

const struct field *fields_find(const struct fields *f, const char *name)
{
	return fields_next(f, name, NULL);
}

const char *fields_value(const struct fields *f, const char *name)
{
	const struct field *p = NULL;
	while ((p = fields_next(f, name, p)))
		if (!p->file_name)
			return p->value;
	return NULL;
}

void uri_encode(struct out *o, const char *s)
{
	static const char digits[] = "0123456789ABCDEF";
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
			strchr("-._~", c)) {
			out_char(o, *s);
			continue;
		}
		char code[3] = { '%', digits[c >> 4], digits[c & 15] };
		out_bytes(o, code, 3);
	}
}
