#include "workbench.h"

const char *workbench_sum(struct out *o, const struct handled_counts *c)
{
	/* Translators: all, then distilled, merged, left with a reason, not handled. */
	return html_format(o,
		n_("%ld point: %ld distilled, %ld merged, %ld left with a reason, %ld to do",
			"%ld points: %ld distilled, %ld merged, %ld left with a reason, %ld to do",
			c->points),
		(long)c->points, (long)(c->of[CITED] + c->of[PLACED]), (long)c->of[MERGED],
		(long)c->of[LEFT], (long)c->of[OPEN]);
}

const char *workbench_handled_word(enum handled h)
{
	static const char *const words[HANDLINGS] = { N_("merged"), N_("cited"),
		N_("left with a reason"), N_("beside its topic's text"), N_("to do") };
	return _(words[h]);
}

const char *workbench_topic_name(const struct topic *t)
{
	return t ? point_topic_name(t) : _("Not classified yet");
}

const char *workbench_scope(struct out *o, const struct topic *t)
{
	return t ? html_format(o, "%ld", (long)t->id.n) : "none";
}

struct url workbench_url(
	struct arena *a, const char *unit_code, const char *week, const char *scope)
{
	struct out o = out_new(a);
	out_text(&o, "/units/");
	html_part(&o, unit_code);
	out_format(&o, "/workbench?week=%s&topic=%s", week, scope);
	return (struct url){ out_string(&o) };
}
