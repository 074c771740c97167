/* What is asked of a request, and told a response. */
#include "http_inner.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/list.h"

const char *request_header(const struct request *r, const char *name)
{
	for (size_t i = 0; i < r->header_count; i++)
		if (!strcasecmp(r->headers[i].name, name))
			return r->headers[i].value;
	return NULL;
}

const char *request_query(const struct request *r, const char *name)
{
	return fields_value(&r->query, name);
}

/* Browsers send one Cookie header; a proxy may have split it. */
const char *request_cookie(const struct request *r, const char *name)
{
	size_t name_len = strlen(name);
	for (size_t i = 0; i < r->header_count; i++) {
		if (strcasecmp(r->headers[i].name, "Cookie") != 0)
			continue;
		const char *s = r->headers[i].value;
		while (*s) {
			s += strspn(s, "; \t");
			size_t len = strcspn(s, ";");
			if (len > name_len && !strncmp(s, name, name_len) && s[name_len] == '=') {
				const char *value = s + name_len + 1;
				size_t value_len = len - name_len - 1;
				while (value_len && strchr(" \t", value[value_len - 1]))
					value_len--;
				return arena_copy(r->arena, value, value_len);
			}
			s += len;
		}
	}
	return NULL;
}

void response_header(struct response *r, const char *name, const char *value)
{
	assert(*name && !strpbrk(name, ":\r\n \t"));
	assert(!strpbrk(value, "\r\n"));
	*LIST_ADD(r->body.arena, &r->headers) = (struct http_header){ name, value };
}
