/* tributary import PATH [--as LOGIN] */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "command.h"
#include "doors/control.h"
#include "doors/disk.h"
#include "doors/i18n.h"
#include "rules/import.h"

enum { FILE_MOST = 16 << 20 };

/* ---- files into one input and out of it again: NAME, a line end, LENGTH, a line end, the bytes --
 */

static bool pack_file(struct command *c, struct out *o, const char *path, const char *name)
{
	const char *why;
	size_t len;
	const char *bytes = disk_read(c->arena, path, FILE_MOST, &len, &why);
	if (!bytes)
		fprintf(c->err, "tributary: %s\n", why);
	if (!bytes)
		return false;
	out_format(o, "%s\n%zu\n", name, len);
	out_bytes(o, bytes, len);
	return true;
}

static bool is_wanted(const char *name)
{
	static const char *const ends[] = { ".md", ".markdown", ".txt", ".csv" };
	size_t len = strlen(name);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t end = strlen(ends[i]);
		if (len > end && text_same(name + len - end, ends[i]) && !strchr(name, '\n'))
			return true;
	}
	return false;
}

static bool pack(struct command *c, struct out *o, const char *path, const char *name)
{
	struct disk_names names = { 0 };
	const char *why;
	if (disk_kind(path) != DISK_FOLDER)
		return pack_file(c, o, path, *name ? name : path);
	if (!disk_list(c->arena, path, &names, &why)) {
		fprintf(c->err, "tributary: %s\n", why);
		return false;
	}
	for (size_t i = 0; i < names.count; i++) {
		const char *below = arena_format(c->arena, "%s/%s", path, names.items[i]);
		const char *called =
			arena_format(c->arena, "%s%s%s", name, *name ? "/" : "", names.items[i]);
		bool take = disk_kind(below) == DISK_FOLDER || is_wanted(names.items[i]);
		if (take && !pack(c, o, below, called))
			return false;
	}
	return true;
}

bool command_import_read(struct command *c)
{
	if (c->words.count != 1)
		return true;
	struct out o = out_new(c->arena);
	if (!pack(c, &o, c->words.items[0], ""))
		return false;
	c->input = out_string(&o);
	c->input_len = o.len;
	return true;
}

static struct import_files unpack(struct command *c)
{
	struct import_files files = { 0 };
	const char *p = c->input, *end = p + c->input_len;
	while (p < end) {
		const char *line = memchr(p, '\n', (size_t)(end - p));
		if (!line)
			break;
		const char *name = arena_copy(c->arena, p, (size_t)(line - p));
		char *after;
		size_t len = strtoul(line + 1, &after, 10);
		if (*after != '\n' || len > (size_t)(end - after - 1))
			break;
		*LIST_ADD(c->arena, &files) =
			(struct import_file){ name, arena_copy(c->arena, after + 1, len), len };
		p = after + 1 + len;
	}
	return files;
}

/* ---- doing it -------------------------------------------------------------------------------- */

static void print_line(struct command *c, const struct import_line *l)
{
	static const char *const words[] = { [IMPORT_UNCHANGED] = N_("unchanged"),
		[IMPORT_REFLECTION] = N_("reflection"),
		[IMPORT_REPORT] = N_("daily report"),
		[IMPORT_STORY] = N_("story"),
		[IMPORT_SYNTHESIS] = N_("synthesis"),
		[IMPORT_GUIDE] = N_("guide"),
		[IMPORT_TABLE] = N_("done") };
	if (l->did != IMPORT_FAILED)
		fprintf(c->out, l->id ? "%s: %s %lld\n" : "%s: %s\n", l->file, _(words[l->did]),
			(long long)l->id);
	else if (!l->faults.count)
		fprintf(c->err, "%s: %s\n", l->file, _("That is not possible."));
	LIST_EACH (const struct fault, f, &l->faults)
		if (f->line)
			fprintf(c->err, "%s:%d:%d: %s\n", l->file, f->line, f->column, f->message);
		else
			fprintf(c->err, "%s: %s\n", l->file, f->message);
}

int command_import(struct command *c)
{
	if (c->words.count != 1 || !c->input)
		return EXIT_USAGE;
	struct desk_of_owner d;
	if (!command_open(c, &d))
		return EXIT_FAILED;
	struct import_files files = unpack(c);
	struct import_report report = { 0 };
	enum outcome outcome =
		import_all(&d.work, &files, command_option(c, "--as", NULL), &report);
	LIST_EACH (const struct import_line, l, &report)
		print_line(c, l);
	if (report.passwords)
		fputs(report.passwords, c->out);
	int code = command_outcome(c, &d.work, outcome);
	command_close(&d);
	return report.failed ? EXIT_FAILED : code;
}
