#include "story.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "point.h"

const char *story_outcome_word(const char *outcome)
{
	if (!outcome)
		return NULL;
	return text_same(outcome, "success")   ? c_("story", "Success")
	       : text_same(outcome, "failure") ? c_("story", "Failure")
					       : c_("story", "Mixed");
}

static void json_lines(struct json_writer *j, const char *key, const char *lines)
{
	json_key_array(j, key);
	for (const char *p = lines; p && *p;) {
		size_t len = strcspn(p, "\n");
		json_bytes(j, p, len);
		p += len + (p[len] == '\n');
	}
	json_end(j);
}

static void brief(struct json_writer *j, const struct story *s)
{
	json_key_number(j, "id", s->id.n);
	json_key_text(j, "title", s->title);
	json_key_text(j, "outcome", s->outcome);
	json_key_text(j, "state", s->published ? "published" : "draft");
	point_json_topics(j, &s->topics);
	json_lines(j, "units", s->units);
	json_lines(j, "people", s->people);
	json_key_number(j, "version", s->version);
	json_key_number(j, "changed_at", s->changed_at);
	json_key(j, "published_at");
	if (s->published_at)
		json_number(j, s->published_at);
	else
		json_nothing(j);
}

void story_json(struct json_writer *j, const struct story *s)
{
	json_begin_object(j);
	brief(j, s);
	json_end(j);
}

void story_json_whole(struct json_writer *j, const struct story_view *v)
{
	json_begin_object(j);
	brief(j, v->story);
	json_key_array(j, "writers");
	LIST_EACH (const struct story_writer, w, &v->writers)
		json_text(j, w->name);
	json_end(j);
	json_key_array(j, "sources");
	LIST_EACH (const struct story_source, s, &v->sources)
		json_number(j, s->point.n);
	json_end(j);
	json_key_text(j, "body_md", v->story->body_md);
	json_key_text(j, "body_html", v->body.html);
	json_end(j);
}
