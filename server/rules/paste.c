#include "paste.h"

#include <string.h>

#include "base/out.h"
#include "base/text.h"
#include "rules/paste_headline.h"
#include "rules/paste_marks.h"
#include "rules/paste_sender.h"
#include "rules/point_text.h"

#define MOST       3  /* points of a kind */
#define GREETING   60 /* characters of one above the first heading; a longer text is a point */
#define MOST_LOOKS 20
#define LOOK_AHEAD 4000 /* bytes in which the 2 to a 1 inside a line must come */

struct item {
	enum kind kind;
	bool guessed, ticked;   /* ticked: ✅ or ❌ said the kind */
	const char *mark;       /* its number or bullet, as typed */
	struct out text, intro; /* intro: what stood before the list that the item begins */
};

struct items {
	struct item *items;
	size_t count, room;
};

struct splitting {
	struct arena *arena;
	struct paste *out;
	struct items items;
	const char *end;
	bool has_kind; /* a heading said the kind */
	enum kind kind;
	bool begun;              /* since the last heading an item was begun */
	bool implicit;           /* it was begun by text alone */
	int style;               /* of the list being read, 0: none yet */
	int next;                /* the number that should come, 0: any */
	struct out tails[KINDS]; /* what is over three of a kind */
	int looks;               /* ahead that may still be taken */
	bool preamble;           /* the first item is a greeting above the first heading */
};

static void leave_out(struct splitting *s, const char *bytes, size_t len)
{
	const char *text = text_trim(s->arena, arena_copy(s->arena, bytes, len));
	if (*text)
		*LIST_ADD(s->arena, &s->out->left_out) = text;
}

static struct item *last_item(struct splitting *s)
{
	return s->items.count ? &s->items.items[s->items.count - 1] : NULL;
}

static struct item *begin_item(struct splitting *s)
{
	struct item *one = LIST_ADD(s->arena, &s->items);
	*one = (struct item){ .kind = s->kind,
		.guessed = !s->has_kind,
		.text = out_new(s->arena),
		.intro = out_new(s->arena) };
	s->begun = true;
	return one;
}

static void take_heading(struct splitting *s, const struct paste_mark *m, const char *p)
{
	leave_out(s, p, m->len);
	if (s->items.count == 1 && !s->has_kind && s->implicit) {
		const char *text = out_string(&last_item(s)->text);
		s->preamble = text_runes(text) <= GREETING;
	}
	s->has_kind = true;
	s->kind = m->kind;
	s->style = 0;
	s->next = m->number ? m->number + 1 : 0;
	s->begun = s->implicit = false;
}

static void take_list_mark(struct splitting *s, const struct paste_mark *m, const char *p)
{
	struct item *before = last_item(s);
	struct out intro = out_new(s->arena);
	if (!s->style && s->implicit && before && m->number <= 1) {
		intro = before->text; /* the sentence above the list belongs to its first point */
		s->items.count--;
	}
	struct item *one = begin_item(s);
	one->intro = intro;
	one->mark = arena_copy(s->arena, p, m->len);
	one->ticked = !s->has_kind && m->has_kind;
	if (one->ticked)
		one->kind = m->kind;
	s->implicit = false;
	s->style = m->style;
	s->next = m->number ? m->number + 1 : 0;
}

/* A 1 inside a line begins a list only if a 2 of its sort follows. */
static bool second_follows(struct splitting *s, const char *p, int style)
{
	if (s->looks-- <= 0)
		return false;
	const char *end = s->end - p > LOOK_AHEAD ? p + LOOK_AHEAD : s->end;
	for (int before = 0; p < end;) {
		struct paste_mark m;
		const char *stop = memchr(p, '\n', (size_t)(end - p));
		if ((before == '\n' || paste_mark_may_follow(before)) &&
			paste_mark_at(p, stop ? stop : end, before == '\n', &m) &&
			m.type == PASTE_NUMBER && m.style == style && m.number == 2)
			return true;
		before = text_rune(&p, end);
	}
	return false;
}

static bool begins_item(struct splitting *s, const struct paste_mark *m, const char *p, bool start)
{
	bool fits = !s->style || s->style == m->style;
	if (!fits)
		return false;
	if (m->type == PASTE_BULLET)
		return start && !s->next;
	if (!s->style && s->next)
		return m->number == s->next; /* 经验1 was before it */
	if (start)
		return true;
	if (m->number == s->next)
		return s->style != 0;
	return !s->style && m->number == 1 && second_follows(s, p + m->len, m->style);
}

static void take_text(struct splitting *s, const char *p, const char *end)
{
	if (p == end)
		return;
	struct item *one = last_item(s);
	if (!s->begun) {
		if (text_blank(arena_copy(s->arena, p, (size_t)(end - p))))
			return;
		one = begin_item(s);
		s->implicit = true;
	}
	out_bytes(&one->text, p, (size_t)(end - p));
}

static void take_line(struct splitting *s, const char *line, const char *end)
{
	const char *p = line, *from = line;
	bool start = true;
	for (int before = 0; p < end;) {
		struct paste_mark m;
		bool possible =
			start || paste_mark_may_follow(before) || paste_mark_stands_out(s->style);
		const char *next = p;
		if (possible && !rune_is_space(text_rune(&next, end)) &&
			paste_mark_at(p, end, start, &m) &&
			(m.type == PASTE_HEADING || begins_item(s, &m, p, start))) {
			take_text(s, from, p);
			if (m.type == PASTE_HEADING)
				take_heading(s, &m, p);
			else
				take_list_mark(s, &m, p);
			p += m.len;
			from = p;
			start = true;
			before = ' ';
			continue;
		}
		before = text_rune(&p, end);
		start = start && rune_is_space(before);
	}
	take_text(s, from, end);
	if (s->begun)
		out_char(&last_item(s)->text, '\n');
}

static const char *clean(struct arena *a, struct out *o)
{
	return text_trim(a, out_string(o));
}

static void join(struct splitting *s, struct item *from)
{
	struct out *tail = &s->tails[from->kind];
	const char *intro = clean(s->arena, &from->intro);
	if (*intro)
		out_format(tail, "\n\n%s", intro);
	out_format(tail, "\n\n%s%s", from->mark ? from->mark : "", clean(s->arena, &from->text));
}

/* Once for all of them, so that a long list costs its length. */
static void add_tails(struct splitting *s)
{
	for (size_t i = s->out->count; i > 0; i--) {
		struct paste_point *p = &s->out->items[i - 1];
		struct out *tail = &s->tails[p->kind];
		if (!tail->len)
			continue;
		p->body = point_text_escape(
			s->arena, arena_format(s->arena, "%s%s", p->body, out_string(tail)));
		p->joined = true;
		tail->len = 0;
	}
}

static void add_point(struct splitting *s, struct item *from)
{
	struct arena *a = s->arena;
	const char *text = clean(a, &from->text), *intro = clean(a, &from->intro);
	int same = 0;
	if (!*text && *intro) {
		from->text = from->intro;
		from->intro = out_new(a);
		add_point(s, from);
		return;
	}
	if (!*text) {
		leave_out(s, from->mark ? from->mark : "", from->mark ? strlen(from->mark) : 0);
		return;
	}
	LIST_EACH (const struct paste_point, p, s->out)
		same += p->kind == from->kind;
	if (same == MOST) {
		join(s, from);
		return;
	}
	if (from->mark)
		leave_out(s, from->mark, strlen(from->mark));
	const char *rest, *dropped;
	const char *headline = paste_headline(a, text, &rest, &dropped);
	leave_out(s, dropped, strlen(dropped));
	if (*intro)
		rest = arena_format(a, "%s\n\n%s", intro, rest);
	*LIST_ADD(a, s->out) = (struct paste_point){ .kind = from->kind,
		.guessed = from->guessed,
		.headline = headline,
		.body = point_text_escape(a, rest) };
}

/* Words that people use when something went wrong, for a text without headings. */
static enum kind guess(const char *text)
{
	static const char *const words[] = { "教训", "失误", "忘了", "忘记", "没有及时", "没及时",
		"丢单", "丢了", "战败", "后悔", "不应该", "本应", "下次要", "下次一定", "搞砸",
		"投诉", "应该先", "lost", "mistake", "forgot", "should have" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(text, words[i]))
			return LESSON;
	return EXPERIENCE;
}

static void finish(struct splitting *s)
{
	/* A greeting above the first heading goes to the first point. */
	struct items *all = &s->items;
	if (all->count > 1 && s->preamble) {
		struct out *intro = &all->items[0].text;
		out_char(intro, '\n');
		out_text(intro, out_string(&all->items[1].intro));
		all->items[1].intro = *intro;
		all->items++;
		all->count--;
	}
	LIST_EACH (struct item, one, all) {
		if (one->guessed && !one->ticked)
			one->kind = guess(out_string(&one->text));
		add_point(s, one);
	}
	add_tails(s);
}

void paste_split(struct arena *a, const char *text, size_t len, struct paste *out)
{
	char *copy = text_unix_lines(a, text, &len);
	for (size_t i = 0; i < len; i++)
		if (!copy[i])
			copy[i] = ' ';
	*out = (struct paste){ 0 };
	struct splitting s = { .arena = a, .out = out, .end = copy + len, .looks = MOST_LOOKS };
	for (int i = 0; i < KINDS; i++)
		s.tails[i] = out_new(a);
	bool alone = true;
	for (const char *line = copy; line < s.end;) {
		const char *stop = memchr(line, '\n', (size_t)(s.end - line));
		if (!stop)
			stop = s.end;
		if (paste_sender_is(line, stop, alone))
			leave_out(&s, line, (size_t)(stop - line));
		else
			take_line(&s, line, stop);
		alone = text_blank(arena_copy(a, line, (size_t)(stop - line)));
		line = stop + (stop < s.end);
	}
	finish(&s);
}
