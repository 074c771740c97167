#include "minutes.h"

#include <string.h>

#include "base/list.h"
#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "meeting_words.h"
#include "point_text.h"
#include "report_text.h"

/* On one line, and no heading or list of its own: what people typed is text here. */
static void words(struct out *o, const char *text)
{
	for (const char *p = text; p && *p; p++) {
		if (*p == '\n' || *p == '\r')
			out_char(o, ' ');
		else if (strchr("\\`*_[]<>#", *p))
			out_format(o, "\\%c", *p);
		else
			out_char(o, *p);
	}
}

static void item(struct out *o, const char *label, const char *text)
{
	if (!text || !*text)
		return;
	out_format(o, "- **%s** ", label);
	words(o, text);
	out_char(o, '\n');
}

static void names(struct out *o, const char *label, const struct meeting_people *all, bool present)
{
	const char *between = NULL;
	LIST_EACH (const struct meeting_person, p, all) {
		if (!p->said || p->present != present)
			continue;
		if (between)
			out_text(o, between);
		else
			out_format(o, "%s: ", label);
		words(o, p->name);
		between = c_("between names", ", ");
	}
	if (between)
		out_text(o, "\n\n");
}

/* what, by whom, until when */
static const char *step_words(struct arena *a, const struct review *v)
{
	struct out o = out_new(a);
	out_text(&o, v->step);
	if (v->step_name)
		out_format(&o, " · %s", v->step_name);
	if (v->step_until)
		out_format(&o, " · %s",
			arena_format(a, _("until %s"), report_text_day_name(a, v->step_until)));
	return out_string(&o);
}

static void agreed(struct arena *a, struct out *o, const struct record *r)
{
	if (!r->agreed.count)
		return;
	out_format(o, "## %s\n\n", _("What was agreed last time"));
	LIST_EACH (const struct review, v, &r->agreed) {
		out_text(o, "- ");
		words(o, step_words(a, v));
		if (v->told)
			out_format(o, " → **%s** ", step_result_word(v->result));
		if (v->told && v->result_text)
			words(o, v->result_text);
		out_char(o, '\n');
	}
	out_char(o, '\n');
}

static void reviewed(struct arena *a, struct out *o, const struct record_review *x)
{
	const struct review *v = &x->review;
	out_text(o, "### ");
	if (v->headline)
		words(o, v->headline);
	out_format(o, " (%s)", arena_format(a, _("No. %ld"), (long)v->point.n));
	if (v->author_name) {
		out_text(o, " · ");
		words(o, v->author_name);
	}
	out_text(o, "\n\n");
	item(o, _("Purpose"), v->purpose);
	item(o, _("Plan"), v->plan);
	item(o, _("What happened"), v->happened);
	item(o, _("Where the two parted"), v->difference);
	LIST_EACH (const struct remark, m, &x->remarks)
		item(o,
			m->kind == REMARK_WHY      ? _("Why?")
			: m->kind == REMARK_ANSWER ? _("Because")
						   : _("Advice"),
			m->text);
	if (*v->step)
		item(o, _("Next step"), step_words(a, v));
	out_char(o, '\n');
}

static void answered(struct arena *a, struct out *o, const struct record *r)
{
	int last = -1;
	LIST_EACH (const struct meeting_line, l, &r->lines) {
		if ((int)l->question != last)
			out_format(
				o, "%s## %s\n\n", last < 0 ? "" : "\n", question_word(l->question));
		last = (int)l->question;
		out_text(o, "- ");
		words(o, l->text);
		if (l->name)
			out_format(o, " (%s)", l->name);
		if (l->point.n)
			out_format(
				o, " → %s", arena_format(a, _("point no. %ld"), (long)l->point.n));
		if (l->ask.n)
			out_format(o, " → %s", _("asked for"));
		if (l->topic.n) {
			out_text(o, " → ");
			words(o, text_same(i18n_language(), "zh") ? l->topic_zh : l->topic_en);
		}
		out_char(o, '\n');
	}
	if (last >= 0)
		out_char(o, '\n');
}

const char *minutes_text(struct arena *a, const struct record *r)
{
	const struct meeting *m = r->meeting;
	struct out o = out_new(a);
	out_format(&o, "# %s · ", meeting_kind_word(m->kind));
	words(&o, m->unit_name);
	out_format(&o, " · %s\n\n", meeting_day_words(a, m->day));
	out_text(&o, meeting_length_word(m->length));
	if (m->task_name) {
		out_text(&o, " · ");
		words(&o, m->task_name);
	}
	out_text(&o, "\n\n");
	names(&o, _("Here"), &r->people, true);
	names(&o, _("Absent"), &r->people, false);
	agreed(a, &o, r);
	if (r->reviews.count)
		out_format(&o, "## %s\n\n", _("In depth"));
	LIST_EACH (const struct record_review, x, &r->reviews)
		reviewed(a, &o, x);
	answered(a, &o, r);
	if (*m->notes)
		out_format(&o, "## %s\n\n%s\n", _("Notes"), point_text_escape(a, m->notes));
	return out_string(&o);
}

/* Lines on paper, in two columns at the usual size (site.css). */
enum { LINE_RUNES = 26, PAGE_LINES = 96 };

bool minutes_are_long(const char *text)
{
	size_t lines = 0;
	while (*text) {
		size_t runes = 0, len = strcspn(text, "\n");
		for (size_t i = 0; i < len; i++)
			runes += ((unsigned char)text[i] & 0xC0) != 0x80;
		lines += (runes + LINE_RUNES - 1) / LINE_RUNES;
		text += len + (text[len] == '\n');
	}
	return lines > PAGE_LINES;
}
