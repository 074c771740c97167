#include "search_keep.h"

#include "base/list.h"
#include "base/text.h"
#include "base/uri.h"
#include "search_inner.h"

const char *search_filters(struct arena *a, const char *const said[SEARCH_PARAMS])
{
	struct out o = out_new(a);
	for (int i = SEARCH_Q + 1; i < SEARCH_PARAMS; i++) {
		if (!*said[i])
			continue;
		out_format(&o, "%s%s=", o.len ? "&" : "", search_params[i]);
		uri_encode(&o, said[i]);
	}
	return out_string(&o);
}

struct url search_address(struct arena *a, const struct search_saved *s)
{
	struct out o = out_new(a);
	out_text(&o, "/search?");
	if (*s->words) {
		out_text(&o, "q=");
		uri_encode(&o, s->words);
		out_text(&o, *s->filters ? "&" : "");
	}
	out_text(&o, s->filters);
	return (struct url){ out_string(&o) };
}

const char *search_saved_name(struct arena *a, const struct search_saved *s)
{
	struct out o = out_new(a);
	struct fields fields = { 0 };
	const char *path, *why;
	if (!uri_parse(a, search_address(a, s).address, &path, &fields, &why))
		return s->words;
	LIST_EACH (const struct field, f, &fields) {
		if (text_same(f->name, search_params[SEARCH_BY]))
			continue;
		const char *word = text_same(f->name, search_params[SEARCH_KIND])
					   ? search_kind_word(f->value)
					   : f->value;
		if (text_same(f->name, search_params[SEARCH_FROM]))
			word = arena_format(a, _("from %s"), f->value);
		else if (text_same(f->name, search_params[SEARCH_TO]))
			word = arena_format(a, _("to %s"), f->value);
		out_format(&o, "%s%s", o.len ? " · " : "", word);
	}
	return out_string(&o);
}
