#include "change.h"

#include <string.h>

#include "base/out.h"
#include "base/text.h"

#define ARROW " → "

void change_add(
	struct arena *a, struct changes *d, const char *name, const char *from, const char *to)
{
	from = from ? from : "";
	to = to ? to : "";
	if (!text_same(from, to))
		*LIST_ADD(a, d) = (struct change_field){ name, from, to };
}

void change_add_bool(struct arena *a, struct changes *d, const char *name, bool from, bool to)
{
	change_add(a, d, name, from ? "1" : "0", to ? "1" : "0");
}

static void print_value(struct out *o, const char *value)
{
	while (*value) {
		size_t plain = strcspn(value, "\r\n\xe2");
		out_bytes(o, value, plain);
		value += plain;
		if (!*value)
			break;
		bool arrow = text_starts(value, "→");
		if (arrow || *value != '\xe2')
			out_char(o, ' ');
		else
			out_char(o, *value);
		value += arrow ? strlen("→") : 1;
	}
}

const char *change_print(struct arena *a, const struct changes *d)
{
	struct out o = out_new(a);
	LIST_EACH (const struct change_field, f, d) {
		if (o.len)
			out_char(&o, '\n');
		out_format(&o, "%s: ", f->name);
		print_value(&o, f->from);
		out_text(&o, ARROW);
		print_value(&o, f->to);
	}
	return o.len ? out_string(&o) : NULL;
}

struct changes change_parse(struct arena *a, const char *text)
{
	struct changes d = { 0 };
	while (text && *text) {
		size_t len = strcspn(text, "\n");
		char *line = arena_copy(a, text, len);
		text += len + (text[len] == '\n');
		char *colon = strstr(line, ": ");
		char *arrow = colon ? strstr(colon + 2, ARROW) : NULL;
		if (!arrow)
			continue;
		*colon = *arrow = 0;
		*LIST_ADD(a, &d) = (struct change_field){ line, colon + 2, arrow + strlen(ARROW) };
	}
	return d;
}
