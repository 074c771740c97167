#include "story_form.h"

#include <string.h>

#include "base/list.h"
#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "topic.h"

static bool parts(int rune)
{
	return rune_is_space(rune) || rune == ',' || rune == ';' || rune == 0x3001 ||
	       rune == 0xFF0C || rune == 0xFF1B;
}

struct strings story_form_list(struct arena *a, const char *typed)
{
	struct strings list = { 0 };
	const char *end = typed + strlen(typed);
	for (const char *p = typed; p < end;) {
		const char *from = p;
		if (parts(text_rune(&p, end)))
			continue;
		const char *to = p;
		while (p < end && !parts(text_rune(&p, end)))
			to = p;
		while (from < to && *from == '#')
			from++;
		if (from < to)
			*LIST_ADD(a, &list) = arena_copy(a, from, (size_t)(to - from));
	}
	return list;
}

static const char *join(struct arena *a, const struct strings *list)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < list->count; i++)
		out_format(&o, "%s%s", i ? " " : "", list->items[i]);
	return arena_string(a, out_string(&o));
}

static const char *one_word(struct work *w, const char *word)
{
	if (topic_word_is_tag(w->arena, word))
		return word;
	const struct topic *t = topic_known_word(w->db, w->who, word);
	const char *tag = t ? topic_tag(w->db, t) : NULL;
	return tag ? tag : word;
}

struct story_form story_form_from(struct work *w, const struct story_text *text)
{
	struct arena *a = w->arena;
	struct strings topics = { 0 };
	for (size_t i = 0; i < text->topics.count; i++)
		*LIST_ADD(a, &topics) = one_word(w, text->topics.items[i]);
	struct out sources = out_new(a);
	LIST_EACH (const struct point_id, id, &text->sources)
		out_format(&sources, "%s%ld", sources.len ? " " : "", (long)id->n);
	return (struct story_form){ .title = text->title,
		.outcome = text->outcome ? story_outcome_name(text->outcome) : "",
		.topics = join(a, &topics),
		.units = join(a, &text->units),
		.people = join(a, &text->people),
		.sources = arena_string(a, out_string(&sources)),
		.body = text->body };
}

static void read_sources(struct work *w, const char *typed, struct story_text *text)
{
	struct strings words = story_form_list(w->arena, typed);
	for (size_t i = 0; i < words.count; i++) {
		int64_t n = 0;
		const char *p = words.items[i];
		while (*p >= '0' && *p <= '9' && n < INT32_MAX)
			n = n * 10 + (*p++ - '0');
		bool twice = false;
		LIST_EACH (const struct point_id, earlier, &text->sources)
			twice = twice || earlier->n == n;
		if (*p || n == 0)
			fault_add(&w->faults, "sources",
				_("Write the numbers of the points only, like 123 456."));
		else if (!twice)
			*LIST_ADD(w->arena, &text->sources) = (struct point_id){ n };
	}
}

static enum story_outcome outcome_of(const char *name)
{
	for (int o = STORY_SUCCESS; o <= STORY_MIXED; o++)
		if (text_same(story_outcome_name((enum story_outcome)o), name))
			return (enum story_outcome)o;
	return STORY_UNDECIDED;
}

static const char *clean(struct arena *a, const char *typed)
{
	size_t len = strlen(typed);
	return text_unix_lines(a, typed, &len);
}

static int count_lines(const char *s)
{
	int n = 0;
	for (; *s; s++)
		n += *s == '\n';
	return n;
}

bool story_form_read(struct work *w, const struct story_form *form, struct story_text *text)
{
	struct arena *a = w->arena;
	size_t before = w->faults.count;
	*text = (struct story_text){ .title = text_trim(a, form->title),
		.topics = story_form_list(a, form->topics),
		.units = story_form_list(a, form->units),
		.people = story_form_list(a, form->people),
		.outcome = outcome_of(form->outcome),
		.body = clean(a, form->body) };
	if (!*text->title)
		fault_add(&w->faults, "title", _("Give the story a title."));
	else if (text_runes(text->title) > STORY_MAX_TITLE)
		fault_add(&w->faults, "title",
			_("The title is too long: 200 characters is the most."));
	read_sources(w, form->sources, text);
	if (text_blank(form->body))
		fault_add(&w->faults, "body", _("The story has no text yet: write it below."));
	if (w->faults.count > before)
		return false;
	/* What a file may not hold, a form may not either. */
	const char *file = story_text_print(a, text);
	struct story_text again;
	struct faults found = { .arena = a };
	if (story_text_parse(a, file, strlen(file), &again, &found)) {
		*text = again;
		return true;
	}
	int head = count_lines(file) - count_lines(text->body) - 1;
	LIST_EACH (const struct fault, f, &found)
		fault_add(&w->faults, f->line > head ? "body" : NULL,
			f->line > head
				? arena_format(a, _("Line %d: %s"), f->line - head, f->message)
				: f->message);
	return false;
}
