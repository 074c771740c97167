#include "postings.h"

#include <string.h>

#include "list.h"

/* Big end first, seven bits a byte, the ninth byte whole. Never reads more than 9 bytes. */
static const uint8_t *read_long(const uint8_t *p, uint64_t *n)
{
	uint64_t sum = 0;
	for (int i = 0; i < 8; i++) {
		sum = sum << 7 | (*p & 0x7F);
		if (!(*p++ & 0x80)) {
			*n = sum;
			return p;
		}
	}
	*n = sum << 8 | *p;
	return p + 1;
}

static inline const uint8_t *read_number(const uint8_t *p, uint64_t *n)
{
	if (!(p[0] & 0x80)) {
		*n = p[0];
		return p + 1;
	}
	if (!(p[1] & 0x80)) {
		*n = (uint64_t)(p[0] & 0x7F) << 7 | p[1];
		return p + 2;
	}
	return read_long(p, n);
}

bool postings_segments(
	struct arena *a, const uint8_t *bytes, size_t len, struct posting_segments *all)
{
	enum { COOKIE = 4, MOST = 2000 };
	uint64_t levels, segments, n;
	const uint8_t *p = bytes + COOKIE, *end = bytes + len;
	if (len < COOKIE + 3 || p[0] == 0xFF) /* a later format begins so */
		return false;
	p = read_number(p, &levels);
	p = read_number(p, &segments);
	p = read_number(p, &n); /* writes so far */
	if (levels > MOST || segments > MOST)
		return false;
	for (uint64_t level = 0; level < levels; level++) {
		if (p >= end)
			return false;
		p = read_number(p, &n); /* being merged */
		p = read_number(p, &n);
		if (n > segments)
			return false;
		size_t before = all->count;
		for (uint64_t i = 0; i < n; i++) {
			uint64_t id, first, last;
			if (p >= end)
				return false;
			p = read_number(read_number(read_number(p, &id), &first), &last);
			struct posting_segment *s = LIST_ADD(a, all);
			*s = (struct posting_segment){ (int64_t)id, (int64_t)first, (int64_t)last };
		}
		for (size_t i = before, k = all->count; i + 1 < k; i++) { /* the last is newest */
			struct posting_segment s = all->items[i];
			all->items[i] = all->items[--k];
			all->items[k] = s;
		}
	}
	return p <= end && all->count == segments;
}

bool postings_page(const uint8_t *bytes, size_t len, struct posting_page *p)
{
	uint64_t n;
	if (len < 4 || len > POSTINGS_PAGE)
		return false;
	*p = (struct posting_page){ .bytes = bytes,
		.end = (size_t)bytes[2] << 8 | bytes[3],
		.len = len,
		.first = (size_t)bytes[0] << 8 | bytes[1] };
	p->term = p->end;
	if (p->end < 4 || p->end > len)
		return false;
	if (p->end < len) {
		read_number(bytes + p->end, &n);
		p->term = n < p->end ? (size_t)n : 0;
	}
	return p->term >= 4 && (!p->first || (p->first >= 4 && p->first < p->term));
}

static bool bad(struct posting_terms *t)
{
	t->bad = true;
	return false;
}

bool postings_next_term(struct posting_terms *t)
{
	const struct posting_page *page = t->page;
	uint64_t shared = 0, n;
	if (!t->begun) {
		t->next = page->term;
		t->index = (size_t)(read_number(page->bytes + page->end, &n) - page->bytes);
	} else if (t->last) {
		return false;
	}
	if (t->next >= page->end)
		return false;
	const uint8_t *p = page->bytes + t->next, *end = page->bytes + page->end;
	if (t->begun)
		p = read_number(p, &shared);
	if (p >= end || shared > t->len)
		return bad(t);
	p = read_number(p, &n);
	if (p >= end || n > (uint64_t)(end - p) || shared + n > POSTINGS_TERM)
		return bad(t);
	memcpy(t->text + shared, p, n);
	t->len = (size_t)(shared + n);
	t->rows = (size_t)(p + n - page->bytes);
	t->begun = true;
	t->last = t->index >= page->len;
	t->end = page->end;
	if (!t->last) {
		t->index = (size_t)(read_number(page->bytes + t->index, &n) - page->bytes);
		if (n > page->end - t->next || t->next + n <= t->rows || t->next + n >= page->end)
			return bad(t);
		t->next += (size_t)n;
		t->end = t->next;
	}
	return true;
}

bool postings_rows(
	const struct posting_page *page, size_t from, size_t to, struct posting_rows *rows)
{
	const uint8_t *p = page->bytes + from, *end = page->bytes + to;
	uint64_t row = 0, n;
	size_t count = 0;
	while (p < end && count < rows->room) {
		p = read_number(p, &n);
		if (p >= end || (count && !n))
			return false;
		row += n;
		p = read_number(p, &n);
		if (p > end || n > UINT32_MAX)
			return false;
		rows->row[count] = (int64_t)row;
		rows->at[count] = (uint16_t)(p - page->bytes);
		rows->size[count++] = (uint32_t)n;
		if (n / 2 > (uint64_t)(end - p))
			break; /* the rest is on the next page */
		p += n / 2;
	}
	rows->count = count;
	return count > 0;
}

bool postings_leaves(
	struct arena *a, const uint8_t *bytes, size_t len, struct posting_leaves *leaves)
{
	const uint8_t *p = bytes + 1, *end = bytes + len;
	uint64_t page, row, n;
	if (len < 3)
		return false;
	p = read_number(p, &page);
	p = read_number(p, &row);
	if (p > end)
		return false;
	*LIST_ADD(a, leaves) = (struct posting_leaf){ (int64_t)page, (int64_t)row };
	while (p < end) {
		p = read_number(p, &n);
		page++;
		row += n;
		if (n)
			*LIST_ADD(a, leaves) = (struct posting_leaf){ (int64_t)page, (int64_t)row };
	}
	return p == end;
}

bool postings_next_place(struct posting_places *x)
{
	uint64_t n;
	if (x->p >= x->end)
		return false;
	x->p = read_number(x->p, &n);
	if (n == 1) {
		x->p = read_number(x->p, &n);
		x->at = (int64_t)((n & 0x7FFFFFFF) << 32);
		x->p = read_number(x->p, &n);
	}
	if (n < 2 || x->p > x->end)
		return false;
	x->at = (x->at & (int64_t)0x7FFFFFFF << 32) + ((x->at + (int64_t)(n - 2)) & 0x7FFFFFFF);
	return true;
}

void postings_count(const struct posting_places *x, int counts[4])
{
	uint64_t column = 0;
	for (const uint8_t *p = x->p; p < x->end; p++) {
		if (*p == 1) {
			p = read_number(p + 1, &column);
			if (p >= x->end)
				return;
		}
		while (*p & 0x80 && p < x->end)
			p++;
		counts[column & 3]++;
	}
}
