#include "rollup_csv.h"

#include "base/list.h"
#include "doors/csv.h"

static void head(struct out *o)
{
	static const char *const names[] = { N_("No."), N_("Week"), N_("Team"), N_("Author"),
		N_("Kind"), N_("Topics"), N_("Headline"), N_("Text"), N_("Handed in"), N_("Late"),
		N_("Highlight"), N_("Merged into") };
	csv_bom(o);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		csv_field(o, _(names[i]));
	csv_end(o);
}

static const char *topics_of(struct visit *v, const struct rollup_line *l)
{
	struct out o = out_new(v->work.arena);
	LIST_EACH (const struct topic, t, &l->topics)
		out_format(&o, "%s%s", o.len ? _(", ") : "", point_topic_name(t));
	return out_string(&o);
}

static void line(struct visit *v, struct out *o, const struct rollup_view *view,
	const struct rollup_line *l, const struct rollup_line *lead)
{
	csv_field_long(o, (long)l->id.n);
	csv_field(o, view->week);
	csv_field(o, l->team_name);
	csv_field(o, rollup_author(o, l));
	csv_field(o, point_kind_word(l->kind));
	csv_field(o, topics_of(v, l));
	csv_field(o, l->headline);
	csv_field(o, l->body_md);
	csv_field(o, visit_date(v, l->submitted_at));
	csv_field(o, l->late ? _("late") : "");
	csv_field(o, l->highlight);
	if (lead)
		csv_field_long(o, (long)lead->id.n);
	else
		csv_field(o, "");
	csv_end(o);
}

static void text(struct visit *v, struct out *o, const struct synthesis_text *s)
{
	csv_field(o, "");
	csv_field(o, s->week);
	csv_field(o, s->synthesis->unit_name);
	csv_field(o, s->synthesis->changed_by);
	csv_field(o, _("What it comes to"));
	csv_field(o, point_topic_name(&s->synthesis->topic));
	csv_field(o, "");
	csv_field(o, s->synthesis->body_md);
	csv_field(o, visit_date(v, s->synthesis->changed_at));
	for (int i = 0; i < 3; i++)
		csv_field(o, "");
	csv_end(o);
}

enum outcome rollup_csv(struct visit *v, const struct rollup_view *view)
{
	struct out *o = &v->out->body;
	bool *written = ARENA_MANY(v->work.arena, bool, view->lines.count + 1);
	head(o);
	LIST_EACH (const struct order_group, g, &view->groups)
		LIST_EACH (const struct order_entry, e, &g->entries) {
			size_t at = (size_t)(e->line - view->lines.items);
			if (written[at])
				continue;
			written[at] = true;
			line(v, o, view, e->line, NULL);
			for (size_t i = 0; i < e->merged.count; i++)
				line(v, o, view, e->merged.items[i], e->line);
		}
	LIST_EACH (const struct synthesis_text, s, &view->syntheses)
		text(v, o, s);
	LIST_EACH (const struct synthesis_text, s, &view->below)
		text(v, o, s);
	response_header(v->out, "Content-Type", "text/csv; charset=utf-8");
	response_header(v->out, "Content-Disposition",
		arena_format(v->work.arena, "attachment; filename=\"rollup-%ld-%s.csv\"",
			(long)view->unit->id.n, view->week));
	return DONE;
}
