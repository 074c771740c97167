#include "paste_marks.h"

#include <string.h>

#include "base/text.h"

#define MOST_DECORATIONS 6 /* marks before a heading's word */
#define COUNT(table)     (sizeof(table) / sizeof *(table))

static int peek(const char *p, const char *end)
{
	return p < end ? text_rune(&p, end) : 0;
}

static const char *skip(const char *p, const char *end)
{
	if (p < end)
		text_rune(&p, end);
	return p;
}

static const char *skip_blanks(const char *p, const char *end)
{
	while (p < end && rune_is_space(peek(p, end)))
		p = skip(p, end);
	return p;
}

static const char *skip_word(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word);
	return (size_t)(end - p) >= n && strncasecmp(p, word, n) == 0 ? p + n : NULL;
}

static const char *skip_any(const char *p, const char *end, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n;) {
		const char *q = skip_word(p, end, words[i]);
		i = q ? 0 : i + 1;
		p = q ? q : p;
	}
	return p;
}

static bool is_one_of(int rune, const char *set)
{
	const char *end = set + strlen(set);
	while (set < end)
		if (text_rune(&set, end) == rune)
			return rune != 0;
	return false;
}

bool paste_mark_may_follow(int rune)
{
	return rune_is_space(rune) || is_one_of(rune, "。；;！!？?：:，,、…】）)]");
}

static int digit_value(int rune)
{
	static const char han[] = "一二三四五六七八九十";
	if (rune >= '0' && rune <= '9')
		return rune - '0';
	const char *p = han, *end = han + sizeof han - 1;
	for (int n = 1; p < end; n++)
		if (text_rune(&p, end) == rune)
			return n;
	return -1;
}

/* One or two digits, or a Chinese number up to 十. */
static const char *skip_number(const char *p, const char *end, int *n)
{
	int rune = peek(p, end), value = digit_value(rune);
	if (value < 0)
		return p;
	*n = value;
	p = skip(p, end);
	int next = peek(p, end);
	if (rune < 0x80 && next >= '0' && next <= '9') {
		*n = value * 10 + next - '0';
		p++;
	}
	return p;
}

enum {
	STYLE_ARABIC = 1,
	STYLE_BRACKET,
	STYLE_CIRCLE,
	STYLE_KEYCAP,
	STYLE_HAN,
	STYLE_ORDINAL,
	STYLE_TICK
};

bool paste_mark_stands_out(int style)
{
	return style == STYLE_BRACKET || style == STYLE_CIRCLE || style == STYLE_KEYCAP;
}

static bool circled(const char *p, const char *end, struct paste_mark *m)
{
	static const struct {
		int first, last;
	} rows[] = { { 0x2460, 0x2473 }, { 0x2474, 0x2487 }, { 0x2488, 0x249B }, { 0x2776, 0x277F },
		{ 0x2780, 0x2789 } };
	int rune = peek(p, end);
	for (size_t i = 0; i < COUNT(rows); i++)
		if (rune >= rows[i].first && rune <= rows[i].last) {
			m->number = rune - rows[i].first + 1;
			m->style = STYLE_CIRCLE;
			m->len = (size_t)(skip(p, end) - p);
			return true;
		}
	return false;
}

static bool ordinal(const char *p, const char *end, bool line_start, struct paste_mark *m)
{
	const char *q = skip_word(p, end, "第");
	const char *number = q ? skip_number(q, end, &m->number) : NULL;
	if (!number || number == q)
		return false;
	const char *unit = skip_word(number, end, "点");
	if (!unit)
		unit = skip_word(number, end, "条");
	q = unit ? unit : number;
	bool mark = is_one_of(peek(q, end), "：:，,、");
	if (!mark && !(unit && line_start))
		return false;
	m->style = STYLE_ORDINAL;
	m->len = (size_t)((mark ? skip(q, end) : q) - p);
	return true;
}

static bool bracketed(const char *p, const char *end, struct paste_mark *m)
{
	if (!is_one_of(peek(p, end), "(（"))
		return false;
	const char *inside = skip(p, end), *q = skip_number(inside, end, &m->number);
	if (q == inside || !is_one_of(peek(q, end), ")）"))
		return false;
	m->style = STYLE_BRACKET;
	m->len = (size_t)(skip(q, end) - p);
	return true;
}

static bool counted(const char *p, const char *end, bool line_start, struct paste_mark *m)
{
	const char *q = skip_number(p, end, &m->number);
	if (q == p)
		return false;
	bool han = (*p & 0x80) != 0;
	int rune = peek(q, end);
	const char *keycap = rune == 0xFE0F ? skip(q, end) : q;
	if (peek(keycap, end) == 0x20E3) {
		m->style = STYLE_KEYCAP;
		m->len = (size_t)(skip(keycap, end) - p);
		return true;
	}
	const char *behind = skip(q, end);
	int after = peek(behind, end);
	bool mark = rune == 0x3001 || (is_one_of(rune, ".．") && !(after >= '0' && after <= '9')) ||
		    (!han && is_one_of(rune, ")）")) ||
		    (line_start && is_one_of(rune, "：:") && !(after >= '0' && after <= '9'));
	if (!mark)
		return false;
	m->style = han ? STYLE_HAN : STYLE_ARABIC;
	m->len = (size_t)(behind - p);
	return true;
}

static bool number_at(const char *p, const char *end, bool line_start, struct paste_mark *m)
{
	m->type = PASTE_NUMBER;
	return circled(p, end, m) || ordinal(p, end, line_start, m) || bracketed(p, end, m) ||
	       counted(p, end, line_start, m);
}

static bool bullet_at(const char *p, const char *end, struct paste_mark *m)
{
	static const char good[] = "✅✔✓☑👍🟢", bad[] = "❌✗✘✖👎🔴⚠❗";
	static const char plain[] = "•●○■□▪◆◇★☆▶►➤→⭐🌟🔹🔸👉💡📌🔥";
	int rune = peek(p, end);
	const char *q = skip(p, end);
	if (peek(q, end) == 0xFE0F)
		q = skip(q, end);
	int next = peek(q, end);
	m->type = PASTE_BULLET;
	m->style = rune;
	if (is_one_of(rune, good) || is_one_of(rune, bad)) {
		m->has_kind = true;
		m->kind = is_one_of(rune, good) ? EXPERIENCE : LESSON;
		m->style = STYLE_TICK;
	} else if (rune == '#') {
		const char *hashes = skip_word(p, end, "##");
		if (!hashes || !rune_is_space(peek(hashes, end)))
			return false;
		q = hashes;
	} else if (is_one_of(rune, "-*+–·")) {
		if (!rune_is_space(next) && (rune == '*' || rune == '+' || !rune_is_cjk(next)))
			return false;
	} else if (!is_one_of(rune, plain)) {
		return false;
	}
	m->len = (size_t)(q - p);
	return true;
}

static const struct {
	const char *word;
	enum kind kind;
	bool alone; /* a common word: a heading only on a line of its own, or in 【】 */
} names[] = {
	{ "经验教训", EXPERIENCE, true }, /* both: no heading of either; see below */
	{ "experiences", EXPERIENCE, false },
	{ "experience", EXPERIENCE, false },
	{ "what went well", EXPERIENCE, true },
	{ "lessons learned", LESSON, false },
	{ "lessons", LESSON, false },
	{ "lesson", LESSON, false },
	{ "成功经验", EXPERIENCE, false },
	{ "经验", EXPERIENCE, false },
	{ "經驗", EXPERIENCE, false },
	{ "做得好的", EXPERIENCE, false },
	{ "做的好的", EXPERIENCE, false },
	{ "做得好", EXPERIENCE, false },
	{ "亮点", EXPERIENCE, true },
	{ "心得", EXPERIENCE, true },
	{ "收获", EXPERIENCE, true },
	{ "教训", LESSON, false },
	{ "教訓", LESSON, false },
	{ "做得不好的", LESSON, false },
	{ "做的不好的", LESSON, false },
	{ "做得不好", LESSON, false },
	{ "做得不够的", LESSON, false },
	{ "没做好的", LESSON, false },
	{ "不足", LESSON, true },
	{ "失误", LESSON, true },
	{ "问题", LESSON, true },
	{ "待改进", LESSON, true },
	{ "反思", LESSON, true },
};

static const char *const before_name[] = { "本周", "这周", "上周", "今天", "今日", "我的", "主要",
	"工作", "三点", "两点", "一点", "几点", "三条", "两条", "几条", "3点", "2点", "3条", "2条",
	"的", " " };
static const char *const behind_name[] = { "总结", "分享", "如下", "方面", "的地方", "之处", "有",
	"三点", "两点", "几点", "一点", "三条", "两条", "3点", "2点", " " };

/* What decorates a heading: #, stars, brackets, emoji, a number. */
static const char *skip_decoration(const char *p, const char *end, bool *bracket)
{
	const char *was = NULL;
	for (int n = 0; was != p && n < MOST_DECORATIONS; n++) {
		was = p;
		struct paste_mark none = { 0 };
		p = skip_blanks(p, end);
		while (p < end && (*p == '#' || *p == '*'))
			p++;
		if (is_one_of(peek(p, end), "【[「『《")) {
			*bracket = true;
			p = skip(p, end);
		} else if (bullet_at(p, end, &none)) {
			p += none.len;
		} else if (number_at(p, end, true, &none)) {
			p += none.len;
		}
	}
	return p;
}

/* What may follow the name: words, a number, the closing bracket, a colon. */
static const char *heading_end(
	const char *p, const char *end, bool bracket, bool line_start, bool alone, int *number)
{
	p = skip_any(p, end, behind_name, COUNT(behind_name));
	struct paste_mark m = { 0 };
	if (bracketed(p, end, &m) || circled(p, end, &m)) {
		*number = m.number;
		p += m.len;
	} else {
		p = skip_number(p, end, number);
	}
	p = skip_blanks(p, end);
	bool closed = false, colon = false;
	for (int rune; (rune = peek(p, end)) && is_one_of(rune, "】]」』》*:：#");
		p = skip(p, end)) {
		closed |= bracket && is_one_of(rune, "】]」』》");
		colon |= rune == ':' || rune == 0xFF1A;
	}
	if (*number && !colon && is_one_of(peek(p, end), "、.．，,")) {
		p = skip(p, end);
		colon = true;
	}
	p = skip_blanks(p, end);
	bool own_line = line_start && p == end;
	return own_line || closed || (colon && !alone) ? p : NULL;
}

static bool heading_at(const char *p, const char *end, bool line_start, struct paste_mark *m)
{
	bool bracket = false;
	const char *q = line_start || is_one_of(peek(p, end), "【[")
				? skip_decoration(p, end, &bracket)
				: p;
	q = skip_any(q, end, before_name, COUNT(before_name));
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *behind = skip_word(q, end, names[i].word);
		if (!behind)
			continue;
		if (i == 0)
			return false;
		int number = 0;
		const char *stop =
			heading_end(behind, end, bracket, line_start, names[i].alone, &number);
		if (!stop)
			continue;
		*m = (struct paste_mark){ PASTE_HEADING, (size_t)(stop - p), number, 0, true,
			names[i].kind };
		return true;
	}
	return false;
}

bool paste_mark_at(const char *p, const char *end, bool line_start, struct paste_mark *m)
{
	*m = (struct paste_mark){ 0 };
	if (heading_at(p, end, line_start, m))
		return true;
	*m = (struct paste_mark){ 0 };
	if (!number_at(p, end, line_start, m)) {
		*m = (struct paste_mark){ 0 };
		if (!line_start || !bullet_at(p, end, m))
			return false;
	}
	m->len = (size_t)(skip_blanks(p + m->len, end) - p);
	return true;
}
