#include "report_text.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "front.h"
#include "headline.h"
#include "lines.h"

struct taking {
	struct arena *arena;
	struct report_text *out;
	struct faults *faults;
	int line[REPORT_FIELDS]; /* of its heading; 0: not there */
};

bool report_text_day(const char *s, int64_t *day)
{
	int y, m, d, n = 0;
	if (strlen(s) != 10 || strspn(s, "0123456789-") != 10 ||
		sscanf(s, "%4d-%2d-%2d%n", &y, &m, &d, &n) != 3 || n != 10 || y < 1970)
		return false;
	*day = day_number(y, m, d);
	int year, month, date;
	day_date(*day, &year, &month, &date);
	return year == y && month == m && date == d;
}

const char *report_text_day_name(struct arena *a, int64_t day)
{
	int y, m, d;
	day_date(day, &y, &m, &d);
	return arena_format(a, "%04d-%02d-%02d", y, m, d);
}

static void take_gives(struct taking *t, const struct yaml_entry *e)
{
	for (size_t i = 0; i < e->count; i++) {
		enum report_gift g;
		const char *word = text_trim(t->arena, e->items[i].text);
		if (report_gift_parse(word, &g))
			t->out->gives |= 1U << g;
		else if (*word)
			fault_add_at(t->faults, e->items[i].line, e->items[i].column,
				_("Write information, knowledge, experience, countermeasure or "
				  "belief (信息, 知识, 经验, 对策, 信念)."));
	}
}

static void take_front(struct taking *t, const struct front *f)
{
	LIST_EACH (const struct yaml_entry, e, &f->map) {
		if (yaml_find(&f->map, e->name) != e)
			continue; /* a second one is a fault already */
		if (text_same(e->name, "gives"))
			take_gives(t, e);
		else if (!text_same(e->name, "day"))
			fault_add_at(t->faults, e->line, e->column,
				arena_format(t->arena,
					_("“%s” is not known here: day and gives are."), e->name));
		else if (!report_text_day(front_text(t->arena, e, t->faults), &t->out->day))
			fault_add_at(
				t->faults, e->line, e->column, _("Write the day like 2026-11-24."));
	}
}

/* The field that a heading begins; REPORT_FIELDS with a fault if it begins none. */
static enum report_field begin(struct taking *t, const struct line *l, int number)
{
	enum report_field f;
	struct strings tags = { 0 };
	const char *words = headline_split(
		t->arena, arena_copy(t->arena, l->text + l->inside, l->len - l->inside), &tags);
	if (!report_field_of_heading(words, &f) || tags.count) {
		fault_add_at(t->faults, number, 1,
			arena_format(t->arena,
				_("“%s” is no heading of a report. Its headings are 背景, 经过, "
				  "关键方面, 问题, 对策, 效果, 改进, 风险或机会, 下一步, 请示 and "
				  "求助; smaller ones begin with ###."),
				words));
		return REPORT_FIELDS;
	}
	if (t->line[f]) {
		fault_add_at(t->faults, number, 1,
			_("This heading is there twice: put both texts under one."));
		return REPORT_FIELDS;
	}
	t->line[f] = number;
	return f;
}

static void take_body(struct taking *t, enum report_field f, const char *from, const char *to)
{
	if (f < REPORT_FIELDS)
		t->out->field[f] = point_text_escape(
			t->arena, arena_copy(t->arena, from, (size_t)(to - from)));
}

static void take_fields(struct taking *t, const struct front *f)
{
	struct lines s = { 0 };
	const char *end = f->rest + f->rest_len, *from = f->rest;
	enum report_field now = REPORT_FIELDS;
	bool begun = false;
	int number = f->rest_line;
	for (const char *at = f->rest; at < end; number++) {
		const char *start = at;
		struct line l = lines_next(&s, &at, end);
		if (l.level == 1 || l.level == 2) {
			take_body(t, now, from, start);
			now = begin(t, &l, number);
			from = at;
			begun = true;
		} else if (!begun && !l.blank) {
			fault_add_at(t->faults, number, 1,
				_("Put a heading above this, such as # 经过."));
			begun = true;
		}
	}
	take_body(t, now, from, end);
}

bool report_text_check(const struct report_text *r, struct faults *faults)
{
	size_t before = faults->count;
	for (int i = 0; i < REPORT_FIELDS; i++) {
		const char *name = report_field_name((enum report_field)i), *text = r->field[i];
		if (!*text && report_field_required((enum report_field)i))
			fault_add(faults, name, _("This must be there. One sentence is enough."));
		if (i >= REPORT_DECISION && text_runes(text) > REPORT_MAX_ASK)
			fault_add(faults, name, _("Shorten it: 500 characters is the most."));
		switch (markdown_check(text, strlen(text), MARKDOWN_POINT_LIMIT, NULL, NULL)) {
		case MARKDOWN_OK:
			break;
		case MARKDOWN_TOO_LONG:
			fault_add(faults, name, _("Shorten it: at most 32 KB."));
			break;
		case MARKDOWN_TOO_DEEP:
			fault_add(faults, name, _("Take some levels of lists and quotes away."));
			break;
		case MARKDOWN_NOT_UTF8:
		case MARKDOWN_PRIVATE_USE:
			fault_add(faults, name,
				_("There are characters in it that cannot be kept. Type them "
				  "anew."));
			break;
		}
	}
	return faults->count == before;
}

/* The faults of the fields, at the lines of their headings. */
static void check_placed(struct taking *t)
{
	struct faults found = { .arena = t->arena };
	report_text_check(t->out, &found);
	LIST_EACH (const struct fault, f, &found)
		for (int i = 0; i < REPORT_FIELDS; i++) {
			enum report_field field = (enum report_field)i;
			if (!text_same(report_field_name(field), f->field))
				continue;
			fault_add_at(t->faults, t->line[i] ? t->line[i] : 1, 1,
				arena_format(t->arena, _("%s: %s"), report_field_heading(field),
					f->message));
		}
}

bool report_text_parse(struct arena *a, const char *bytes, size_t len, struct report_text *out,
	struct faults *faults)
{
	size_t before = faults->count;
	*out = (struct report_text){ 0 };
	for (int i = 0; i < REPORT_FIELDS; i++)
		out->field[i] = "";
	if (len > REPORT_MAX_BYTES) {
		fault_add_at(faults, 1, 1, _("The text is too long: 96 KB is the most."));
		return false;
	}
	struct front f;
	front_read(a, bytes, len, &f, faults);
	struct taking t = { .arena = a, .out = out, .faults = faults };
	take_front(&t, &f);
	take_fields(&t, &f);
	if (faults->count == before)
		check_placed(&t);
	fault_sort(faults, before);
	return faults->count == before;
}

const char *report_text_print(struct arena *a, const struct report_text *r)
{
	struct out o = out_new(a);
	struct strings gives = { 0 };
	for (int i = 0; i < REPORT_GIFTS; i++)
		if (r->gives & 1U << i)
			*LIST_ADD(a, &gives) = report_gift_name((enum report_gift)i);
	if (r->day || gives.count) {
		out_text(&o, "---\n");
		if (r->day)
			out_format(&o, "day: %s\n", report_text_day_name(a, r->day));
		if (gives.count)
			yaml_put_list(&o, "gives", &gives);
		out_text(&o, "---\n");
	}
	for (int i = 0; i < REPORT_FIELDS; i++)
		if (*r->field[i])
			out_format(&o, "# %s\n%s\n\n", report_field_heading((enum report_field)i),
				r->field[i]);
	return out_string(&o);
}

struct report_text report_text_of_fields(struct arena *a, const struct fields *fields)
{
	struct report_text r = { 0 };
	for (int i = 0; i < REPORT_FIELDS; i++) {
		const char *typed = fields_value(fields, report_field_name((enum report_field)i));
		r.field[i] = text_blank(typed) ? "" : point_text_escape(a, typed);
	}
	enum report_gift g;
	for (const struct field *f = NULL; (f = fields_next(fields, "gives", f));)
		if (report_gift_parse(f->value, &g))
			r.gives |= 1U << g;
	return r;
}

struct ask_texts report_text_asks(struct arena *a, const struct report_text *r)
{
	struct ask_texts asks = { 0 };
	static const struct {
		enum report_field field;
		enum ask_kind kind;
	} both[] = { { REPORT_DECISION, ASK_DECISION }, { REPORT_HELP, ASK_HELP } };
	for (int i = 0; i < 2; i++) {
		const char *text = text_trim(a, point_text_unescape(a, r->field[both[i].field]));
		if (*text)
			*LIST_ADD(a, &asks) = (struct ask_text){ both[i].kind, text, 0 };
	}
	return asks;
}
