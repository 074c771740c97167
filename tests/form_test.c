#include "test.h"

#include "base/form.h"

#define BYTES(s)   s, sizeof(s) - 1
#define MULTI      "multipart/form-data; boundary=XX"
#define PART(name) "Content-Disposition: form-data; name=\"" name "\"\r\n"
#define URLENCODED "application/x-www-form-urlencoded"

/* The fields as name=value| with a file's name and type behind it. */
static const char *shown(struct arena *a, const struct fields *f)
{
	struct out o = out_new(a);
	for (size_t i = 0; i < f->count; i++) {
		const struct field *p = &f->items[i];
		out_format(&o, "%s=", p->name);
		out_bytes(&o, p->value, p->len);
		if (p->file_name)
			out_format(&o, " (%s, %s)", p->file_name, p->type ? p->type : "-");
		out_char(&o, '|');
	}
	return out_string(&o);
}

static void forms_are_read(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *type, *body;
		size_t len;
		const char *fields;
	} rows[] = {
		{ NULL, BYTES(""), "" },
		{ URLENCODED, BYTES(""), "" },
		{ URLENCODED, BYTES("a=1&b=%E5%9B%9E+%26"), "a=1|b=回 &|" },
		{ URLENCODED, BYTES("a=by hand, 回访"), "a=by hand, 回访|" },
		{ URLENCODED, BYTES("a=%0B%0C1%0D%0A2"), "a=\v\f1\r\n2|" },
		{ URLENCODED "; charset=UTF-8", BYTES("a=1"), "a=1|" },
		{ "Application/X-WWW-form-urlencoded", BYTES("a=1"), "a=1|" },
		{ MULTI, BYTES("--XX--\r\n"), "" },
		{ MULTI, BYTES("--XX--"), "" },
		{ MULTI,
			BYTES("--XX\r\n" PART("a") "\r\n1\r\n--XX\r\n" PART(
				"b") "\r\n\r\n--XX--\r\n"),
			"a=1|b=|" },
		{ MULTI, BYTES("--XX\r\n" PART("a") "\r\n1\r\n--X\r\n2\r\n\r\n--XX--\r\n"),
			"a=1\r\n--X\r\n2\r\n|" },
		{ "multipart/form-data; charset=utf-8; boundary=\"X X\"",
			BYTES("--X X\r\n" PART("题") "\r\n回访\r\n--X X--"), "题=回访|" },
		{ MULTI,
			BYTES("--XX\r\nContent-Disposition: form-data; name=\"f\"; "
			      "filename=\"人 员;\\\"1\\\".csv\"\r\nContent-Type: text/csv\r\n\r\n"
			      "\xEF\xBB\xBFx\xFF\r\n--XX--"),
			"f=\xEF\xBB\xBFx\xFF (人 员;\"1\".csv, text/csv)|" },
		{ MULTI,
			BYTES("--XX\r\ncontent-disposition:form-data;filename=a.csv;name=f\r\n\r\n"
			      "x\r\n--XX--"),
			"f=x (a.csv, -)|" },
		{ MULTI,
			BYTES("--XX\r\nContent-Disposition: form-data; name=\"f\"; "
			      "filename=\"\"\r\n"
			      "Content-Type: application/octet-stream\r\n\r\n\r\n--XX--"),
			"f= (, application/octet-stream)|" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fields f;
		const char *why = NULL;
		enum form_outcome got =
			form_parse(t->arena, rows[i].type, rows[i].body, rows[i].len, &f, &why);
		if (got != FORM_READ)
			fail_msg("row %zu: %d %s", i, (int)got, why);
		if (strcmp(shown(t->arena, &f), rows[i].fields))
			fail_msg("row %zu: %s", i, shown(t->arena, &f));
	}
}

static void broken_forms_are_refused(void **state)
{
	struct test *t = *state;
	static const struct {
		const char *type, *body;
		size_t len;
		enum form_outcome outcome;
	} rows[] = {
		{ NULL, BYTES("a=1"), FORM_TYPE },
		{ "text/plain", BYTES("a=1"), FORM_TYPE },
		{ "multipart/mixed; boundary=XX", BYTES("--XX--"), FORM_TYPE },
		{ URLENCODED "x", BYTES("a=1"), FORM_TYPE },
		{ URLENCODED, BYTES("a=%00"), FORM_BAD },
		{ URLENCODED, BYTES("a=\0"), FORM_BAD },
		{ URLENCODED, BYTES("a=%4"), FORM_BAD },
		{ URLENCODED, BYTES("a=%ff"), FORM_BAD },
		{ "multipart/form-data", BYTES("--XX--"), FORM_BAD },
		{ "multipart/form-data; boundary=", BYTES("----"), FORM_BAD },
		{ "multipart/form-data; xboundary=XX", BYTES("--XX--"), FORM_BAD },
		{ "multipart/form-data; boundary=\"XX", BYTES("--XX--"), FORM_BAD },
		{ MULTI, BYTES(""), FORM_BAD },
		{ MULTI, BYTES("--XX"), FORM_BAD },
		{ MULTI, BYTES("--XX\r\n"), FORM_BAD },
		{ MULTI, BYTES("--XY--"), FORM_BAD },
		{ MULTI, BYTES("before\r\n--XX--"), FORM_BAD },
		{ MULTI, BYTES("--XX\r\n" PART("a") "\r\n1"), FORM_BAD },
		{ MULTI, BYTES("--XX\r\n" PART("a") "\r\n1\r\n--XX"), FORM_BAD },
		{ MULTI, BYTES("--XX\r\n" PART("a") "\r\n1\r\n--XX\r\n"), FORM_BAD },
		{ MULTI, BYTES("--XX\r\n" PART("a") "1\r\n--XX--"), FORM_BAD },
		{ MULTI, BYTES("--XX\r\nContent-Disposition: form-data\r\n\r\n1\r\n--XX--"),
			FORM_BAD },
		{ MULTI, BYTES("--XX\r\nContent-Type: text/plain\r\n\r\n1\r\n--XX--"), FORM_BAD },
		{ MULTI, BYTES("--XX\r\n" PART("a") "no colon\r\n\r\n1\r\n--XX--"), FORM_BAD },
		{ MULTI, BYTES("--XX\r\n" PART("a\0b") "\r\n1\r\n--XX--"), FORM_BAD },
		{ MULTI, BYTES("--XX\r\n" PART("a\xff") "\r\n1\r\n--XX--"), FORM_BAD },
		{ MULTI, BYTES("--XX\r\n" PART("a") "\r\n\xff\r\n--XX--"), FORM_BAD },
		{ MULTI, BYTES("--XX\r\n" PART("a") "\r\n\0\r\n--XX--"), FORM_BAD },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fields f;
		const char *why = NULL;
		enum form_outcome got =
			form_parse(t->arena, rows[i].type, rows[i].body, rows[i].len, &f, &why);
		if (got != rows[i].outcome || !why)
			fail_msg("row %zu: %d %s", i, (int)got, why ? why : "without a word");
	}
}

static void a_file_is_not_taken_for_text(void **state)
{
	struct test *t = *state;
	static const char body[] =
		"--XX\r\nContent-Disposition: form-data; name=\"a\"; "
		"filename=\"x\"\r\n\r\n\0\r\n--XX\r\n" PART("a") "\r\ntext\r\n--XX--";
	struct fields f;
	const char *why;
	assert_int_equal(form_parse(t->arena, MULTI, body, sizeof body - 1, &f, &why), FORM_READ);
	assert_string_equal(fields_value(&f, "a"), "text");
	assert_string_equal(fields_find(&f, "a")->file_name, "x");
	assert_int_equal(fields_find(&f, "a")->len, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(forms_are_read),
		TEST(broken_forms_are_refused),
		TEST(a_file_is_not_taken_for_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
