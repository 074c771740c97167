#include "export_talk.h"

#include <stdlib.h>

#include "base/ask_state.h"
#include "base/clock.h"
#include "base/kind.h"
#include "base/list.h"
#include "base/remark_kind.h"
#include "base/text.h"
#include "doors/csv.h"
#include "doors/yaml.h"
#include "report_text.h"
#include "store/export_talk.h"

static const struct {
	enum export_talk table;
	const char *file, *columns[TALK_COLUMNS];
} tables[] = {
	{ TALK_REMARK, "remarks.csv",
		{ "remark", "point", "kind", "to", "by", "text", "whom", "until", "rises", "at" } },
	{ TALK_CLOCK, "answers.csv", { "point", "due_at", "answered_by", "answered_at" } },
	{ TALK_ASK, "asks.csv",
		{ "ask", "kind", "point", "report", "by", "text", "unit_code", "state", "due_at",
			"named", "topic" } },
	{ TALK_STEP, "ask_steps.csv", { "ask", "deed", "by", "unit_code", "text", "at" } },
	{ TALK_DEPUTY, "deputies.csv", { "unit_code", "login", "since" } },
};

/* Numbers that only the program understands, in words. */
static const char *told(
	struct arena *a, enum export_talk table, const char *column, const char *stored)
{
	if (!stored)
		return "";
	if (text_same(column, "kind"))
		return table == TALK_REMARK ? remark_kind_name((enum remark_kind)atoi(stored))
					    : ask_kind_name((enum ask_kind)atoi(stored));
	if (text_same(column, "state"))
		return ask_state_name((enum ask_state)atoi(stored));
	if (text_same(column, "until"))
		return report_text_day_name(a, atoll(stored));
	if (text_same(column, "report")) {
		const char *slash = strrchr(stored, '/');
		return arena_format(a, "reports/%s/%.*s.md",
			report_text_day_name(a, atoll(slash + 1)), (int)(slash - stored), stored);
	}
	return stored;
}

static bool put_table(struct export *e, size_t i)
{
	struct arena *a = e->work->arena;
	struct out o = out_new(a);
	struct export_talk_rows rows = export_talk_any(e->work->db, tables[i].table);
	for (int k = 0; k < TALK_COLUMNS && tables[i].columns[k]; k++)
		csv_field_exact(&o, tables[i].columns[k]);
	csv_end(&o);
	LIST_EACH (const struct export_talk_row, r, &rows) {
		for (int k = 0; k < TALK_COLUMNS && tables[i].columns[k]; k++)
			csv_field_exact(
				&o, told(a, tables[i].table, tables[i].columns[k], r->text[k]));
		csv_end(&o);
	}
	return export_put(e, tables[i].file, &o);
}

static bool put_reports(struct export *e)
{
	struct arena *a = e->work->arena;
	struct out table = export_table(e, "file,unit_code,at");
	struct export_talk_rows rows = export_talk_any(e->work->db, TALK_REPORT);
	LIST_EACH (const struct export_talk_row, r, &rows) {
		const char *file = arena_format(a, "reports/%s/%s.md",
			report_text_day_name(a, atoll(r->text[1])), r->text[0]);
		struct out text = out_new(a);
		out_text(&text, r->text[4]);
		if (!export_put(e, file, &text))
			return false;
		csv_field_exact(&table, file);
		csv_field_exact(&table, r->text[2]);
		csv_field_exact(&table, r->text[3]);
		csv_end(&table);
	}
	return export_put(e, "reports.csv", &table);
}

static bool put_replies(struct export *e)
{
	struct arena *a = e->work->arena;
	struct export_talk_rows rows = export_talk_any(e->work->db, TALK_REPLY);
	LIST_EACH (const struct export_talk_row, r, &rows) {
		struct out text = out_new(a);
		struct strings topics = { 0 };
		for (const char *s = r->text[4]; *s; s += strcspn(s, ";"), s += *s == ';')
			*LIST_ADD(a, &topics) = arena_copy(a, s, strcspn(s, ";"));
		out_text(&text, "---\n");
		yaml_put_text(&text, "question", r->text[2]);
		yaml_put_list(&text, "topics", &topics);
		out_format(&text, "ask: %s\nat: %s\n---\n%s\n", r->text[1], r->text[5], r->text[3]);
		if (!export_put(e, arena_format(a, "answers-for-all/%s.md", r->text[0]), &text))
			return false;
	}
	return true;
}

bool export_talk(struct export *e)
{
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (!put_table(e, i))
			return false;
	return put_reports(e) && put_replies(e);
}
