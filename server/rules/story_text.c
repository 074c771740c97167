#include "story_text.h"

#include <string.h>

#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "rules/front.h"
#include "rules/headline.h"
#include "rules/lines.h"
#include "rules/point_text.h"

struct taking {
	struct arena *arena;
	struct story_text *out;
	struct faults *faults;
};

static const struct {
	const char *name;
	enum story_outcome outcome;
} outcomes[] = {
	{ "success", STORY_SUCCESS },
	{ "failure", STORY_FAILURE },
	{ "mixed", STORY_MIXED },
	{ "成功", STORY_SUCCESS },
	{ "失败", STORY_FAILURE },
	{ "失敗", STORY_FAILURE },
	{ "喜忧参半", STORY_MIXED },
	{ "喜憂參半", STORY_MIXED },
};

const char *story_outcome_name(enum story_outcome o)
{
	return o ? outcomes[o - 1].name : NULL;
}

static void value_fault(struct taking *t, const struct yaml_entry *e, size_t i, const char *message)
{
	if (i < e->count)
		fault_add_at(t->faults, e->items[i].line, e->items[i].column, message);
	else
		fault_add_at(t->faults, e->line, e->column, message);
}

static void take_title(struct taking *t, const struct yaml_entry *e)
{
	t->out->title = front_text(t->arena, e, t->faults);
	if (e->is_list)
		return;
	if (!*t->out->title)
		value_fault(t, e, 0, _("Write the title behind the colon."));
	else if (text_runes(t->out->title) > STORY_MAX_TITLE)
		value_fault(t, e, 0, _("The title is too long: 200 characters is the most."));
}

static void take_outcome(struct taking *t, const struct yaml_entry *e)
{
	const char *text = front_text(t->arena, e, t->faults);
	for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++)
		if (text_same(outcomes[i].name, text))
			t->out->outcome = outcomes[i].outcome;
	if (*text && !t->out->outcome)
		value_fault(t, e, 0, _("Write success, failure or mixed (成功, 失败, 喜忧参半)."));
}

static bool few_enough(struct taking *t, const struct yaml_entry *e)
{
	if (e->count > STORY_MAX_LIST)
		value_fault(t, e, STORY_MAX_LIST, _("The list is too long: 100 is the most."));
	return e->count <= STORY_MAX_LIST;
}

/* One value is a list of one; an empty one is an empty list. */
static void take_list(struct taking *t, const struct yaml_entry *e, struct strings *into)
{
	if (!few_enough(t, e))
		return;
	for (size_t i = 0; i < e->count; i++) {
		const char *text = text_trim(t->arena, e->items[i].text);
		if (*text)
			*LIST_ADD(t->arena, into) = text;
		else if (e->is_list)
			value_fault(t, e, i, _("Nothing stands here: write a name, or delete it."));
	}
}

static void take_topics(struct taking *t, const struct yaml_entry *e)
{
	take_list(t, e, &t->out->topics);
}

static void take_units(struct taking *t, const struct yaml_entry *e)
{
	take_list(t, e, &t->out->units);
}

static void take_people(struct taking *t, const struct yaml_entry *e)
{
	take_list(t, e, &t->out->people);
}

static void take_sources(struct taking *t, const struct yaml_entry *e)
{
	if (!few_enough(t, e))
		return;
	for (size_t i = 0; i < e->count; i++) {
		const char *p = e->items[i].text;
		int64_t n = 0;
		size_t digits = strspn(p, "0123456789");
		if (!*p && !e->is_list)
			continue;
		for (size_t k = 0; k < digits && digits <= 15; k++)
			n = n * 10 + (p[k] - '0');
		if (n == 0 || p[digits]) {
			value_fault(t, e, i,
				_("Write the numbers of the points only, like [123, 456]."));
			continue;
		}
		LIST_EACH (const struct point_id, earlier, &t->out->sources)
			if (earlier->n == n) {
				value_fault(t, e, i, _("This point is there twice: keep one."));
				break;
			}
		*LIST_ADD(t->arena, &t->out->sources) = (struct point_id){ n };
	}
}

static const struct {
	const char *name;
	void (*take)(struct taking *, const struct yaml_entry *);
} keys[] = {
	{ "title", take_title },
	{ "topics", take_topics },
	{ "units", take_units },
	{ "people", take_people },
	{ "outcome", take_outcome },
	{ "sources", take_sources },
};

static void take_front(struct taking *t, const struct front *f)
{
	LIST_EACH (const struct yaml_entry, e, &f->map) {
		size_t i = 0, n = sizeof keys / sizeof *keys;
		while (i < n && !text_same(keys[i].name, e->name))
			i++;
		if (i == n)
			fault_add_at(t->faults, e->line, e->column,
				arena_format(t->arena,
					_("“%s” is not known here: title, topics, units, people, "
					  "outcome and "
					  "sources are."),
					e->name));
		else if (yaml_find(&f->map, e->name) == e) /* a second one is a fault already */
			keys[i].take(t, e);
	}
	if (!f->faulty && !yaml_find(&f->map, "title"))
		fault_add_at(t->faults, 1, 1,
			_("The story has no title: put the lines ---, title: and its words, --- at "
			  "the top."));
}

static void check_body(struct taking *t, int first_line)
{
	const char *body = t->out->body;
	if (!*body) {
		fault_add_at(
			t->faults, first_line, 1, _("The story has no text yet: write it below."));
		return;
	}
	struct story_parts parts = story_text_parts(t->arena, body);
	LIST_EACH (const struct story_part, part, &parts) {
		int line = 1, column = 1;
		size_t len = strlen(part->text);
		enum markdown_fault found =
			markdown_check(part->text, len, MARKDOWN_PART_LIMIT, &line, &column);
		if (found == MARKDOWN_TOO_LONG)
			fault_add_at(t->faults, first_line + part->line - 1, 1,
				_("This part is too long: 64 KB is the most. Divide it by a "
				  "heading."));
		else if (found == MARKDOWN_TOO_DEEP)
			fault_add_at(t->faults, first_line + part->line + line - 2, column,
				_("Too many list or quote marks on one line: 32 is the most."));
	}
}

/* How many lines were cut off in front. */
static int lines_before(const char *whole, const char *trimmed)
{
	int n = 0;
	for (const char *p = whole; *p; p++) {
		if (*p != '\n' && *p != ' ' && *p != '\t')
			break;
		n += *p == '\n';
	}
	return *trimmed ? n : 0;
}

bool story_text_parse(struct arena *a, const char *bytes, size_t len, struct story_text *out,
	struct faults *faults)
{
	size_t before = faults->count;
	*out = (struct story_text){ .title = "", .body = "" };
	if (len > STORY_MAX_BYTES) {
		fault_add_at(faults, 1, 1, _("The text is too long: 1 MB is the most."));
		return false;
	}
	struct front f;
	front_read(a, bytes, len, &f, faults);
	struct taking t = { a, out, faults };
	take_front(&t, &f);
	const char *rest = arena_copy(a, f.rest, f.rest_len);
	out->body = point_text_trim(a, rest);
	check_body(&t, f.rest_line + lines_before(rest, out->body));
	fault_sort(faults, before);
	return faults->count == before;
}

const char *story_text_print(struct arena *a, const struct story_text *s)
{
	struct out o = out_new(a);
	out_text(&o, "---\n");
	yaml_put_text(&o, "title", s->title);
	if (s->topics.count)
		yaml_put_list(&o, "topics", &s->topics);
	if (s->units.count)
		yaml_put_list(&o, "units", &s->units);
	if (s->people.count)
		yaml_put_list(&o, "people", &s->people);
	if (s->outcome)
		yaml_put_text(&o, "outcome", story_outcome_name(s->outcome));
	struct strings sources = { 0 };
	LIST_EACH (const struct point_id, id, &s->sources)
		*LIST_ADD(a, &sources) = arena_format(a, "%lld", (long long)id->n);
	if (sources.count)
		yaml_put_list(&o, "sources", &sources);
	out_text(&o, "---\n");
	out_text(&o, s->body);
	out_char(&o, '\n');
	return out_string(&o);
}

struct story_parts story_text_parts(struct arena *a, const char *body)
{
	struct story_parts parts = { 0 };
	struct lines s = { 0 };
	struct story_part *part = NULL;
	const char *begin = body;
	int number = 1;
	for (const char *at = body, *end = body + strlen(body); at < end; number++) {
		const char *start = at;
		struct line l = lines_next(&s, &at, end);
		if (part && !l.level)
			continue;
		if (part)
			part->text = arena_copy(a, begin, (size_t)(start - begin));
		begin = start;
		part = LIST_ADD(a, &parts);
		*part = (struct story_part){ .heading = "", .level = l.level, .line = number };
		struct strings none;
		if (l.level)
			part->heading = headline_split(
				a, arena_copy(a, l.text + l.inside, l.len - l.inside), &none);
	}
	if (part)
		part->text = arena_string(a, begin);
	return parts;
}
