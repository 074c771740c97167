#include "mail_wish.h"

#include "doors/i18n.h"

static const int hours[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
	20, 21, 22, 23 };
const struct mail_hours mail_hours = { hours, sizeof hours / sizeof *hours };

const char *mail_wish_hour(struct arena *a, int hour)
{
	return arena_format(a, _("at %02d:00"), hour);
}

const char *mail_wish_of_all(struct arena *a, const struct mail_wish_view *v)
{
	return v->of_all == MAIL_NEVER
		       ? _("As everybody here: none")
		       : arena_format(a, _("As everybody here: at %02d:00"), v->of_all);
}
