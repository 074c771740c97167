/* What is wrong with a point, all of it at once. */
#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "doors/markdown.h"
#include "point_text.h"

static void fault(struct faults *f, const char *field, int line, int column, const char *message)
{
	if (field)
		fault_add(f, field, message);
	else
		fault_add_at(f, line, column, message);
}

static void check_body(const struct point_text *p, const char *field, struct faults *f)
{
	int line = 1, column = 1;
	switch (markdown_check(p->body, strlen(p->body), MARKDOWN_POINT_LIMIT, &line, &column)) {
	case MARKDOWN_TOO_LONG:
		fault(f, field, p->line, 1,
			_("This point is too long: 32 KB (about ten thousand characters) is the "
			  "most. "
			  "Shorten it, or make a second point of it."));
		break;
	case MARKDOWN_TOO_DEEP:
		fault(f, field, p->body_line + line - 1, column,
			_("Too many list or quote marks on one line: 32 is the most."));
		break;
	case MARKDOWN_NOT_UTF8:
	case MARKDOWN_PRIVATE_USE:
		if (field) /* in a file the characters were checked before */
			fault_add(f, field,
				_("An invisible or private character stands here: delete it and "
				  "type it "
				  "anew."));
		break;
	case MARKDOWN_OK:
		break;
	}
	LIST_EACH (const struct ask_text, ask, &p->asks)
		if (!*ask->text)
			fault(f, field, p->body_line + ask->line, 1,
				_("Write what you need on this line, behind the colon."));
}

static bool long_tag(const struct point_text *p)
{
	for (size_t i = 0; i < p->tags.count; i++)
		if (text_runes(p->tags.items[i]) > POINT_MAX_TAG)
			return true;
	return false;
}

void point_text_check(const struct point_text *p, const char *field, struct faults *f)
{
	if (!*p->headline)
		fault(f, field, p->line, 1,
			_("Write a headline: one sentence that says what you learned."));
	else if (text_runes(p->headline) > POINT_MAX_HEADLINE)
		fault(f, field, p->line, 1,
			_("The headline is too long: 200 characters is the most. Put the rest "
			  "below it."));
	if (p->tags.count > POINT_MAX_TAGS)
		fault(f, field, p->line, 1,
			_("Too many tags: ten is the most. Keep those that help to find it."));
	if (long_tag(p))
		fault(f, field, p->line, 1,
			_("A tag is too long: 40 characters is the most. Choose a shorter word."));
	check_body(p, field, f);
}
