/* Embedded files, the icon, and the sign of life. */
#include <string.h>

#include "base/embedded.h"
#include "base/text.h"

#include "handlers.h"

enum outcome health_show(struct visit *v)
{
	struct json_writer j = visit_json(v, 200);
	json_begin_object(&j);
	json_key_text(&j, "status", "ok");
	json_end(&j);
	return DONE;
}

static enum outcome show(struct visit *v, const struct embedded *file)
{
	if (!file || !file->type)
		return NOT_FOUND;
	const char *accept = request_header(v->in, "Accept-Encoding");
	bool zipped = file->gzip && accept && strstr(accept, "gzip");
	const char *etag = arena_format(v->work.arena, "\"%s%s\"", file->hash, zipped ? "-gz" : "");
	bool hashed = text_same(file->url, v->in->path);
	response_header(v->out, "Cache-Control",
		hashed ? "public, max-age=31536000, immutable" : "no-cache");
	response_header(v->out, "ETag", etag);
	if (text_same(request_header(v->in, "If-None-Match"), etag)) {
		v->out->status = 304;
		return DONE;
	}
	response_header(v->out, "Content-Type", file->type);
	if (zipped)
		response_header(v->out, "Content-Encoding", "gzip");
	v->out->asset = zipped ? file->gzip : file->data;
	v->out->asset_len = zipped ? file->gzip_len : file->len;
	return DONE;
}

enum outcome static_show(struct visit *v)
{
	return show(v, embedded_at(v->in->path));
}

enum outcome static_favicon(struct visit *v)
{
	return show(v, embedded_find("static/favicon.svg"));
}
