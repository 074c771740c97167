#include "version.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void version_tell(struct visit *v, int64_t version)
{
	response_header(v->out, "ETag", arena_format(v->work.arena, "\"%ld\"", (long)version));
}

int64_t version_asked(const struct visit *v, int64_t otherwise)
{
	const char *s = request_header(v->in, "If-Match");
	if (!s || text_same(s, "*"))
		return otherwise;
	size_t len = strlen(s);
	bool ours = len > 2 && len < 12 && s[0] == '"' && s[len - 1] == '"' && s[1] != '0' &&
		    strspn(s + 1, "0123456789") == len - 2;
	return ours ? strtoll(s + 1, NULL, 10) : INT64_MAX;
}

enum outcome version_stale(struct visit *v, int64_t version, const char *yours, const char *theirs)
{
	if (version)
		version_tell(v, version);
	struct json_writer j = visit_json(v, 412);
	json_begin_object(&j);
	json_key_text(&j, "type", "about:blank");
	json_key_text(&j, "title", _("Changed meanwhile"));
	json_key_number(&j, "status", 412);
	json_key_text(&j, "detail",
		_("Another version is there than the one you name. Both texts are here: decide, "
		  "and send it again with the new ETag."));
	json_key_number(&j, "version", version);
	json_key_text(&j, "yours", yours);
	json_key_text(&j, "theirs", theirs);
	json_key_array(&j, "errors");
	json_end(&j);
	json_end(&j);
	return DONE;
}
