#include "yaml.h"

#include <assert.h>
#include <yaml.h>

#include "base/text.h"
#include "doors/i18n.h"

struct reader {
	struct arena *arena;
	yaml_parser_t parser;
	struct yaml_map *map;
	struct yaml_entry *entry; /* whose value comes next, or whose list is open */
	struct faults *faults;
	int first_line, depth, documents;
	bool in_list, skipping; /* skipping: the value is nested too deep or has no good name */
	int skip_depth;
};

static void fault(struct reader *r, yaml_mark_t at, const char *message)
{
	fault_add_at(r->faults, r->first_line + (int)at.line, (int)at.column + 1, message);
}

static void decorated(struct reader *r, const yaml_event_t *e, const void *anchor, const void *tag)
{
	if (anchor)
		fault(r, e->start_mark,
			_("A & mark has a special meaning here: put the value in \"quotes\"."));
	if (tag)
		fault(r, e->start_mark,
			_("A ! mark has a special meaning here: put the value in \"quotes\"."));
}

static void take_name(struct reader *r, const yaml_event_t *e, const char *text)
{
	const struct yaml_entry *earlier = yaml_find(r->map, text);
	if (earlier)
		fault(r, e->start_mark,
			arena_format(r->arena, _("“%s” is there twice: keep one of them."), text));
	r->entry = LIST_ADD(r->arena, r->map);
	*r->entry = (struct yaml_entry){ .name = text,
		.line = r->first_line + (int)e->start_mark.line,
		.column = (int)e->start_mark.column + 1 };
}

static void take_scalar(struct reader *r, const yaml_event_t *e)
{
	decorated(r, e, e->data.scalar.anchor, e->data.scalar.tag);
	const char *text =
		arena_copy(r->arena, (const char *)e->data.scalar.value, e->data.scalar.length);
	if (r->depth == 0) {
		fault(r, e->start_mark,
			_("Write each line as “name: value”, with a colon and a blank between."));
		return;
	}
	if (!r->entry) {
		take_name(r, e, text);
		return;
	}
	struct yaml_value *v = LIST_ADD(r->arena, r->entry);
	*v = (struct yaml_value){ .text = text,
		.line = r->first_line + (int)e->start_mark.line,
		.column = (int)e->start_mark.column + 1 };
	if (!r->in_list)
		r->entry = NULL;
}

/* A list or a mapping begins. Depth 0 is the document, 1 its mapping, 2 a list in it. */
static void open_collection(struct reader *r, const yaml_event_t *e, bool list)
{
	if (list)
		decorated(r, e, e->data.sequence_start.anchor, e->data.sequence_start.tag);
	else
		decorated(r, e, e->data.mapping_start.anchor, e->data.mapping_start.tag);
	r->depth++;
	if (r->depth == 1 && !list)
		return;
	if (r->depth == 2 && list && r->entry) {
		r->in_list = r->entry->is_list = true;
		return;
	}
	fault(r, e->start_mark,
		r->depth == 1
			? _("Write each line as “name: value”, with a colon and a blank between.")
			: _("Only a value or a simple list of values may stand here."));
	r->skipping = true;
	r->skip_depth = r->depth;
}

static void close_collection(struct reader *r)
{
	bool skipped = r->skipping && r->depth == r->skip_depth;
	if (skipped)
		r->skipping = false;
	r->depth--;
	if (r->depth == 1) {
		/* A skipped collection in a name's place takes the value after it along. */
		static const struct yaml_entry nameless;
		if (skipped && !r->entry) {
			r->entry = ARENA_NEW(r->arena, struct yaml_entry);
			*r->entry = nameless;
		} else {
			r->entry = NULL;
		}
		r->in_list = false;
	}
}

static void take(struct reader *r, const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (++r->documents > 1)
			fault(r, e->start_mark,
				_("Only one block between --- lines may stand here."));
		if (e->data.document_start.version_directive ||
			e->data.document_start.tag_directives.start !=
				e->data.document_start.tag_directives.end)
			fault(r, e->start_mark,
				_("Delete the line that begins with a percent sign."));
		r->skipping = r->documents > 1;
		r->skip_depth = -1;
		break;
	case YAML_ALIAS_EVENT:
		if (!r->skipping) {
			fault(r, e->start_mark,
				_("A * mark has a special meaning here: put the value in "
				  "\"quotes\"."));
			if (!r->in_list && r->depth == 1)
				r->entry = r->entry ? NULL : ARENA_NEW(r->arena, struct yaml_entry);
		}
		break;
	case YAML_SCALAR_EVENT:
		if (!r->skipping)
			take_scalar(r, e);
		break;
	case YAML_SEQUENCE_START_EVENT:
	case YAML_MAPPING_START_EVENT:
		if (r->skipping)
			r->depth++;
		else
			open_collection(r, e, e->type == YAML_SEQUENCE_START_EVENT);
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		if (r->skipping && r->depth != r->skip_depth)
			r->depth--;
		else
			close_collection(r);
		break;
	default:
		break;
	}
}

/* A bracket or a quote that never ends is shown where it begins. */
static void unreadable(struct reader *r)
{
	const char *context = r->parser.context ? r->parser.context : "";
	bool open = strstr(context, "flow") || strstr(context, "quoted");
	fault(r, open ? r->parser.context_mark : r->parser.problem_mark,
		_("This line cannot be read: write “name: value”, and put a value with special "
		  "marks "
		  "in \"quotes\"."));
	if (r->entry && r->map->count)
		r->map->count--; /* its value is not whole */
}

bool yaml_read(struct arena *a, const char *text, size_t len, int first_line, struct yaml_map *out,
	struct faults *faults)
{
	size_t before = faults->count;
	*out = (struct yaml_map){ 0 };
	if (len > YAML_MAX_BYTES) {
		fault_add_at(faults, first_line, 1,
			_("The lines between the --- lines are too long: 16 KB is the most."));
		return false;
	}
	struct reader r = { .arena = a, .map = out, .faults = faults, .first_line = first_line };
	int ok = yaml_parser_initialize(&r.parser);
	assert(ok);
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text, len);
	for (bool more = true; more;) {
		yaml_event_t e;
		if (!yaml_parser_parse(&r.parser, &e)) {
			unreadable(&r);
			break;
		}
		more = e.type != YAML_STREAM_END_EVENT;
		take(&r, &e);
		yaml_event_delete(&e);
	}
	yaml_parser_delete(&r.parser);
	return faults->count == before;
}

const struct yaml_entry *yaml_find(const struct yaml_map *map, const char *name)
{
	LIST_EACH (const struct yaml_entry, e, map)
		if (text_same(e->name, name))
			return e;
	return NULL;
}

/* May it stand without quotes, in a list too? Letters, digits and Chinese, and inside also blanks
 * and marks that mean nothing to YAML. */
static bool plain(const char *s)
{
	const char *p = s, *end = s + strlen(s);
	int rune = 0;
	if (p == end)
		return false;
	while (p < end) {
		bool first = p == s;
		rune = text_rune(&p, end);
		bool letter = (rune >= '0' && rune <= '9') || (rune >= 'A' && rune <= 'Z') ||
			      (rune >= 'a' && rune <= 'z') || rune_is_cjk(rune);
		bool mark = rune == ' ' || rune == '-' || rune == '_' || rune == '.' ||
			    rune == '/' || rune == '(' || rune == ')' || rune == '+' ||
			    rune == 0xFF0C || rune == 0x3001 || rune == 0x300A || rune == 0x300B;
		if (!letter && (first || !mark))
			return false;
	}
	return rune != ' ';
}

static void put_scalar(struct out *o, const char *s)
{
	if (plain(s)) {
		out_text(o, s);
		return;
	}
	out_char(o, '"');
	for (const char *p = s, *end = s + strlen(s); p < end;) {
		const char *start = p;
		int rune = text_rune(&p, end);
		if (rune == '"' || rune == '\\') {
			out_char(o, '\\');
			out_char(o, (char)rune);
		} else if (rune == '\n') {
			out_text(o, "\\n");
		} else if (rune < 0x20 || rune == 0x85 || rune == 0x2028 || rune == 0x2029 ||
			   rune == 0xFEFF) {
			out_format(o, "\\u%04X", (unsigned)rune & 0xFFFF);
		} else {
			out_bytes(o, start, (size_t)(p - start));
		}
	}
	out_char(o, '"');
}

void yaml_put_text(struct out *o, const char *name, const char *value)
{
	out_text(o, name);
	out_text(o, ": ");
	put_scalar(o, value);
	out_char(o, '\n');
}

void yaml_put_list(struct out *o, const char *name, const struct strings *values)
{
	out_text(o, name);
	out_text(o, ": [");
	for (size_t i = 0; i < values->count; i++) {
		if (i)
			out_text(o, ", ");
		put_scalar(o, values->items[i]);
	}
	out_text(o, "]\n");
}
