#include "report_take.h"

#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "paste_headline.h"

enum { LEAST_RUNES = 5 }; /* “没有” is no lesson */

static void part(struct out *o, const char *heading, const char *text)
{
	if (*text)
		out_format(o, "### %s\n%s\n\n", heading, text);
}

bool report_take(
	struct arena *a, const struct report_text *r, enum kind kind, struct paste_point *out)
{
	const char *const *f = r->field;
	const char *from = f[kind == LESSON ? REPORT_PROBLEM : REPORT_COUNTERMEASURE];
	const char *plain = text_trim(a, markdown_plain(a, from)), *rest, *dropped;
	if (text_runes(plain) < LEAST_RUNES || (kind == EXPERIENCE && text_blank(f[REPORT_EFFECT])))
		return false;
	struct out body = out_new(a);
	part(&body, _("Background"), f[REPORT_BACKGROUND]);
	part(&body, _("What happened"), f[REPORT_COURSE]);
	part(&body, _("Problem"), f[REPORT_PROBLEM]);
	part(&body, _("Countermeasure"), f[REPORT_COUNTERMEASURE]);
	part(&body, _("Effect"), f[REPORT_EFFECT]);
	*out = (struct paste_point){ .kind = kind,
		.headline = paste_headline(a, plain, &rest, &dropped),
		.body = point_text_escape(a, out_string(&body)) };
	return true;
}
