#include "reflection_text.h"

#include <assert.h>
#include <string.h>

#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "rules/front.h"
#include "rules/lines.h"
#include "rules/reflection_front.h"

#define MOST_FAULTS 100 /* nobody reads more; the rest shows when these are mended */

/* Where the reading of the points stands. */
struct parsing {
	struct arena *arena;
	struct reflection_text *out;
	struct faults *faults;
	enum { BEFORE, UNKNOWN, UNDER_HEADING, IN_POINT } where;
	enum kind kind; /* of the section being read */
	bool in_section, seen[KINDS];
	int points[KINDS];
	int heading_line, heading_points; /* of the section being read */
	int first_text, first_point;      /* lines of what stands before the first heading, or 0 */
	bool headings, said;              /* said: text under this heading was reported */
	struct point_text point;
	const char *body;            /* where the body of that point begins; NULL: not yet */
	int fence_line, hidden_line; /* the open fence, and the first heading in it */
};

static void finish_point(struct parsing *p, const char *end)
{
	if (p->where != IN_POINT)
		return;
	const char *body = p->body ? arena_copy(p->arena, p->body, (size_t)(end - p->body)) : "";
	point_text_set_body(p->arena, &p->point, point_text_trim(p->arena, body));
	point_text_check(&p->point, NULL, p->faults);
	if (p->in_section)
		*LIST_ADD(p->arena, &p->out->points) = p->point;
}

static void finish_section(struct parsing *p)
{
	if (p->in_section && !p->heading_points)
		fault_add_at(p->faults, p->heading_line, 1,
			_("Nothing stands under this heading: write a point (## and its headline), "
			  "or "
			  "delete the heading."));
	p->in_section = false;
}

static void take_section(struct parsing *p, const struct line *l, int number)
{
	const char *words = l->text + l->inside;
	size_t len = l->len - l->inside;
	while (len && (words[len - 1] == '#' || words[len - 1] == ' '))
		len--;
	finish_section(p);
	p->headings = true;
	p->said = false;
	p->heading_line = number;
	p->heading_points = 0;
	p->where = UNKNOWN;
	if (!kind_of_heading(words, len, &p->kind)) {
		fault_add_at(p->faults, number, (int)l->mark + 1,
			_("Only “# 经验” and “# 教训” (Experiences, Lessons) may stand here. Write "
			  "### for "
			  "a part of a story."));
		return;
	}
	p->where = UNDER_HEADING;
	p->in_section = true;
	if (p->seen[p->kind])
		fault_add_at(p->faults, number, (int)l->mark + 1,
			_("This heading is there already: put all its points under the first "
			  "one."));
	p->seen[p->kind] = true;
}

static void take_point(struct parsing *p, const struct line *l, int number)
{
	if (!p->headings && !p->first_point)
		p->first_point = number;
	p->where = IN_POINT;
	p->heading_points++;
	p->body = NULL;
	p->point = (struct point_text){ .kind = p->kind, .line = number, .body_line = number + 1 };
	point_text_set_headline(
		p->arena, &p->point, arena_copy(p->arena, l->text + l->inside, l->len - l->inside));
	if (!p->in_section || ++p->points[p->kind] != REFLECTION_MAX_POINTS + 1)
		return;
	fault_add_at(p->faults, number, 1,
		p->kind == EXPERIENCE
			? _("At most three experiences: keep the three that help others most.")
			: _("At most three lessons: keep the three that help others most."));
}

static void take_text(struct parsing *p, const struct line *l, int number)
{
	if (p->where == IN_POINT) {
		if (!p->body) {
			p->body = l->text;
			p->point.body_line = number;
		}
	} else if (p->where == BEFORE) {
		if (!p->first_text)
			p->first_text = number;
	} else if (p->where == UNDER_HEADING && !p->said) {
		fault_add_at(p->faults, number, 1,
			_("This text belongs to no point: put a line with ## and a headline above "
			  "it."));
		p->said = true;
	}
}

/* A fence that is never closed hides the headings below it: remember the first. */
static void watch_fence(struct parsing *p, const struct lines *s, const struct line *l, int number)
{
	if (!lines_open_fence(s)) {
		p->fence_line = p->hidden_line = 0;
	} else if (!p->fence_line) {
		p->fence_line = number;
	} else if (!p->hidden_line && l->len) {
		struct lines fresh = { 0 };
		const char *at = l->text;
		struct line bare = lines_next(&fresh, &at, l->text + l->len);
		if (bare.level == 1 || bare.level == 2)
			p->hidden_line = number;
	}
}

static void check_whole(struct parsing *p, int first_line)
{
	if (p->hidden_line)
		fault_add_at(p->faults, p->fence_line, 1,
			arena_format(p->arena,
				_("This code block has no end and hides the heading on line %d: "
				  "put a line "
				  "with the same marks below it."),
				p->hidden_line));
	if (p->first_point)
		fault_add_at(p->faults, p->first_point, 1,
			_("Put “# 经验” or “# 教训” above this point, so that its kind is known."));
	else if (!p->headings)
		fault_add_at(p->faults, p->first_text ? p->first_text : first_line, 1,
			_("There is no heading: put “# 经验” or “# 教训” above the points, and ## "
			  "before "
			  "each headline."));
	if (p->first_text && (p->headings || p->first_point))
		fault_add_at(p->faults, p->first_text, 1,
			_("This text stands before the first heading: put it under a point, or "
			  "delete it."));
}

static void read_points(struct parsing *p, const struct front *f)
{
	struct lines s = { 0 };
	int number = f->rest_line;
	const char *end = f->rest + f->rest_len;
	for (const char *at = f->rest; at < end; number++) {
		const char *start = at;
		struct line l = lines_next(&s, &at, end);
		if (l.level == 1 || l.level == 2)
			finish_point(p, start);
		if (l.level == 1)
			take_section(p, &l, number);
		else if (l.level == 2)
			take_point(p, &l, number);
		else if (!l.blank)
			take_text(p, &l, number);
		watch_fence(p, &s, &l, number);
	}
	finish_point(p, end);
	finish_section(p);
	check_whole(p, f->rest_line);
}

bool reflection_text_parse(struct arena *a, const char *bytes, size_t len,
	const struct reflection_rules *rules, struct reflection_text *out, struct faults *faults)
{
	size_t before = faults->count;
	*out = (struct reflection_text){ 0 };
	if (len > REFLECTION_MAX_BYTES) {
		fault_add_at(faults, 1, 1,
			_("The text is too long: 256 KB is the most. Shorten the stories."));
		return false;
	}
	struct front f;
	front_read(a, bytes, len, &f, faults);
	reflection_front_take(a, &f, rules, out, faults);
	struct parsing p = { .arena = a, .out = out, .faults = faults };
	read_points(&p, &f);
	fault_sort(faults, before);
	if (faults->count > before + MOST_FAULTS)
		faults->count = before + MOST_FAULTS;
	return faults->count == before;
}

static void print_point(struct out *o, const struct point_text *p, bool last)
{
	out_text(o, "## ");
	out_text(o, point_text_heading(o->arena, p));
	out_char(o, '\n');
	const char *body = point_text_escape(o->arena, p->body);
	/* A fence may stay open where nothing follows that it could hide. */
	if (last && text_starts(body, p->body))
		body = p->body;
	if (*body) {
		out_text(o, body);
		out_char(o, '\n');
	}
}

const char *reflection_text_print(struct arena *a, const struct reflection_text *r)
{
	assert(r->has_week != (r->task != NULL));
	struct out o = out_new(a);
	out_text(&o, "---\n");
	if (r->has_week)
		yaml_put_text(&o, "week", week_name(a, r->week));
	else
		yaml_put_text(&o, "task", r->task);
	if (r->author)
		yaml_put_text(&o, "author", r->author);
	out_text(&o, "---\n");
	size_t left = r->points.count;
	enum kind first = left ? r->points.items[0].kind : EXPERIENCE;
	for (int turn = 0; turn < KINDS; turn++) {
		enum kind kind = turn == 0 ? first : first == EXPERIENCE ? LESSON : EXPERIENCE;
		bool headed = false;
		LIST_EACH (const struct point_text, p, &r->points) {
			if (p->kind != kind)
				continue;
			if (!headed)
				out_format(&o, "# %s\n", kind_heading(kind));
			headed = true;
			print_point(&o, p, --left == 0);
		}
	}
	return out_string(&o);
}
