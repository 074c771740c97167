/*
 * csv: tables as Excel and WPS write and read them (libcsv, iconv).
 *
 * Reading takes UTF-8 with or without BOM, GB18030 (whatever is not UTF-8), and UTF-16 with BOM;
 * comma, semicolon or tab, whichever the first line has most of; fields in quotes may hold line
 * breaks. Blanks around unquoted fields go; lines with nothing but empty fields are skipped. Fields
 * are valid UTF-8 without control characters other than tab and line break.
 */
#ifndef DOORS_CSV_H
#define DOORS_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/outcome.h"
#include "base/out.h"

enum {
	CSV_FILE_MAX = 8 << 20, /* bytes */
	CSV_ROWS_MAX = 100000,
	CSV_FIELD_MAX = 10 << 10, /* bytes */
	CSV_FIELDS_MAX = 100,
};

struct csv_row {
	int line; /* where it begins in the file, from 1 */
	size_t count;
	const char **fields;
};

struct csv_rows {
	struct csv_row *items;
	size_t count, room;
};

/* The rows, the header among them. False if anything is wrong: then the faults say what, with the
 * line, and the rows must not be used. Rows and fields live in the arena. */
bool csv_read(struct arena *a, const char *bytes, size_t len, struct csv_rows *rows,
	struct faults *faults);

/*
 * Writing: csv_bom() first (Excel takes a file without it for something else than UTF-8), then
 * fields, each row closed by csv_end(). csv_field() puts an apostrophe before what a spreadsheet
 * would take for a formula (= + - @, their wide forms, tab); csv_field_exact() does not: for what
 * programs read again. NULL is an empty field.
 */
void csv_bom(struct out *o);
void csv_field(struct out *o, const char *text);
void csv_field_exact(struct out *o, const char *text);
void csv_field_long(struct out *o, long n);
void csv_end(struct out *o);

#endif
