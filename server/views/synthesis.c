#include "synthesis.h"

void synthesis_json(struct json_writer *j, const struct synthesis_text *t)
{
	const struct synthesis *s = t->synthesis;
	json_begin_object(j);
	json_key_number(j, "id", s->id.n);
	json_key_number(j, "unit", s->unit.n);
	json_key_text(j, "week", t->week);
	json_key_text(j, "state", s->closed ? "closed" : "open");
	json_key_object(j, "topic");
	json_key_number(j, "id", s->topic.id.n);
	json_key_text(j, "name", point_topic_name(&s->topic));
	json_end(j);
	json_key_text(j, "body_md", s->body_md);
	json_key_text(j, "body_html", t->body.html);
	json_key_number(j, "version", s->version);
	json_key_number(j, "cites", s->cites);
	json_end(j);
}
