/* import_inner: what the parts of an import share. For import*.c. */
#ifndef RULES_IMPORT_INNER_H
#define RULES_IMPORT_INNER_H

#include "base/list.h"
#include "doors/csv.h"
#include "import.h"
#include "store/export_marks.h"

struct import_number { /* of a point: in the file, and here */
	int64_t old, now;
};
struct import_numbers {
	struct import_number *items;
	size_t count, room;
};

struct import {
	struct work *work;
	const struct who *as;
	const struct import_files *files;
	struct import_report *report;
	struct import_numbers numbers;
	struct csv_rows reflections, reports, rollups, path,
		classified; /* without rows where there is no file */
	struct csv_rows marks[MARKS];
};

struct import_line *import_say(
	struct import *im, const char *file, enum import_did did, int64_t id);
enum outcome import_fail(struct import *im, const char *file); /* with the work's faults */
/* Somebody, also one who left; NULL: nobody is called so. */
const struct who *import_who(struct import *im, const char *login);
/* The text with [[old]] as the numbers are here. */
const char *import_cites(struct import *im, const char *text);
int64_t import_number(const struct import *im, int64_t old); /* itself if it is not known */

bool import_tables(struct import *im); /* organisation and topics; reads the others */
enum outcome import_reflection(
	struct import *im, const struct import_file *f, const struct csv_row *row);
/* reports/2026-11-24/wanglei.md: of that person, that day. */
bool import_is_report(const char *file);
enum outcome import_report(struct import *im, const struct import_file *f);
enum outcome import_story(struct import *im, const struct import_file *f);
enum outcome import_plain(struct import *im, const struct import_file *f);
enum outcome import_synthesis(struct import *im, const struct import_file *f);
enum outcome import_script(struct import *im, const struct import_file *f);
enum outcome import_path(struct import *im); /* path.csv, after all else */
enum outcome import_guide(struct import *im, const struct import_file *f);
enum outcome import_close(struct import *im, const struct csv_row *row);
enum outcome import_marks(
	struct import *im); /* after all else; DONE: the report says what failed */

#endif
