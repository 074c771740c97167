#include "csv.h"

#include <iconv.h>
#include <string.h>

#include <csv.h>

#include "base/list.h"
#include "base/text.h"
#include "i18n.h"

static int line_of(const char *bytes, size_t at)
{
	int line = 1;
	for (size_t i = 0; i < at; i++)
		line += bytes[i] == '\n';
	return line;
}

/* Bytes in another encoding as UTF-8; false where they are not in that encoding. */
static bool converted(struct arena *a, const char *encoding, const char *bytes, size_t len,
	char **text, size_t *text_len)
{
	iconv_t door = iconv_open("UTF-8", encoding);
	if (door == (iconv_t)-1)
		return false;
	size_t room = len * 2 + 16; /* two bytes of either encoding become at most three */
	char *from = (char *)bytes, *to = arena_alloc(a, room);
	*text = to;
	size_t failed = iconv(door, &from, &len, &to, &room);
	iconv_close(door);
	*text_len = (size_t)(to - *text);
	return failed != (size_t)-1 && len == 0;
}

/* Some Chinese before the first bad byte: a damaged UTF-8 file, not one in another encoding. */
static bool began_as_utf8(const char *bytes, size_t good)
{
	int han = 0;
	for (const char *p = bytes; p < bytes + good && han < 4;)
		han += rune_is_han(text_rune(&p, bytes + good));
	return han == 4;
}

/* The file as UTF-8 with \n, or a fault. */
static char *decoded(struct arena *a, const char *bytes, size_t *len, struct faults *faults)
{
	char *text = (char *)bytes;
	bool known = true;
	size_t bad = 0;
	if (*len >= 4 && (!memcmp(bytes, "PK\3\4", 4) || !memcmp(bytes, "\xD0\xCF\x11\xE0", 4))) {
		fault_add_at(faults, 1, 0,
			_("This is a workbook. In Excel or WPS choose “Save as”, “CSV UTF-8”, and "
			  "send that file."));
		return NULL;
	}
	if (*len >= 2 && !memcmp(bytes, "\xFF\xFE", 2))
		known = converted(a, "UTF-16LE", bytes + 2, *len - 2, &text, len);
	else if (*len >= 2 && !memcmp(bytes, "\xFE\xFF", 2))
		known = converted(a, "UTF-16BE", bytes + 2, *len - 2, &text, len);
	else if (!text_valid(bytes, *len, &bad)) {
		bool marked = *len >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3);
		known = !marked && !began_as_utf8(bytes, bad) &&
			converted(a, "GB18030", bytes, *len, &text, len);
	}
	if (!known) {
		fault_add_at(faults, line_of(bytes, bad), 0,
			_("The characters from here on cannot be read. Save the file as “CSV "
			  "UTF-8” and send it again."));
		return NULL;
	}
	if (memchr(text, 0, *len)) {
		fault_add_at(faults, line_of(text, strlen(text)), 0,
			_("There is a zero byte in this line. Save the file as “CSV UTF-8” and "
			  "send it again."));
		return NULL;
	}
	return text_unix_lines(a, text, len);
}

/* The separator of which the first line that is not blank has most, outside quotes. */
static char separator(const char *text, size_t len)
{
	static const char candidates[] = ",;\t";
	size_t counts[3] = { 0 }, i = 0;
	bool quoted = false;
	while (i < len && strchr(" \t\n", text[i]))
		i++;
	for (; i < len && (quoted || text[i] != '\n'); i++) {
		quoted ^= text[i] == '"';
		const char *is = quoted ? NULL : strchr(candidates, text[i]);
		if (is)
			counts[is - candidates]++;
	}
	size_t best = 0;
	for (i = 1; i < 3; i++)
		best = counts[i] > counts[best] ? i : best;
	return candidates[best];
}

struct reading {
	struct arena *arena;
	struct csv_rows *rows;
	struct faults *faults;
	int line;     /* being fed */
	int row_line; /* where the row being read began; 0 between rows */
	struct {
		const char **items;
		size_t count, room;
	} fields;
	bool any; /* does the row hold a field that is not empty? */
	bool stop;
};

static void fault_here(struct reading *r, const char *message)
{
	fault_add_at(r->faults, r->row_line, 0, message);
}

static void on_field(void *bytes, size_t len, void *data)
{
	struct reading *r = data;
	if (r->stop)
		return;
	if (len > CSV_FIELD_MAX) {
		fault_here(r, _("A field of this row is longer than 10 KB. Shorten it; a quotation "
				"mark may be missing at its end."));
		r->stop = true;
		return;
	}
	if (r->fields.count == CSV_FIELDS_MAX) {
		fault_here(r, _("This row has more than 100 fields. Take out those that are not "
				"needed."));
		r->stop = true;
		return;
	}
	const char *field = arena_copy(r->arena, bytes, len);
	if (text_forbidden_at(field, len) < len)
		fault_here(r, _("A field of this row holds a character that cannot be shown. Type "
				"the field anew."));
	r->any |= len > 0;
	*LIST_ADD(r->arena, &r->fields) = field;
}

static void on_row(int ended_by, void *data)
{
	(void)ended_by;
	struct reading *r = data;
	if (r->any && !r->stop) {
		if (r->rows->count == CSV_ROWS_MAX) {
			fault_here(
				r, _("The file has more than 100,000 rows. Split it into several "
				     "files."));
			r->stop = true;
		}
		const char **fields = ARENA_MANY(r->arena, const char *, r->fields.count);
		memcpy(fields, r->fields.items, r->fields.count * sizeof *fields);
		*LIST_ADD(r->arena, r->rows) = (struct csv_row){
			.line = r->row_line, .count = r->fields.count, .fields = fields
		};
	}
	r->fields.count = 0;
	r->any = false;
	r->row_line = 0;
}

/* libcsv tells no lines: it is fed line by line, and reports the end of each outside quotes. */
static void feed(struct reading *r, struct csv_parser *parser, const char *text, size_t len)
{
	const char *end = text + len;
	for (const char *p = text; p < end && !r->stop; r->line++) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));
		size_t n = (size_t)((stop ? stop + 1 : end) - p);
		if (!r->row_line)
			r->row_line = r->line;
		if (csv_parse(parser, p, n, on_field, on_row, r) != n) {
			fault_here(r, _("A quotation mark stands in the middle of a field of this "
					"row. Put the whole field in quotation marks and write "
					"each one inside twice."));
			r->stop = true;
		}
		p += n;
	}
	int open_since = r->row_line;
	if (!r->stop && csv_fini(parser, on_field, on_row, r)) {
		r->row_line = open_since;
		fault_here(r, _("A quotation mark that opens in this row is never closed. Close it "
				"or take it out."));
	}
}

bool csv_read(struct arena *a, const char *bytes, size_t len, struct csv_rows *rows,
	struct faults *faults)
{
	size_t before = faults->count;
	if (len > CSV_FILE_MAX) {
		fault_add(faults, NULL, _("The file is larger than 8 MB. Split it into several."));
		return false;
	}
	char *text = decoded(a, bytes, &len, faults);
	if (!text)
		return false;
	struct csv_parser parser;
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL)) {
		fault_add(faults, NULL, _("The file could not be read. Try again."));
		return false;
	}
	csv_set_delim(&parser, (unsigned char)separator(text, len));
	struct reading r = { .arena = a, .rows = rows, .faults = faults, .line = 1 };
	feed(&r, &parser, text, len);
	csv_free(&parser);
	return faults->count == before;
}

void csv_bom(struct out *o)
{
	out_text(o, "\xEF\xBB\xBF");
}

static bool begins_row(const struct out *o)
{
	return !o->len || o->data[o->len - 1] == '\n' ||
	       (o->len == 3 && !memcmp(o->data, "\xEF\xBB\xBF", 3));
}

static bool looks_like_a_formula(const char *text)
{
	static const char *const starts[] = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－",
		"＠" };
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		if (text_starts(text, starts[i]))
			return true;
	}
	return false;
}

static void write_field(struct out *o, const char *text, bool guarded)
{
	bool first = begins_row(o);
	if (!first)
		out_char(o, ',');
	/* An empty field is "" where it comes first, or the next would think that it were first. */
	bool quoted = (first && !*text) || guarded || strpbrk(text, "\",;\t\r\n") || *text == ' ' ||
		      text_starts(text, "\xEF\xBB\xBF") || (*text && text[strlen(text) - 1] == ' ');
	if (!quoted) {
		out_text(o, text);
		return;
	}
	out_text(o, guarded ? "\"'" : "\"");
	for (const char *p = text; *p;) {
		size_t plain = strcspn(p, "\"");
		out_bytes(o, p, plain);
		p += plain;
		if (*p == '"') {
			out_text(o, "\"\"");
			p++;
		}
	}
	out_char(o, '"');
}

void csv_field(struct out *o, const char *text)
{
	text = text ? text : "";
	write_field(o, text, looks_like_a_formula(text));
}

void csv_field_exact(struct out *o, const char *text)
{
	write_field(o, text ? text : "", false);
}

void csv_field_long(struct out *o, long n)
{
	if (!begins_row(o))
		out_char(o, ',');
	out_long(o, n);
}

void csv_end(struct out *o)
{
	out_text(o, "\r\n");
}
