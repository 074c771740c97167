#include "reflection_form.h"

#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/markdown.h"

/* The lines that the fields of a place stand for, in the order the form writes them. */
static const struct lines_words {
	const char *help, *decision, *team, *anonymous, *named;
} languages[] = {
	{ "求助: ", "请示: ", "范围: 本团队", "署名: 匿名", "署名: 实名" },
	{ "Ask: ", "Decision: ", "Scope: team", "Sign: anonymous", "Sign: named" },
};

static const struct lines_words *words_now(void)
{
	return &languages[text_same(i18n_language(), "zh") ? 0 : 1];
}

bool form_place_is_empty(const struct form_place *p)
{
	return text_blank(p->headline) && text_blank(p->story) && text_blank(p->topics) &&
	       text_blank(p->ask);
}

bool reflection_form_is_empty(const struct reflection_form *f)
{
	for (int i = 0; i < FORM_PLACES; i++)
		if (!form_place_is_empty(&f->places[i]))
			return false;
	return text_blank(f->task);
}

static const char *field(struct arena *a, const struct fields *fields, int place, const char *name)
{
	const char *value = fields_value(fields, arena_format(a, "p%d.%s", place, name));
	return value ? value : "";
}

struct reflection_form reflection_form_read(struct arena *a, const struct fields *fields)
{
	const char *task = fields_value(fields, "task");
	struct reflection_form f = { .task = task ? task : "" };
	for (int i = 0; i < FORM_PLACES; i++)
		f.places[i] = (struct form_place){
			.headline = field(a, fields, i, "headline"),
			.story = field(a, fields, i, "story"),
			.topics = field(a, fields, i, "topics"),
			.ask = field(a, fields, i, "ask"),
			.ask_kind = text_same(field(a, fields, i, "ask_kind"), "decision")
					    ? ASK_DECISION
					    : ASK_HELP,
			.team_only = *field(a, fields, i, "team"),
			.anonymous = *field(a, fields, i, "anonymous"),
			.named =
				*field(a, fields, i, "named") && !*field(a, fields, i, "anonymous"),
		};
	return f;
}

static void put(struct out *o, int place, const char *name, const char *value)
{
	if (!*value)
		return;
	out_format(o, "%s%c%d.%s=", o->len ? "&" : "", 'p', place, name);
	uri_encode(o, value);
}

const char *reflection_form_encode(struct arena *a, const struct reflection_form *f)
{
	struct out o = out_new(a);
	if (*f->task) {
		out_text(&o, "task=");
		uri_encode(&o, f->task);
	}
	for (int i = 0; i < FORM_PLACES; i++) {
		const struct form_place *p = &f->places[i];
		put(&o, i, "headline", p->headline);
		put(&o, i, "story", p->story);
		put(&o, i, "topics", p->topics);
		put(&o, i, "ask", p->ask);
		put(&o, i, "ask_kind", p->ask_kind == ASK_DECISION ? "decision" : "");
		put(&o, i, "team", p->team_only ? "1" : "");
		put(&o, i, "anonymous", p->anonymous ? "1" : "");
		put(&o, i, "named", p->named ? "1" : "");
	}
	return out_string(&o);
}

/* Line ends become blanks: in a field of one line they come from programs only. */
static const char *one_line(struct arena *a, const char *s)
{
	char *copy = arena_string(a, s);
	for (char *p = copy; *p; p++)
		if (*p == '\n' || *p == '\r' || *p == '\t')
			*p = ' ';
	return text_trim(a, copy);
}

static const char *body_of(struct arena *a, const struct form_place *p, const struct lines_words *w)
{
	struct out o = out_new(a);
	out_text(&o, point_text_escape(a, p->story));
	const char *ask = one_line(a, p->ask);
	if (*ask)
		out_format(&o, "%s%s%s", o.len ? "\n" : "",
			p->ask_kind == ASK_HELP ? w->help : w->decision, ask);
	if (p->team_only)
		out_format(&o, "%s%s", o.len ? "\n" : "", w->team);
	if (p->anonymous)
		out_format(&o, "%s%s", o.len ? "\n" : "", w->anonymous);
	else if (p->named && !form_place_is_empty(p))
		out_format(&o, "%s%s", o.len ? "\n" : "", w->named);
	return point_text_trim(a, out_string(&o));
}

/* Words parted by blanks, commas and the like: 报价 大客户, #报价、#大客户. */
static void add_tags(struct arena *a, struct point_text *p, const char *typed)
{
	const char *end = typed + strlen(typed);
	for (const char *at = typed; at < end;) {
		const char *word = at, *stop = at;
		while (at < end) {
			int rune = text_rune(&at, end);
			if (rune_is_space(rune) || rune_is_cjk_punct(rune) || rune == '#' ||
				rune == ',' || rune == ';' || rune == 0xFF03)
				break;
			stop = at;
		}
		const char *tag = arena_copy(a, word, (size_t)(stop - word));
		bool known = !*tag;
		for (size_t i = 0; i < p->tags.count; i++)
			known |= text_same(p->tags.items[i], tag);
		if (!known)
			*LIST_ADD(a, &p->tags) = tag;
	}
}

static struct point_text point_of(struct arena *a, const struct form_place *place, enum kind kind)
{
	struct point_text p = { .kind = kind };
	point_text_set_headline(a, &p, one_line(a, place->headline));
	add_tags(a, &p, place->topics);
	point_text_set_body(a, &p, body_of(a, place, words_now()));
	return p;
}

void reflection_form_text(
	struct arena *a, const struct reflection_form *f, struct reflection_text *out)
{
	out->points = (struct point_texts){ 0 };
	for (int i = 0; i < FORM_PLACES; i++)
		if (!form_place_is_empty(&f->places[i]))
			*LIST_ADD(a, &out->points) = point_of(a, &f->places[i], form_kind(i));
}

static void check_headline(
	const struct point_text *p, const char *typed, const char *name, struct faults *faults)
{
	if (markdown_check(typed, strlen(typed), MARKDOWN_POINT_LIMIT, NULL, NULL) ==
		MARKDOWN_PRIVATE_USE)
		fault_add(faults, name,
			_("An invisible or private character stands here: delete it and type it "
			  "anew."));
	struct point_text only = *p;
	only.body = "";
	only.asks.count = 0;
	point_text_check(&only, name, faults);
}

static void check_story(const struct point_text *p, const char *name, struct faults *faults)
{
	struct point_text only = *p;
	only.headline = "-";
	only.tags.count = 0;
	point_text_check(&only, name, faults);
}

static void check_task(const char *task, struct faults *faults)
{
	if (text_blank(task))
		fault_add(faults, "task", _("Say which task this was: its name is enough."));
	else if (text_runes(task) > REFLECTION_MAX_TASK)
		fault_add(faults, "task",
			_("The name of the task is too long: 100 characters is the most."));
}

bool reflection_form_check(
	struct arena *a, const struct reflection_form *f, bool is_task, struct faults *faults)
{
	size_t before = faults->count;
	bool any = false;
	if (is_task)
		check_task(f->task, faults);
	for (int i = 0; i < FORM_PLACES; i++) {
		const struct form_place *place = &f->places[i];
		if (form_place_is_empty(place))
			continue;
		any = true;
		struct point_text p = point_of(a, place, form_kind(i));
		check_headline(&p, arena_format(a, "%s%s", place->headline, place->topics),
			arena_format(a, "p%d.headline", i), faults);
		check_story(&p, arena_format(a, "p%d.story", i), faults);
	}
	if (!any)
		fault_add(faults, "p0.headline",
			_("Write at least one point: a headline is enough to begin with."));
	return faults->count == before;
}

static const char *join_tags(struct arena *a, const struct strings *tags)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < tags->count; i++)
		out_format(&o, "%s%s", i ? " " : "", tags->items[i]);
	return out_string(&o);
}

/* Takes the last line off `story` if the form could have written it for one of its fields. */
static bool peel(struct arena *a, struct form_place *place, const struct lines_words *w, int step)
{
	const char *last = strrchr(place->story, '\n');
	const char *line = last ? last + 1 : place->story;
	if (step == 0 && text_same(line, w->anonymous))
		place->anonymous = true;
	else if (step == 0 && text_same(line, w->named))
		place->named = true;
	else if (step == 1 && text_same(line, w->team))
		place->team_only = true;
	else if (step == 2 && text_starts(line, w->help))
		place->ask = line + strlen(w->help);
	else if (step == 2 && text_starts(line, w->decision)) {
		place->ask = line + strlen(w->decision);
		place->ask_kind = ASK_DECISION;
	} else
		return false;
	place->story = last ? arena_copy(a, place->story, (size_t)(last - place->story)) : "";
	return true;
}

static struct form_place place_of(struct arena *a, const struct point_text *p)
{
	struct form_place whole = { p->headline, p->body, join_tags(a, &p->tags), "", ASK_HELP,
		false, false, false };
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		struct form_place place = whole;
		bool peeled = false;
		for (int step = 0; step < 3; step++)
			peeled |= peel(a, &place, &languages[i], step);
		/* Only what comes out the same may leave the story: a line in code stays there. */
		if (peeled && text_same(body_of(a, &place, &languages[i]), p->body)) {
			whole = place;
			break;
		}
	}
	whole.story = point_text_unescape(a, whole.story);
	return whole;
}

struct reflection_form reflection_form_of(struct arena *a, const struct reflection_text *text)
{
	struct reflection_form f = { .task = text->task ? text->task : "" };
	for (int i = 0; i < FORM_PLACES; i++)
		f.places[i] = (struct form_place){ "", "", "", "", ASK_HELP, false, false, false };
	int next[KINDS] = { 0, REFLECTION_MAX_POINTS };
	LIST_EACH (const struct point_text, p, &text->points)
		if (next[p->kind] < ((int)p->kind + 1) * REFLECTION_MAX_POINTS)
			f.places[next[p->kind]++] = place_of(a, p);
	return f;
}

static struct form_place *free_place(struct reflection_form *f, enum kind kind)
{
	for (int i = 0; i < FORM_PLACES; i++)
		if (form_kind(i) == kind && form_place_is_empty(&f->places[i]))
			return &f->places[i];
	return NULL;
}

void reflection_form_add(struct arena *a, struct reflection_form *f, const struct paste *pasted)
{
	LIST_EACH (const struct paste_point, p, pasted) {
		struct form_place *free = free_place(f, p->kind);
		if (free) {
			struct point_text text = { .kind = p->kind };
			point_text_set_headline(a, &text, p->headline);
			point_text_set_body(a, &text, p->body);
			*free = place_of(a, &text);
			continue;
		}
		struct form_place *last =
			&f->places[p->kind == EXPERIENCE ? REFLECTION_MAX_POINTS - 1
							 : FORM_PLACES - 1];
		last->story = arena_format(a, "%s\n\n%s\n%s", last->story, p->headline,
			point_text_unescape(a, p->body));
	}
}
