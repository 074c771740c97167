#include "front.h"

#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"

#define MOST_FAULTS 50 /* of bad characters; more help nobody */

int front_column(const char *line, const char *at)
{
	int column = 1;
	while (line < at) {
		text_rune(&line, at);
		column++;
	}
	return column;
}

static void check_line(const char *line, const char *end, int number, struct faults *faults)
{
	size_t bad_at = 0, len = (size_t)(end - line);
	bool broken = !text_valid(line, len, &bad_at);
	size_t forbidden = text_forbidden_at(line, len);
	if (broken)
		fault_add_at(faults, number, front_column(line, line + bad_at),
			_("This is not UTF-8 text: save the file as UTF-8 and send it again."));
	if (forbidden < len)
		fault_add_at(faults, number, front_column(line, line + forbidden),
			_("An invisible or private character stands here: delete it and type it "
			  "anew."));
}

void front_check_characters(const char *text, size_t len, struct faults *faults)
{
	size_t before = faults->count;
	int number = 1;
	for (const char *line = text, *end = text + len; line < end; number++) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		if (!stop)
			stop = end;
		check_line(line, stop, number, faults);
		if (faults->count - before >= MOST_FAULTS)
			return;
		line = stop + 1;
	}
}

static bool is_fence(const char *line, const char *end, bool closing)
{
	if (end - line < 3 ||
		(memcmp(line, "---", 3) != 0 && !(closing && memcmp(line, "...", 3) == 0)))
		return false;
	for (const char *p = line + 3; p < end; p++)
		if (*p != ' ' && *p != '\t')
			return false;
	return true;
}

static const char *line_end(const char *p, const char *end)
{
	const char *stop = memchr(p, '\n', (size_t)(end - p));
	return stop ? stop : end;
}

/* The line that ends the front matter: a fence, or, where there is none, the first heading. *number
 * is that of the line at p. Returns end if there is no such line. */
static const char *front_end(const char *p, const char *end, bool fence, int *number)
{
	for (const char *stop; p < end; p = stop + (stop < end), ++*number) {
		stop = line_end(p, end);
		if (fence ? is_fence(p, stop, true) : *p == '#')
			return p;
	}
	return end;
}

static void cut(struct arena *a, struct front *f, struct faults *faults)
{
	const char *p = f->rest, *const end = p + f->rest_len, *stop = p;
	int opened = 1;
	for (; p < end; p = stop + (stop < end), opened++) {
		stop = line_end(p, end);
		if (!text_blank(arena_copy(a, p, (size_t)(stop - p))))
			break;
	}
	if (p == end || !is_fence(p, stop, false))
		return;
	f->present = true;
	const char *inside = stop + (stop < end);
	int last = opened + 1;
	const char *close = front_end(inside, end, true, &last);
	if (close < end) {
		const char *after = line_end(close, end);
		f->rest = after + (after < end);
		f->rest_line = last + 1;
	} else {
		fault_add_at(faults, opened, 1,
			_("The lines at the top have no end: put a line with --- below them."));
		last = opened + 1;
		f->rest = close = front_end(inside, end, false, &last);
		f->rest_line = last;
	}
	f->rest_len = (size_t)(end - f->rest);
	f->faulty = !yaml_read(a, inside, (size_t)(close - inside), opened + 1, &f->map, faults);
}

void front_read(
	struct arena *a, const char *bytes, size_t len, struct front *out, struct faults *faults)
{
	*out = (struct front){ .rest_line = 1 };
	out->rest_len = len;
	out->rest = text_unix_lines(a, bytes, &out->rest_len);
	front_check_characters(out->rest, out->rest_len, faults);
	size_t nul = strlen(out->rest);
	if (nul < out->rest_len)
		out->rest_len = nul; /* a fault already; what stands before it is still looked at */
	cut(a, out, faults);
}

const char *front_text(struct arena *a, const struct yaml_entry *e, struct faults *faults)
{
	if (e->is_list) {
		fault_add_at(faults, e->line, e->column,
			_("Only one value may stand here, without [ ] or lines that begin with "
			  "-."));
		return "";
	}
	return e->count ? text_trim(a, e->items[0].text) : "";
}
