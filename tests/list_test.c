#include "test.h"

#include "base/list.h"

static int ascending(const void *x, const void *y)
{
	long a = *(const long *)x, b = *(const long *)y;
	return (a > b) - (a < b);
}

static void a_list_keeps_what_was_added_however_often_it_grew(void **state)
{
	struct test *t = *state;
	struct longs list = { 0 };
	for (long i = 0; i < 1000; i++)
		*LIST_ADD(t->arena, &list) = i * 7;
	assert_int_equal(list.count, 1000);
	long want = 0;
	LIST_EACH (long, item, &list) {
		assert_int_equal(*item, want);
		want += 7;
	}
	assert_int_equal(want, 7000);
}

static void a_list_of_any_length_is_sorted_none_included(void **state)
{
	struct test *t = *state;
	for (size_t n = 0; n <= 20; n++) {
		struct longs list = { 0 };
		for (size_t i = 0; i < n; i++)
			*LIST_ADD(t->arena, &list) = (long)(i * 13 % 29);
		LIST_SORT(&list, ascending); /* for n 0 items is NULL, which UBSan would report */
		assert_int_equal(list.count, n);
		for (size_t i = 1; i < n; i++)
			if (list.items[i - 1] >= list.items[i])
				fail_msg("%zu items: %ld before %ld", n, list.items[i - 1],
					list.items[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_list_keeps_what_was_added_however_often_it_grew),
		TEST(a_list_of_any_length_is_sorted_none_included),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
