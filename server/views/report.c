#include "report.h"

#include "base/list.h"
#include "doors/markdown.h"

static const struct {
	const char *word, *hint;
} fields[REPORT_FIELDS] = {
	[REPORT_BACKGROUND] = { N_("Background"), N_("Which customer, what stood before today") },
	[REPORT_COURSE] = { N_("What happened"), N_("Whom you met, what was said, how it ended") },
	[REPORT_KEY] = { N_("What mattered most"), N_("What decided it") },
	[REPORT_PROBLEM] = { N_("Problem"), N_("What stands in the way; “none” is an answer too") },
	[REPORT_COUNTERMEASURE] = { N_("Countermeasure"), N_("What you did about it") },
	[REPORT_EFFECT] = { N_("Effect"), N_("What came of it, in figures if there are any") },
	[REPORT_IMPROVEMENT] = { N_("To do better"), N_("What you would do otherwise") },
	[REPORT_OUTLOOK] = { N_("Risk or chance"), N_("What may come, for good or ill") },
	[REPORT_NEXT] = { N_("Next step"), N_("What, with whom, until when") },
	[REPORT_DECISION] = { N_("What should my superior decide?"),
		N_("Your manager has to answer; without an answer it goes up a level, your words "
		   "here and your name with it, not the report.") },
	[REPORT_HELP] = { N_("What help do I need?"),
		N_("Who should do what; it goes up in the same way.") },
};

static const char *const gifts[REPORT_GIFTS] = {
	[GIFT_INFORMATION] = N_("Information"),
	[GIFT_KNOWLEDGE] = N_("Knowledge"),
	[GIFT_EXPERIENCE] = N_("Experience"),
	[GIFT_COUNTERMEASURE] = N_("Countermeasure"),
	[GIFT_BELIEF] = N_("Belief"),
};

static const char *const uses[REPORT_USES] = {
	[REPORT_OFF] = N_("No daily reports"),
	[REPORT_FIELD_DAYS] = N_("Only on days in the field"),
	[REPORT_DAILY] = N_("Every working day"),
};

const char *report_field_word(enum report_field f)
{
	return _(fields[f].word);
}

const char *report_field_hint(enum report_field f)
{
	return _(fields[f].hint);
}

const char *report_gift_word(enum report_gift g)
{
	return _(gifts[g]);
}

const char *report_use_word(enum report_use u)
{
	return _(uses[u]);
}

const char *report_gives_words(struct arena *a, unsigned gives)
{
	struct out o = out_new(a);
	for (int i = 0; i < REPORT_GIFTS; i++)
		if (gives & 1U << i)
			out_format(&o, "%s%s", o.len ? c_("between names", ", ") : "",
				report_gift_word((enum report_gift)i));
	return out_string(&o);
}

struct safe report_body(
	struct arena *a, const char *text, bool (*may_see)(void *ctx, long point_number), void *ctx)
{
	return markdown_cites_filter(a, markdown_html(a, text, NULL), may_see, ctx);
}

void report_json(struct json_writer *j, struct arena *a, const struct report *r,
	const struct report_text *text, const struct asks *asks)
{
	json_begin_object(j);
	json_key_number(j, "id", r->id.n);
	json_key_text(j, "day", report_text_day_name(a, r->day));
	json_key_text(j, "author", r->name);
	json_key_number(j, "unit", r->team.n);
	json_key_number(j, "version", r->version);
	json_key_array(j, "gives");
	for (int i = 0; i < REPORT_GIFTS; i++)
		if (text->gives & 1U << i)
			json_text(j, report_gift_name((enum report_gift)i));
	json_end(j);
	json_key_object(j, "fields");
	for (int i = 0; i < REPORT_FIELDS; i++)
		if (*text->field[i])
			json_key_text(j, report_field_name((enum report_field)i), text->field[i]);
	json_end(j);
	if (asks) {
		json_key_array(j, "asks");
		LIST_EACH (const struct ask, k, asks)
			ask_json(j, k, NULL);
		json_end(j);
	}
	json_key_number(j, "submitted_at", r->submitted_at);
	json_key_number(j, "changed_at", r->changed_at);
	json_end(j);
}
