/* Importing the organisation: a file or pasted rows, first as a difference, then for good. */
#include <string.h>

#include "failure.h"
#include "handlers.h"
#include "templates.h"
#include "views/org.h"

enum { FILE_MOST = 4 << 20 };

static enum outcome form(struct visit *v, int status)
{
	const struct org_import_view view = {
		.chrome = &v->chrome, .pasted = visit_field(v, "rows"), .faults = v->work.faults
	};
	admin_import(visit_page(v, _("Import people and units")), &view);
	v->out->status = status;
	return DONE;
}

enum outcome admin_import_show(struct visit *v)
{
	return form(v, 200);
}

/* The bytes travel through the page as hex: whatever their encoding, the same come back. */
static const char *to_hex(struct arena *a, const char *bytes, size_t len)
{
	static const char digits[] = "0123456789abcdef";
	char *s = arena_alloc(a, len * 2 + 1);
	for (size_t i = 0; i < len; i++) {
		s[2 * i] = digits[(unsigned char)bytes[i] >> 4];
		s[2 * i + 1] = digits[(unsigned char)bytes[i] & 15];
	}
	return s;
}

static int digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static const char *from_hex(struct arena *a, const char *hex, size_t *len)
{
	*len = strlen(hex) / 2;
	char *bytes = arena_alloc(a, *len + 1);
	for (size_t i = 0; i < *len; i++) {
		int high = digit(hex[2 * i]), low = digit(hex[2 * i + 1]);
		if (high < 0 || low < 0)
			return NULL;
		bytes[i] = (char)(high << 4 | low);
	}
	return bytes;
}

static enum outcome show_plan(
	struct visit *v, const struct org_plan *plan, const char *bytes, size_t len, int status)
{
	const struct org_plan_view view = { .chrome = &v->chrome,
		.plan = plan,
		.file = to_hex(v->work.arena, bytes, len),
		.faults = v->work.faults };
	admin_import_plan(visit_page(v, _("Import people and units")), &view);
	v->out->status = status;
	return DONE;
}

enum outcome admin_import_try(struct visit *v)
{
	const struct field *file = fields_find(&v->form, "file");
	const char *bytes = visit_field(v, "rows");
	size_t len = strlen(bytes);
	if (file && file->len) {
		bytes = file->value;
		len = file->len;
	}
	if (!len)
		fault_add(&v->work.faults, "file", _("Choose a file, or paste rows."));
	else if (len > FILE_MOST)
		fault_add(&v->work.faults, "file",
			_("This file is larger than 4 MB. Split it: parts may be imported one "
			  "after the other."));
	struct org_plan plan;
	if (v->work.faults.count || !org_plan_make(&v->work, v->work.db, bytes, len, &plan))
		return form(v, 422);
	return show_plan(v, &plan, bytes, len, 200);
}

enum outcome admin_import_apply(struct visit *v)
{
	size_t len;
	const char *bytes = from_hex(v->work.arena, visit_field(v, "file"), &len);
	if (!bytes || !len)
		return failure_answer(v, 400);
	struct org_plan plan;
	struct org_passwords made;
	enum outcome outcome =
		org_apply(&v->work, bytes, len, visit_field(v, "seen"), &plan, &made);
	if (outcome == STALE) {
		work_refresh(&v->work);
		if (org_plan_make(&v->work, v->work.db, bytes, len, &plan))
			return show_plan(v, &plan, bytes, len, 412);
		return form(v, 422);
	}
	if (outcome == INVALID || outcome == CONFLICT)
		return form(v, outcome_status(outcome));
	if (outcome != DONE)
		return outcome;
	work_refresh(&v->work);
	struct out table = out_new(v->work.arena);
	org_passwords_print(&table, &made);
	const struct org_done_view view = {
		.chrome = &v->chrome, .plan = &plan, .passwords = made, .table = out_string(&table)
	};
	admin_import_done(visit_page(v, _("Imported")), &view);
	return DONE;
}

/* What the page shows, as a file: it comes back from the page, since nothing of it was kept. */
enum outcome admin_import_passwords(struct visit *v)
{
	response_header(v->out, "Content-Type", "text/csv; charset=utf-8");
	response_header(
		v->out, "Content-Disposition", "attachment; filename=\"one-time-passwords.csv\"");
	out_text(&v->out->body, "login,password\n");
	for (const char *p = visit_field(v, "table"); *p; p++)
		if (*p != '\r')
			out_char(&v->out->body, *p);
	return DONE;
}
