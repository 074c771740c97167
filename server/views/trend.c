#include "trend.h"

#include "base/list.h"
#include "week.h"

const struct trend_place trend_small = { 112, 28, 4 }, trend_large = { 560, 150, 8 };

struct trend_weeks trend_weeks_of(struct arena *a, struct week last, int count)
{
	struct trend_weeks list = { 0 };
	for (int i = count - 1; i >= 0; i--) {
		struct week w = { last.n - i };
		*LIST_ADD(a, &list) = (struct trend_week){ w, week_short(a, w) };
	}
	return list;
}

struct trend trend_empty(struct arena *a, const struct trend_weeks *weeks)
{
	struct trend t = { 0 };
	for (size_t i = 0; i < weeks->count; i++)
		*LIST_ADD(a, &t) = 0;
	return t;
}

void trend_add(struct trend *t, const struct trend_weeks *weeks, struct week week, int64_t n)
{
	for (size_t i = 0; i < weeks->count && i < t->count; i++)
		if (weeks->items[i].week.n == week.n) {
			t->items[i] += n;
			t->most = t->items[i] > t->most ? t->items[i] : t->most;
		}
}

static long x_of(const struct trend *t, struct trend_place p, size_t i)
{
	long room = p.width - 2 * p.margin;
	return p.margin + (t->count > 1 ? (long)i * room / (long)(t->count - 1) : room);
}

long trend_y(const struct trend *t, struct trend_place p, int64_t n)
{
	long room = p.height - 2 * p.margin;
	return p.height - p.margin - (t->most ? (long)(n * room / t->most) : 0);
}

static struct out corners(struct out *o, const struct trend *t, struct trend_place p)
{
	struct out s = out_new(o->arena);
	for (size_t i = 0; i < t->count; i++)
		out_format(
			&s, "%s%ld,%ld", i ? " " : "", x_of(t, p, i), trend_y(t, p, t->items[i]));
	return s;
}

const char *trend_points(struct out *o, const struct trend *t, struct trend_place p)
{
	struct out s = corners(o, t, p);
	return out_string(&s);
}

const char *trend_area(struct out *o, const struct trend *t, struct trend_place p)
{
	struct out s = corners(o, t, p);
	long floor = p.height - p.margin;
	out_format(&s, " %ld,%ld %ld,%ld", trend_end_x(t, p), floor, x_of(t, p, 0), floor);
	return out_string(&s);
}

long trend_end_x(const struct trend *t, struct trend_place p)
{
	return x_of(t, p, t->count ? t->count - 1 : 0);
}

long trend_end_y(const struct trend *t, struct trend_place p)
{
	return trend_y(t, p, t->count ? t->items[t->count - 1] : 0);
}

const char *trend_words(struct out *o, const struct trend *t)
{
	struct out s = out_new(o->arena);
	for (size_t i = 0; i < t->count; i++)
		out_format(&s, "%s%ld", i ? ", " : "", (long)t->items[i]);
	return out_string(&s);
}
