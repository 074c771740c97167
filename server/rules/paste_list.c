#include "paste_list.h"

#include "base/text.h"
#include "rules/paste_scan.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

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
	int rune = paste_scan_peek(p, end);
	for (size_t i = 0; i < COUNT(rows); i++)
		if (rune >= rows[i].first && rune <= rows[i].last) {
			m->number = rune - rows[i].first + 1;
			m->style = STYLE_CIRCLE;
			m->len = (size_t)(paste_scan_skip(p, end) - p);
			return true;
		}
	return false;
}

static bool ordinal(const char *p, const char *end, bool line_start, struct paste_mark *m)
{
	const char *q = paste_scan_word(p, end, "第");
	const char *number = q ? paste_scan_number(q, end, &m->number) : NULL;
	if (!number || number == q)
		return false;
	const char *unit = paste_scan_word(number, end, "点");
	if (!unit)
		unit = paste_scan_word(number, end, "条");
	q = unit ? unit : number;
	bool mark = paste_scan_is_one_of(paste_scan_peek(q, end), "：:，,、");
	if (!mark && !(unit && line_start))
		return false;
	m->style = STYLE_ORDINAL;
	m->len = (size_t)((mark ? paste_scan_skip(q, end) : q) - p);
	return true;
}

static bool bracketed(const char *p, const char *end, struct paste_mark *m)
{
	if (!paste_scan_is_one_of(paste_scan_peek(p, end), "(（"))
		return false;
	const char *inside = paste_scan_skip(p, end),
		   *q = paste_scan_number(inside, end, &m->number);
	if (q == inside || !paste_scan_is_one_of(paste_scan_peek(q, end), ")）"))
		return false;
	m->style = STYLE_BRACKET;
	m->len = (size_t)(paste_scan_skip(q, end) - p);
	return true;
}

static bool counted(const char *p, const char *end, bool line_start, struct paste_mark *m)
{
	const char *q = paste_scan_number(p, end, &m->number);
	if (q == p)
		return false;
	bool han = (*p & 0x80) != 0;
	int rune = paste_scan_peek(q, end);
	const char *keycap = rune == 0xFE0F ? paste_scan_skip(q, end) : q;
	if (paste_scan_peek(keycap, end) == 0x20E3) {
		m->style = STYLE_KEYCAP;
		m->len = (size_t)(paste_scan_skip(keycap, end) - p);
		return true;
	}
	const char *behind = paste_scan_skip(q, end);
	int after = paste_scan_peek(behind, end);
	bool mark = rune == 0x3001 ||
		    (paste_scan_is_one_of(rune, ".．") && !(after >= '0' && after <= '9')) ||
		    (!han && paste_scan_is_one_of(rune, ")）")) ||
		    (line_start && paste_scan_is_one_of(rune, "：:") &&
			    !(after >= '0' && after <= '9'));
	if (!mark)
		return false;
	m->style = han ? STYLE_HAN : STYLE_ARABIC;
	m->len = (size_t)(behind - p);
	return true;
}

bool paste_list_closed(const char *p, const char *end, struct paste_mark *m)
{
	return circled(p, end, m) || bracketed(p, end, m);
}

bool paste_list_number(const char *p, const char *end, bool line_start, struct paste_mark *m)
{
	m->type = PASTE_NUMBER;
	return circled(p, end, m) || ordinal(p, end, line_start, m) || bracketed(p, end, m) ||
	       counted(p, end, line_start, m);
}

bool paste_list_bullet(const char *p, const char *end, struct paste_mark *m)
{
	static const char good[] = "✅✔✓☑👍🟢", bad[] = "❌✗✘✖👎🔴⚠❗";
	static const char plain[] = "•●○■□▪◆◇★☆▶►➤→⭐🌟🔹🔸👉💡📌🔥";
	int rune = paste_scan_peek(p, end);
	const char *q = paste_scan_skip(p, end);
	if (paste_scan_peek(q, end) == 0xFE0F)
		q = paste_scan_skip(q, end);
	int next = paste_scan_peek(q, end);
	m->type = PASTE_BULLET;
	m->style = rune;
	if (paste_scan_is_one_of(rune, good) || paste_scan_is_one_of(rune, bad)) {
		m->has_kind = true;
		m->kind = paste_scan_is_one_of(rune, good) ? EXPERIENCE : LESSON;
		m->style = STYLE_TICK;
	} else if (rune == '#') {
		const char *hashes = paste_scan_word(p, end, "##");
		if (!hashes || !rune_is_space(paste_scan_peek(hashes, end)))
			return false;
		q = hashes;
	} else if (paste_scan_is_one_of(rune, "-*+–·")) {
		if (!rune_is_space(next) && (rune == '*' || rune == '+' || !rune_is_cjk(next)))
			return false;
	} else if (!paste_scan_is_one_of(rune, plain)) {
		return false;
	}
	m->len = (size_t)(q - p);
	return true;
}
