#include "desk.h"

struct url desk_unit_url(struct arena *a, const char *code, const char *week)
{
	struct out o = out_new(a);
	out_text(&o, "/units/");
	html_part(&o, code);
	out_format(&o, "?week=%s", week);
	return (struct url){ out_string(&o) };
}

struct url desk_write_url(struct arena *a, const char *week)
{
	return (struct url){ arena_format(a, "/write?week=%s", week) };
}

struct url desk_reflection_url(struct arena *a, struct reflection_id id)
{
	return (struct url){ arena_format(a, "/reflections/%ld", (long)id.n) };
}

struct url desk_topics_url(void)
{
	return (struct url){ "/topics" };
}

struct url desk_answers_url(void)
{
	return (struct url){ "/answers" };
}

struct url desk_point_url(struct arena *a, struct point_id id)
{
	return (struct url){ arena_format(a, "/points/%ld#remarks", (long)id.n) };
}

struct url desk_guide_url(struct arena *a, struct topic_id topic)
{
	return (struct url){ arena_format(a, "/topics/%ld#guide", (long)topic.n) };
}

struct url desk_asks_url(void)
{
	return (struct url){ "/asks" };
}

struct url desk_bulletin_url(struct arena *a, struct bulletin_id id)
{
	return (struct url){ arena_format(a, "/bulletins/%ld", (long)id.n) };
}

struct url desk_bulletin_edit_url(struct arena *a, struct bulletin_id id)
{
	return (struct url){ id.n ? arena_format(a, "/bulletins/%ld/edit", (long)id.n)
				  : "/bulletins" };
}
