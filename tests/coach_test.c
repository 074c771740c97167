/* What would make a point easier to use. */
#include "test.h"

#include "rules/coach.h"

static void slogans_are_asked_for_their_story(void **state)
{
	struct test *t = *state;
	static const struct {
		enum kind kind;
		const char *headline, *story;
		size_t hints;
	} rows[] = {
		{ EXPERIENCE, "要有激情", "", 1 },
		{ LESSON, "加强沟通，提升服务意识", "今后要努力。", 1 },
		{ LESSON, "沟通不够", "", 2 },
		{ EXPERIENCE, "坚持就是胜利",
			"只要心里有目标，手上有办法，脚下有行动，肩上有责任，就没有完不成的任务，没"
			"有过不去的坎，没有做不到的事。",
			1 },
		{ EXPERIENCE, "跟车半天",
			"周二上午去送桶装水的何老板那里，他一口咬定电车跑不了我这条线。我没争，跟了"
			"他四个小时，记下里程和停车次数，他当场约了周五试运。",
			0 },
		{ LESSON, "试运完三天没打电话",
			"周一试运很顺，我等着他来找我。周四打过去，他说别家业务员第二天就上门算了账"
			"，定金都交了。以后试运当天就把回访时间约好。",
			0 },
		{ LESSON, "No call for three days",
			"On Monday the trial went well and I waited for the customer. On Thursday "
			"he had signed elsewhere. Next time I fix the call-back at once.",
			0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct point_text p = { .kind = rows[i].kind, .headline = rows[i].headline };
		point_text_set_body(t->arena, &p, rows[i].story);
		struct strings hints = coach_hints(t->arena, &p);
		if (hints.count != rows[i].hints)
			fail_msg("%s: %zu hints, %s", rows[i].headline, hints.count,
				hints.count ? hints.items[0] : "");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(slogans_are_asked_for_their_story),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
