#include "test.h"

#include <time.h>

#include "base/out.h"
#include "base/text.h"
#include "rules/paste.h"

/* Points as `E headline|body` (L for a lesson, ? a guessed kind, + the rest joined), one a line. */
static const char *show(struct arena *a, const char *text)
{
	struct paste got;
	paste_split(a, text, strlen(text), &got);
	struct out o = out_new(a);
	LIST_EACH (const struct paste_point, p, &got)
		out_format(&o, "%s%s%s %s|%s\n", p->kind == LESSON ? "L" : "E",
			p->guessed ? "?" : "", p->joined ? "+" : "", p->headline, p->body);
	return out_string(&o);
}

static const struct {
	const char *text, *points;
} samples[] = {
	{ "经验1：报价前先问清谁签字。上周三在华东电子用上了。2、样品当天寄出，客户第二天就回话。教"
	  "训：周五下午打回访没人接。",
		"E 报价前先问清谁签字|上周三在华东电子用上了。\nE 样品当天寄出，客户第二天就回话|\n"
		"L 周五下午打回访没人接|\n" },
	{ "三点经验:\n1. 先听后讲\n2. 带上技术同事\n3. 当天写纪要\n三点教训:\n1. 没问预算\n2. "
	  "没约下次\n3. 报价太早\n",
		"E 先听后讲|\nE 带上技术同事|\nE 当天写纪要|\nL 没问预算|\nL 没约下次|\nL "
		"报价太早|\n" },
	{ "王强 10:32\n经验：\n①带样机上门\n客户当场试了。\n②约在早会后\n教训：\n①忘了带名片\n",
		"E 带样机上门|客户当场试了。\nE 约在早会后|\nL 忘了带名片|\n" },
	{ "王强 2026/11/20 18:02:11\n【经验】\n1、先问用途再推荐型号。\n\n李娜 2026/11/20 "
	  "18:05:40\n【教训】\n1、没看库存就答应交期。",
		"E 先问用途再推荐型号|\nL 没看库存就答应交期|\n" },
	{ "✅老客户转介绍，成交两台\n❌试驾后没跟进，被对手抢走\n",
		"E? 老客户转介绍，成交两台|\nL? 试驾后没跟进，被对手抢走|\n" },
	{ "一、做得好的\n1）晨会前把名单排好\n2）每天十个电话\n二、做得不好的\n1）回访记录没写全\n",
		"E 晨会前把名单排好|\nE 每天十个电话|\nL 回访记录没写全|\n" },
	{ "领导好，这是我本周的总结：\n经验：客户嫌贵时先算三年总账。算完他自己说不贵。\n教训：合同"
	  "没让法务先看。",
		"E 客户嫌贵时先算三年总账|领导好，这是我本周的总结：\n\n算完他自己说不贵。\nL "
		"合同没让法务先看|\n" },
	{ "本周跑了七家门店，把每家的陈列都拍了照，回来发给店长对比着改，三家当天就改了，销量周末涨"
	  "了两成。",
		"E? "
		"本周跑了七家门店，把每家的陈列都拍了照，回来发给店长对比着改，三家当天就改了|"
		"销量周末涨了两成。\n" },
	{ "忘了提前确认客户在不在，白跑四十公里。", "L? 忘了提前确认客户在不在，白跑四十公里|\n" },
	{ "经验\n1️⃣ 先发资料再打电话\n2️⃣ 电话里只约时间\n",
		"E 先发资料再打电话|\nE 电话里只约时间|\n" },
	{ "经验：\n• 开场先说来意\n• 结束前约好下次\n教训：\n• 价格单拿错版本\n",
		"E 开场先说来意|\nE 结束前约好下次|\nL 价格单拿错版本|\n" },
	{ "经验：\n- 第一条\n- 第二条\n- 第三条\n- 第四条，舍不得删\n- 第五条\n",
		"E 第一条|\nE 第二条|\nE+ 第三条|- 第四条，舍不得删\n\n- 第五条\n" },
	{ "Experience: Ask who signs first. It saved a week.\nLesson: No date for the call.\n",
		"E Ask who signs first|It saved a week.\nL No date for the call|\n" },
	{ "Lessons\n1. Quoted version 2.5 instead of 3.0\n2. Called at 10:30 on Monday\n",
		"L Quoted version 2.5 instead of 3.0|\nL Called at 10:30 on Monday|\n" },
	{ "经验：\n1. 陪客户验收\n会议改到 10:30 我也等了\n2. 发票跟着货走\n",
		"E 陪客户验收|会议改到 10:30 我也等了\nE 发票跟着货走|\n" },
	{ "经验：客户要2、3台样机时，先签借用单。后来都还了。\n",
		"E 客户要2、3台样机时，先签借用单|后来都还了。\n" },
	{ "教训：\n1. 分期方案讲不清：\n（1）首付说错\n（2）利率没查\n2. 没带计算器\n",
		"L 分期方案讲不清|（1）首付说错\n（2）利率没查\nL 没带计算器|\n" },
	{ "# 经验\n## 报价前先问 #报价\n故事\n# 教训\n## 没约回访 #回访\n",
		"E 报价前先问 #报价|故事\nL 没约回访 #回访|\n" },
	{ "第一点：客户投诉当天必须回。第二点：回话前先查记录。",
		"L? 客户投诉当天必须回|\nE? 回话前先查记录|\n" },
	{ "总结如下：1、先打电话；2、再发资料；3、最后上门。",
		"E? 先打电话|总结如下：\nE? 再发资料|\nE? 最后上门|\n" },
	{ "经验一：展会上当晚就录名片\n教训一：礼品发得太早\n教训二：没留微信\n",
		"E 展会上当晚就录名片|\nL 礼品发得太早|\nL 没留微信|\n" },
	{ "💡经验：让客户自己开一圈，比我讲十分钟管用！回来当场交定金。\n❗教训：没提前加油。",
		"E 让客户自己开一圈，比我讲十分钟管用！|回来当场交定金。\nL 没提前加油|\n" },
	{ "（1）先验货（2）再签字（3）拍照留底", "E? 先验货|\nE? 再签字|\nE? 拍照留底|\n" },
	{ "三点教训：\n\n1、交车前没检查随车工具，客户回头来要，跑了两趟\n\n2、没问二手车置换\n\n3"
	  "、金融专员请假没人顶\n",
		"L 交车前没检查随车工具，客户回头来要，跑了两趟|\nL 没问二手车置换|\nL "
		"金融专员请假没人顶|\n" },
	{ "昨天 下午3:20\n经验：加了群再报价。\n—— 2026-11-20 ——\n教训：群里报了底价。\n",
		"E 加了群再报价|\nL 群里报了底价|\n" },
	{ "[18:05] 王强:\n经验：\n1、客户问到竞品时不贬低。\n2、只讲三处不同。",
		"E 客户问到竞品时不贬低|\nE 只讲三处不同|\n" },
	{ "亮点：\n1.把安装师傅介绍给客户\n不足：\n1.尾款没约日期\n",
		"E 把安装师傅介绍给客户|\nL 尾款没约日期|\n" },
	{ "这个客户从去年三月开始跟进到今年十月才第一次愿意让我们去厂里看看他们的生产线到底卡在哪个"
	  "工位上面",
		"E? "
		"这个客户从去年三月开始跟进到今年十月才第一次愿意让我们去厂里看看他们的生产线到…|"
		"这个客户从去年三月开始跟进到今年十月才第一次愿意让我们去厂里看看他们的生产线到底卡"
		"在哪个工位上面\n" },
	{ "经验：\n教训：\n", "" },
	{ " \n\n", "" },
};

static void chat_texts_become_points(void **state)
{
	struct test *t = *state;
	struct out wrong = out_new(t->arena);
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		const char *got = show(t->arena, samples[i].text);
		if (strcmp(got, samples[i].points) != 0)
			out_format(&wrong, "sample %zu:\n%s\ngives\n%swant\n%s\n", i,
				samples[i].text, got, samples[i].points);
	}
	if (wrong.len)
		fail_msg("%s", wrong.data);
}

static unsigned long seed;

static unsigned random_below(unsigned n)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % n;
}

/* How often each of some characters comes; the others' counts are folded together. */
static void count(long counts[4096], const char *s, long step)
{
	const char *end = s + strlen(s);
	while (s < end) {
		int rune = text_rune(&s, end);
		if (!rune_is_space(rune) && rune != '\\')
			counts[(unsigned)rune % 4096] += step;
	}
}

static void no_character_of_the_text_is_lost(void **state)
{
	struct test *t = *state;
	static const char *const piece[] = { "经验：", "教训:", "经验1:", "【教训】", "1.", "2、",
		"3)", "（1）", "②", "3️⃣", "一、", "第二点，", "- ", "• ", "✅", "❌", "## ",
		"# ", "王强 10:32", "2026/11/20 10:32", "昨天 ", "—— 11-20 ——", "\n", "\n", "\n\n",
		"。", "，", "；", "！", "：", "先问清预算", "再报价", "客户说贵", " ", "abc.",
		"3.5", "回访", "…", "做得不好的", "问题：", "**",
		"Lesson: ", "一二三四五六七八九十" };
	for (int round = 0; round < 20000; round++) {
		seed = (unsigned long)round;
		struct out o = out_new(t->arena);
		for (unsigned n = random_below(30); n > 0; n--)
			out_text(&o, piece[random_below(sizeof piece / sizeof *piece)]);
		const char *text = out_string(&o);
		struct paste got;
		paste_split(t->arena, text, o.len, &got);
		long counts[4096] = { 0 };
		int kinds[KINDS] = { 0 };
		count(counts, text, 1);
		LIST_EACH (const struct paste_point, p, &got) {
			const char *cut = strrchr(p->headline, (char)0xE2);
			bool twice = cut && text_runes(p->headline) == PASTE_HEADLINE &&
				     strcmp(cut, "…") == 0 &&
				     strstr(p->body, arena_copy(t->arena, p->headline,
							     (size_t)(cut - p->headline)));
			if (!twice)
				count(counts, p->headline, -1);
			count(counts, p->body, -1);
			if (!*p->headline || text_runes(p->headline) > PASTE_HEADLINE)
				fail_msg(
					"round %d: headline [%s] of\n%s", round, p->headline, text);
			kinds[p->kind]++;
		}
		for (size_t i = 0; i < got.left_out.count; i++)
			count(counts, got.left_out.items[i], -1);
		for (int i = 0; i < 4096; i++)
			if (counts[i])
				fail_msg("round %d: %ld of character %d in\n%s\nbecame\n%s", round,
					counts[i], i, text, show(t->arena, text));
		assert_true(kinds[EXPERIENCE] <= 3 && kinds[LESSON] <= 3);
		arena_reset(t->arena);
	}
}

static void what_is_left_out_is_only_marks(void **state)
{
	struct test *t = *state;
	static const char text[] = "王强 10:32\n经验：\n1、先听后讲。客户愿意说。\n• 教训\n";
	struct paste got;
	paste_split(t->arena, text, strlen(text), &got);
	struct out o = out_new(t->arena);
	for (size_t i = 0; i < got.left_out.count; i++)
		out_format(&o, "[%s]", got.left_out.items[i]);
	assert_string_equal(out_string(&o), "[王强 10:32][经验：][• 教训][1、][。]");
}

/* A careless paste of 200 KB took minutes once: its time must grow with its length only. */
static void a_very_long_text_costs_its_length(void **state)
{
	struct test *t = *state;
	static const char *const piece[] = { "- a\n", "。1、", "- ", "经验：", "1. x\n", "【",
		"第一点：", "王强 10:32\n" };
	for (size_t i = 0; i < sizeof piece / sizeof *piece; i++) {
		struct out o = out_new(t->arena);
		while (o.len < 200000)
			out_text(&o, piece[i]);
		struct paste got;
		clock_t begun = clock();
		paste_split(t->arena, o.data, o.len, &got);
		if (clock() - begun > 4 * CLOCKS_PER_SEC)
			fail_msg("%s", piece[i]);
		arena_reset(t->arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(chat_texts_become_points),
		TEST(no_character_of_the_text_is_lost),
		TEST(what_is_left_out_is_only_marks),
		TEST(a_very_long_text_costs_its_length),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
