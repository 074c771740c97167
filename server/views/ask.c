#include "ask.h"

#include "base/list.h"
#include "base/text.h"

static const char *const states[ASK_STATES] = {
	[ASK_OPEN] = N_("Waiting for an answer"),
	[ASK_ANSWERED] = N_("Answered"),
	[ASK_CONFIRMED] = N_("It helped"),
	[ASK_CLOSED] = N_("Closed"),
	[ASK_WITHDRAWN] = N_("Withdrawn"),
};

static const struct {
	const char *deed, *words;
} deeds[] = {
	{ "asked", N_("%s asked") },
	{ "climbed", N_("Nobody answered in time: it went up to %s") },
	{ "answered", N_("%s gave an answer") },
	{ "confirmed", N_("%s says: it helped") },
	{ "reopened", N_("%s says: it did not help") },
	{ "closed", N_("%s closed it") },
	{ "withdrawn", N_("%s took it back") },
	{ "shared", N_("%s made it an answer for all") },
};

const char *ask_kind_word(enum ask_kind k)
{
	return k == ASK_HELP ? _("Help wanted") : _("Decision wanted");
}

const char *ask_state_word(enum ask_state s)
{
	return _(states[s]);
}

const char *ask_deed_word(const char *deed)
{
	for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
		if (text_same(deeds[i].deed, deed))
			return _(deeds[i].words);
	return "%s";
}

const char *ask_topic_name(const struct ask *a)
{
	return text_same(i18n_language(), "zh") ? a->topic_zh : a->topic_en;
}

void ask_json(struct json_writer *j, const struct ask *a, const struct ask_steps *steps)
{
	json_begin_object(j);
	json_key_number(j, "id", a->id.n);
	json_key_text(j, "kind", ask_kind_name(a->kind));
	if (a->headline)
		json_key_number(j, "point", a->point.n);
	if (a->day)
		json_key_number(j, "report", a->report.n);
	if (a->meeting.n)
		json_key_number(j, "meeting", a->meeting.n);
	if (a->topic.n)
		json_key_number(j, "topic", a->topic.n);
	if (a->name)
		json_key_text(j, "author", a->name);
	json_key_text(j, "text", a->text);
	json_key_number(j, "unit", a->unit.n);
	json_key_text(j, "state", ask_state_name(a->state));
	json_key_number(j, "due_at", a->due_at);
	json_key_bool(j, "named", a->named);
	if (steps) {
		json_key_array(j, "steps");
		LIST_EACH (const struct ask_step, s, steps) {
			json_begin_object(j);
			json_key_text(j, "deed", s->deed);
			if (s->name)
				json_key_text(j, "by", s->name);
			json_key_text(j, "unit", s->unit_name);
			if (s->text)
				json_key_text(j, "text", s->text);
			json_key_number(j, "at", s->at);
			json_end(j);
		}
		json_end(j);
	}
	json_end(j);
}
