#include "headers.h"

#include <strings.h>

#include "base/text.h"

static const struct http_header always[] = {
	{ "X-Content-Type-Options", "nosniff" },
	{ "Referrer-Policy", "same-origin" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
	{ "Permissions-Policy", "camera=(), microphone=(), geolocation=()" },
	{ "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; "
				     "img-src 'self'; font-src 'self';"
				     " connect-src 'self'; form-action 'self'; base-uri 'none'; "
				     "frame-ancestors 'none'" },
};

static bool has(const struct response *out, const char *name)
{
	for (size_t i = 0; i < out->headers.count; i++)
		if (strcasecmp(out->headers.items[i].name, name) == 0)
			return true;
	return false;
}

void headers_add_always(struct response *out)
{
	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		response_header(out, always[i].name, always[i].value);
	if (!has(out, "Cache-Control"))
		response_header(out, "Cache-Control", "no-store");
}

void headers_add(struct visit *v)
{
	headers_add_always(v->out);
	response_header(v->out, "Vary", "Cookie, Authorization, Accept, Accept-Language");
	if (v->app->secure)
		response_header(v->out, "Strict-Transport-Security", "max-age=31536000");
}
