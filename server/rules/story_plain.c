#include "story_plain.h"

#include <string.h>

#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "rules/front.h"
#include "rules/point_text.h"

#define LONGEST_NAME 120 /* bytes of a line that begins a document */

bool story_plain_is(const char *bytes, size_t len)
{
	const char *p = bytes, *end = bytes + len;
	if (len >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
		p += 3;
	while (p < end && strchr(" \t\r\n", *p) && *p)
		p++;
	if (end - p < 3 || memcmp(p, "---", 3) != 0)
		return true;
	p += 3;
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	return p < end && *p != '\n' && *p != '\r';
}

static bool alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool blank_or_end(const char *p, const char *end)
{
	return p == end || *p == ' ' || *p == '\t';
}

/* Would Markdown see a block in what the line begins with? Marks that mean something everywhere are
 * not this function's. Returns where the backslash goes, or NULL. */
static const char *block_mark(const char *p, const char *end)
{
	if (p == end)
		return NULL;
	if (strchr("#>+-=:", *p) && *p)
		return p;
	const char *q = p;
	while (q < end && q - p < 10 && *q >= '0' && *q <= '9')
		q++;
	if (q > p && q < end && (*q == '.' || *q == ')') && blank_or_end(q + 1, end))
		return q;
	return NULL;
}

static bool means_something(const char *line, const char *p, const char *end)
{
	char before = p > line ? p[-1] : 0, after = p + 1 < end ? p[1] : 0;
	switch (*p) {
	case '*':
	case '`':
	case '[':
	case '<':
	case '|':
		return true;
	case '_':
		return !alnum(before) || !alnum(after);
	case '~':
		return before == '~' || after == '~';
	case '&':
		return alnum(after) || after == '#';
	case '\\':
		return after == 0 || (after > ' ' && after < 0x7F && !alnum(after));
	default:
		return false;
	}
}

static void escape_line(struct out *o, const char *line, const char *end)
{
	const char *p = line;
	/* Blanks in front would be dropped, or make code of the line. */
	for (; p < end && (*p == ' ' || *p == '\t'); p++)
		out_text(o, *p == ' ' ? "&#32;" : "&#9;");
	const char *mark = block_mark(p, end);
	for (; p < end; p++) {
		if (p == mark || means_something(line, p, end))
			out_char(o, '\\');
		out_char(o, *p);
	}
}

const char *story_plain_escape(struct arena *a, const char *typed)
{
	struct out o = out_new(a);
	for (const char *p = typed, *end = typed + strlen(typed); p < end;) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));
		if (!stop)
			stop = end;
		if (text_blank(arena_copy(a, p, (size_t)(stop - p))))
			out_bytes(&o, p, (size_t)(stop - p));
		else
			escape_line(&o, p, stop);
		if (stop < end)
			out_char(&o, '\n');
		p = stop + (stop < end);
	}
	return out_string(&o);
}

bool story_plain_read(struct arena *a, const char *bytes, size_t len, struct story_text *out,
	struct faults *faults)
{
	size_t before = faults->count;
	*out = (struct story_text){ .title = "", .body = "" };
	if (len > STORY_MAX_BYTES) {
		fault_add_at(faults, 1, 1, _("The text is too long: 1 MB is the most."));
		return false;
	}
	size_t n = len;
	const char *text = text_unix_lines(a, bytes, &n);
	front_check_characters(text, n, faults);
	if (faults->count > before)
		return false;
	text = point_text_trim(a, text);
	const char *stop = strchrnul(text, '\n');
	while (*stop && text_blank(arena_copy(a, text, (size_t)(stop - text)))) {
		text = stop + 1; /* a line of wide blanks is no title */
		stop = strchrnul(text, '\n');
	}
	out->title = text_trim(a, arena_copy(a, text, (size_t)(stop - text)));
	if (!*out->title) {
		fault_add_at(faults, 1, 1, _("The file has no words."));
		return false;
	}
	if (text_runes(out->title) > STORY_MAX_TITLE)
		out->title = text_cut(a, out->title, STORY_MAX_TITLE - 1);
	else
		text = stop;
	out->body = point_text_trim(a, story_plain_escape(a, point_text_trim(a, text)));
	return true;
}

/* The shared name's length if this line is NAME篇N. */
static size_t name_of(const char *line, const char *end, int number)
{
	static const char mark[] = "篇";
	while (end > line && (end[-1] == ' ' || end[-1] == '\r' || end[-1] == '\t'))
		end--;
	if (end - line > LONGEST_NAME)
		return 0;
	const char *digits = end;
	int n = 0;
	while (digits > line && digits[-1] >= '0' && digits[-1] <= '9')
		digits--;
	for (const char *p = digits; p < end && n < 1000; p++)
		n = n * 10 + (*p - '0');
	size_t before = (size_t)(digits - line), size = sizeof mark - 1;
	if (digits == end || n != number || before <= size ||
		memcmp(digits - size, mark, size) != 0)
		return 0;
	return before - size;
}

struct story_documents story_plain_split(
	struct arena *a, const char *bytes, size_t len, struct story_document *preface)
{
	struct story_documents found = { 0 };
	const char *name = NULL, *end = bytes + len, *begun = bytes;
	size_t name_len = 0;
	*preface = (struct story_document){ bytes, 0 };
	for (const char *line = bytes; line < end;) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		if (!stop)
			stop = end;
		size_t n = name_of(line, stop, (int)found.count + 1);
		if (n && (!name || (n == name_len && memcmp(line, name, n) == 0))) {
			if (name)
				found.items[found.count - 1].len = (size_t)(line - begun);
			else
				preface->len = (size_t)(line - bytes);
			name = line;
			name_len = n;
			begun = line;
			*LIST_ADD(a, &found) =
				(struct story_document){ line, (size_t)(end - line) };
		}
		line = stop + (stop < end);
	}
	if (found.count < 2)
		return (struct story_documents){ 0 };
	return found;
}
