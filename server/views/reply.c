#include "reply.h"

#include "point.h"

void reply_json(struct json_writer *j, const struct reply *r, struct safe body)
{
	json_begin_object(j);
	json_key_number(j, "id", r->id.n);
	json_key_text(j, "question", r->question);
	json_key_text(j, "body_md", r->body_md);
	json_key_text(j, "body_html", body.html);
	point_json_topics(j, &r->topics);
	if (r->asker)
		json_key_text(j, "asker", r->asker);
	json_key_bool(j, "withdrawn", r->withdrawn);
	json_key_number(j, "version", r->version);
	json_key_number(j, "created_at", r->created_at);
	json_key_number(j, "changed_at", r->changed_at);
	json_end(j);
}
