#include "feed.h"

#include "base/clock.h"
#include "base/list.h"

static void element(struct out *o, const char *name, const char *text)
{
	out_format(o, "<%s>", name);
	html_text(o, text);
	out_format(o, "</%s>\n", name);
}

static void moment(struct out *o, const char *name, int64_t at)
{
	element(o, name, clock_rfc3339(o->arena, at));
}

static void link(struct out *o, const char *rel, const char *type, const char *address)
{
	out_format(o, "<link rel=\"%s\" type=\"%s\" href=\"", rel, type);
	html_text(o, address);
	out_text(o, "\"/>\n");
}

/* A correction is the same entry, updated; its text begins with what was corrected. */
static void entry(struct out *o, const struct feed_view *f, const struct feed_entry *x)
{
	const struct bulletin_edition *e = x->edition;
	const char *address = html_format(o, "%s/bulletins/%ld", f->base, (long)e->id.n);
	struct out note = out_new(o->arena);
	if (e->note) {
		out_text(&note, "<p><b>");
		html_text(&note, _("Corrected:"));
		out_text(&note, "</b> ");
		html_text(&note, e->note);
		out_text(&note, "</p>");
	}
	out_text(o, "<entry>\n");
	element(o, "id", address);
	element(o, "title", html_format(o, _("Number %ld: %s"), (long)e->id.n, e->title));
	moment(o, "published", e->first_at);
	moment(o, "updated", e->published_at);
	link(o, "alternate", "text/html", address);
	out_text(o, "<content type=\"html\">");
	html_text(o, out_string(&note));
	html_text(o, x->html);
	out_text(o, "</content>\n</entry>\n");
}

void feed_atom(struct out *o, const struct feed_view *v)
{
	out_text(o, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
		    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
	html_text(o, i18n_tag());
	out_text(o, "\" xml:base=\"");
	html_text(o, v->base);
	out_text(o, "/\">\n");
	element(o, "id", html_format(o, "%s/bulletins", v->base));
	element(o, "title", v->title);
	moment(o, "updated", v->updated);
	out_text(o, "<author>");
	element(o, "name", v->author);
	out_text(o, "</author>\n");
	link(o, "self", "application/atom+xml", v->self);
	link(o, "alternate", "text/html", html_format(o, "%s/bulletins", v->base));
	LIST_EACH (const struct feed_entry, e, &v->entries)
		entry(o, v, e);
	out_text(o, "</feed>\n");
}
