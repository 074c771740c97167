/* mail_wish: which e-mail one wants, on the page of one's settings; and the page that ends it. */
#ifndef VIEWS_MAIL_WISH_H
#define VIEWS_MAIL_WISH_H

#include "chrome.h"
#include "mail.h"
#include "store/mail_wish.h"
#include "store/person.h"

struct mail_wish_view {
	const struct chrome *chrome;
	int hour, of_all;    /* store/mail_wish.h */
	bool at_once, on;    /* on: this server can send any */
	const char *address; /* NULL: none is known */
};

struct mail_leave_view {
	const struct chrome *chrome;
	const char *token;
	bool ended;
};

/* 0 to 23, for the list. */
struct mail_hours {
	const int *items;
	size_t count;
};
extern const struct mail_hours mail_hours;

const char *mail_wish_of_all(struct arena *a, const struct mail_wish_view *v);
const char *mail_wish_hour(struct arena *a, int hour);

#endif
