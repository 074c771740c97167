#include "form.h"

#include <string.h>
#include <strings.h>

#include "list.h"
#include "text.h"

enum { BOUNDARY_MOST = 70, PART_HEADERS_MOST = 4096 };

bool form_is(const char *media_type, const char *content_type)
{
	if (!content_type)
		return false;
	size_t len = strlen(media_type);
	return !strncasecmp(content_type, media_type, len) &&
	       (!content_type[len] || strchr("; \t", content_type[len]));
}

/*
 * The value of a parameter such as boundary="…" in a header's value, or NULL. Quotes are taken off;
 * inside them a backslash stands for itself unless a quote follows (browsers write %22 for a quote,
 * and an old one's C:\path must stay whole).
 */
static const char *parameter(struct arena *a, const char *s, const char *name)
{
	size_t name_len = strlen(name);
	while ((s = strchr(s, ';'))) {
		s += 1 + strspn(s + 1, " \t");
		bool found = !strncasecmp(s, name, name_len) && s[name_len] == '=';
		size_t key = strcspn(s, "=;");
		if (s[key] != '=')
			continue;
		s += key + 1;
		if (*s != '"') {
			size_t len = strcspn(s, "; \t");
			if (found)
				return arena_copy(a, s, len);
			continue;
		}
		char *value = arena_alloc(a, strlen(s)), *to = value;
		for (s++; *s && *s != '"'; s++) {
			if (s[0] == '\\' && s[1] == '"')
				s++;
			*to++ = *s;
		}
		if (!*s)
			return NULL;
		if (found)
			return value;
	}
	return NULL;
}

/* One part's headers, CR LF between them: the field's name, file name and type. */
static bool part_headers(
	struct arena *a, const char *s, size_t len, struct field *f, const char **why)
{
	if (len > PART_HEADERS_MOST || !text_valid(s, len, NULL) || memchr(s, 0, len)) {
		*why = "a part of the form with bad headers";
		return false;
	}
	const char *end = s + len;
	while (s < end) {
		const char *eol = memmem(s, (size_t)(end - s), "\r\n", 2);
		size_t line_len = (size_t)((eol ? eol : end) - s);
		const char *line = arena_copy(a, s, line_len);
		s += line_len + (eol ? 2 : 0);
		const char *value = strchr(line, ':');
		if (!value) {
			*why = "a part of the form with bad headers";
			return false;
		}
		value += 1 + strspn(value + 1, " \t");
		if (!strncasecmp(line, "content-disposition:", 20) && form_is("form-data", value)) {
			f->name = parameter(a, value, "name");
			f->file_name = parameter(a, value, "filename");
		} else if (!strncasecmp(line, "content-type:", 13)) {
			f->type = value;
		}
	}
	if (!f->name) {
		*why = "a part of the form without a name";
		return false;
	}
	return true;
}

static enum form_outcome multipart(struct arena *a, const char *boundary, const char *body,
	size_t len, struct fields *fields, const char **why)
{
	const char *mark = arena_format(a, "\r\n--%s", boundary), *end = body + len;
	size_t mark_len = strlen(mark);
	*why = "a form that is cut off or broken";
	/* The first boundary has no line end before it; a preamble is not accepted. */
	if (len < mark_len - 2 || memcmp(body, mark + 2, mark_len - 2))
		return FORM_BAD;
	const char *s = body + mark_len - 2;
	while (end - s >= 2 && !memcmp(s, "\r\n", 2)) {
		s += 2;
		const char *blank = memmem(s, (size_t)(end - s), "\r\n\r\n", 4);
		if (!blank)
			return FORM_BAD;
		struct field f = { 0 };
		if (!part_headers(a, s, (size_t)(blank - s), &f, why))
			return FORM_BAD;
		*why = "a form that is cut off or broken";
		/* From the blank line on, so that an empty value's boundary is found. */
		const char *stop = memmem(blank + 2, (size_t)(end - blank - 2), mark, mark_len);
		if (!stop)
			return FORM_BAD;
		s = stop + mark_len;
		const char *value = blank + 4;
		f.len = stop > value ? (size_t)(stop - value) : 0;
		f.value = arena_copy(a, value, f.len);
		if (!f.file_name &&
			(!text_valid(f.value, f.len, NULL) || memchr(f.value, 0, f.len))) {
			*why = "text that is not UTF-8";
			return FORM_BAD;
		}
		if (fields->count == FIELDS_MOST) {
			*why = "too many fields";
			return FORM_BAD;
		}
		if (!f.file_name)
			f.type = NULL;
		*LIST_ADD(a, fields) = f;
	}
	if (end - s < 2 || memcmp(s, "--", 2))
		return FORM_BAD;
	*why = NULL;
	return FORM_READ;
}

enum form_outcome form_parse(struct arena *a, const char *content_type, const char *body,
	size_t len, struct fields *fields, const char **why)
{
	*fields = (struct fields){ 0 };
	*why = NULL;
	if (!len && !content_type)
		return FORM_READ;
	if (form_is("application/x-www-form-urlencoded", content_type))
		return uri_parse_body(a, body, len, fields, why) ? FORM_READ : FORM_BAD;
	if (!form_is("multipart/form-data", content_type)) {
		*why = "a body that is not a form";
		return FORM_TYPE;
	}
	const char *boundary = parameter(a, content_type, "boundary");
	if (!boundary || !*boundary || strlen(boundary) > BOUNDARY_MOST) {
		*why = "a form without a boundary";
		return FORM_BAD;
	}
	return multipart(a, boundary, body, len, fields, why);
}
