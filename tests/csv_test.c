#include "test.h"

#include <iconv.h>

#include "doors/csv.h"

/* Rows as "line:a|b|c;" so that a table can say what it expects. */
static char *read_as_text(struct test *t, const char *bytes, size_t len)
{
	struct csv_rows rows = { 0 };
	struct faults faults = { .arena = t->arena };
	struct out o = out_new(t->arena);
	if (csv_read(t->arena, bytes, len, &rows, &faults) != (faults.count == 0))
		fail_msg("the answer and the faults contradict each other");
	for (size_t i = 0; i < faults.count; i++)
		out_format(&o, "fault in %d;", faults.items[i].line);
	for (size_t i = 0; i < rows.count && !faults.count; i++) {
		out_format(&o, "%d:", rows.items[i].line);
		for (size_t j = 0; j < rows.items[i].count; j++) {
			out_text(&o, j ? "|" : "");
			out_text(&o, rows.items[i].fields[j]);
		}
		out_char(&o, ';');
	}
	return arena_string(t->arena, out_string(&o));
}

static void tables_are_read_as_spreadsheets_write_them(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *bytes, *rows;
	} table[] = {
		{ "", "" },
		{ "a,b\n1,2\n", "1:a|b;2:1|2;" },
		{ "a,b\r\n1,2", "1:a|b;2:1|2;" },
		{ "a,b\r1,2\r", "1:a|b;2:1|2;" },
		{ "\xEF\xBB\xBF编码,名称\n1, 回访 \n", "1:编码|名称;2:1|回访;" },
		{ "a;b;c\n1;2,5;3\n", "1:a|b|c;2:1|2,5|3;" },
		{ "a\tb\n1\t\n", "1:a|b;2:1|;" },
		{ "\"a;b\",c\n1,2\n", "1:a;b|c;2:1|2;" },
		{ "a,b\n\n,\n \n1,2\n", "1:a|b;5:1|2;" },
		{ "a,b\n\"x\n\ny\",2\n3,4\n", "1:a|b;2:x\n\ny|2;5:3|4;" },
		{ "a\n\"say \"\"yes\"\"\"\n", "1:a;2:say \"yes\";" },
		{ "\n\na,b\n1,2\n", "3:a|b;4:1|2;" },
		{ "a,b\n1,x\"y\n3,4\n", "fault in 2;" },
		{ "a,b\n1,2\n\"open,4\n5,6\n", "fault in 3;" },
		{ "a,b\n1,\x01\n2,3\n4,\x02\n", "fault in 2;fault in 4;" },
		{ "PK\3\4zip", "fault in 1;" },
		{ "\xD0\xCF\x11\xE0 old", "fault in 1;" },
		{ "a,b\n1,\x81\n", "fault in 2;" },
		{ "单位编码,姓名\n1,\xE5\x9B\n", "fault in 2;" }, /* damaged, not GB18030 */
		{ "\xEF\xBB\xBF"
		  "a\n\xC4\xE3\n",
			"fault in 2;" },
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		char *got = read_as_text(t, table[i].bytes, strlen(table[i].bytes));
		if (strcmp(got, table[i].rows))
			fail_msg("row %zu: %s instead of %s", i, got, table[i].rows);
	}
	assert_string_equal(read_as_text(t,
				    "a,b\n1,\0"
				    "2\n",
				    9),
		"fault in 2;");
}

static void encodings_of_chinese_offices_are_known(void **state)
{
	struct test *t = *state;
	static const char text[] = "单位编码,单位名称\r\nhd,华东分公司“一”\r\nx,𠮷野\r\n";
	static const char *const rows = "1:单位编码|单位名称;2:hd|华东分公司“一”;3:x|𠮷野;";
	static const struct {
		const char *name, *mark;
		size_t mark_len;
	} encodings[] = {
		{ "UTF-8", "", 0 },
		{ "UTF-8", "\xEF\xBB\xBF", 3 },
		{ "GB18030", "", 0 },
		{ "UTF-16LE", "\xFF\xFE", 2 },
		{ "UTF-16BE", "\xFE\xFF", 2 },
	};
	for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
		char bytes[512], *to = bytes + encodings[i].mark_len, *from = (char *)text;
		size_t left = sizeof text - 1, room = sizeof bytes - 8;
		memcpy(bytes, encodings[i].mark, encodings[i].mark_len);
		iconv_t door = iconv_open(encodings[i].name, "UTF-8");
		assert_int_equal(iconv(door, &from, &left, &to, &room), 0);
		iconv_close(door);
		char *got = read_as_text(t, bytes, (size_t)(to - bytes));
		if (strcmp(got, rows))
			fail_msg("%s with %zu bytes of mark: %s", encodings[i].name,
				encodings[i].mark_len, got);
	}
	assert_string_equal(read_as_text(t, "\xC1\xAA\xCD\xA8,1\n", 7), "1:联通|1;");
}

static void limits_are_said_and_not_passed(void **state)
{
	struct test *t = *state;
	char *bytes = arena_alloc(t->arena, CSV_FILE_MAX + 2);
	memset(bytes, 'x', CSV_FIELD_MAX + 1);
	assert_string_equal(read_as_text(t, bytes, CSV_FIELD_MAX + 1), "fault in 1;");
	assert_int_equal(strlen(read_as_text(t, bytes, CSV_FIELD_MAX)), CSV_FIELD_MAX + 3);
	memset(bytes, ',', CSV_FIELDS_MAX);
	assert_string_equal(read_as_text(t, bytes, CSV_FIELDS_MAX), "fault in 1;");
	for (size_t i = 0; i < CSV_FILE_MAX; i++)
		bytes[i] = i % 2 ? '\n' : 'x';
	struct csv_rows rows = { 0 };
	struct faults faults = { .arena = t->arena };
	assert_true(csv_read(t->arena, bytes, CSV_ROWS_MAX * 2, &rows, &faults));
	assert_int_equal(rows.count, CSV_ROWS_MAX);
	assert_int_equal(rows.items[CSV_ROWS_MAX - 1].line, CSV_ROWS_MAX);
	rows.count = 0;
	assert_false(csv_read(t->arena, bytes, CSV_ROWS_MAX * 2 + 1, &rows, &faults));
	assert_int_equal(faults.items[0].line, CSV_ROWS_MAX + 1);
	assert_false(csv_read(t->arena, bytes, CSV_FILE_MAX + 1, &rows, &faults));
}

static void what_is_written_reads_back_and_runs_no_formula(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *text, *guarded, *exact;
	} table[] = {
		{ "回访", "回访", "回访" },
		{ "a,b", "\"a,b\"", "\"a,b\"" },
		{ "say \"x\"", "\"say \"\"x\"\"\"", "\"say \"\"x\"\"\"" },
		{ "two\nlines", "\"two\nlines\"", "\"two\nlines\"" },
		{ " blank", "\" blank\"", "\" blank\"" },
		{ "=1+1", "\"'=1+1\"", "=1+1" },
		{ "+86", "\"'+86\"", "+86" },
		{ "-3%", "\"'-3%\"", "-3%" },
		{ "@cmd", "\"'@cmd\"", "@cmd" },
		{ "＝1", "\"'＝1\"", "＝1" },
		{ "\tx", "\"'\tx\"", "\"\tx\"" },
		{ "", "\"\"", "\"\"" },
		{ NULL, "\"\"", "\"\"" },
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct out guarded = out_new(t->arena), exact = out_new(t->arena);
		csv_bom(&guarded);
		csv_field(&guarded, table[i].text);
		if (strcmp(guarded.data + 3, table[i].guarded))
			fail_msg("row %zu: %s", i, guarded.data);
		csv_field_exact(&exact, table[i].text);
		if (strcmp(exact.data, table[i].exact))
			fail_msg("row %zu: %s", i, exact.data);
		csv_field_long(&exact, -7);
		csv_field(&exact, "");
		csv_end(&exact);
		csv_field(&exact, "z");
		csv_end(&exact);
		const char *text = table[i].text ? table[i].text : "";
		int lines = strchr(text, '\n') ? 3 : 2;
		char *want = arena_format(t->arena, "1:%s|-7|;%d:z;", text, lines);
		char *got = read_as_text(t, exact.data, exact.len);
		if (strcmp(got, want))
			fail_msg("row %zu reads back as %s", i, got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(tables_are_read_as_spreadsheets_write_them),
		TEST(encodings_of_chinese_offices_are_known),
		TEST(limits_are_said_and_not_passed),
		TEST(what_is_written_reads_back_and_runs_no_formula),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
