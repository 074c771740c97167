/* The words of the daily e-mail, and of what is told at once. */
#include "base/list.h"
#include "base/text.h"
#include "html.h"
#include "mail.h"
#include "notice.h"

enum { LINES = 30, WORDS = 80 };

struct digest {
	struct work *w;
	const struct outbox_setup *setup;
	struct out text, html;
	int64_t count;
};

static void line(struct digest *d, const struct notice *n)
{
	struct arena *a = d->w->arena;
	const char *sentence = notice_sentence(a, n), *title = notice_title(a, n);
	const char *address =
		arena_format(a, "%s%s", d->setup->base_url, notice_open_url(a, n).address);
	const char *said = n->text && n->noun != NOTICE_SEARCH ? text_cut(a, n->text, WORDS) : NULL;
	out_format(&d->text, "· %s\n  %s\n", sentence, title);
	if (said)
		out_format(&d->text, "  %s\n", said);
	out_format(&d->text, "  %s\n\n", address);
	out_text(&d->html, "<li style=\"margin:0 0 16px\">");
	html_text(&d->html, sentence);
	out_format(
		&d->html, "<br><a href=\"%s\" style=\"color:#0b6066;font-weight:bold\">", address);
	html_text(&d->html, title);
	out_text(&d->html, "</a>");
	if (said) {
		out_text(&d->html, "<br><span style=\"color:#57605f\">");
		html_text(&d->html, said);
		out_text(&d->html, "</span>");
	}
	out_text(&d->html, "</li>\n");
	d->count++;
}

static struct digest begin(struct work *w, const struct outbox_setup *setup)
{
	struct digest d = {
		.w = w, .setup = setup, .text = out_new(w->arena), .html = out_new(w->arena)
	};
	out_format(&d.html,
		"<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"></head>"
		"<body style=\"font:16px/1.6 sans-serif;color:#1f2a2c;max-width:40em\">"
		"<ul style=\"padding:0;list-style:none\">\n",
		i18n_tag());
	return d;
}

static bool end(struct digest *d, struct outbox_letter *letter, const char *title, const char *path)
{
	if (!d->count)
		return false;
	letter->title = title;
	letter->address = arena_format(d->w->arena, "%s%s", d->setup->base_url, path);
	out_text(&d->html, "</ul>\n<p><a href=\"");
	html_text(&d->html, letter->address);
	out_text(&d->html, "\">");
	html_text(&d->html, _("All of it in the inbox"));
	out_text(&d->html, "</a></p>\n");
	letter->text = out_string(&d->text);
	letter->html = out_string(&d->html);
	return true;
}

bool digest_letter_make(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter)
{
	struct digest d = begin(w, setup);
	struct notices all = notice_list(w->db, w->who, (struct notice_place){ 0 }, NOTICE_COUNTED);
	int64_t more = 0;
	LIST_EACH (const struct notice, n, &all) {
		if (!n->unread || n->at < row->since || !notice_kind_words(n->kind)->mail)
			continue;
		if (d.count < LINES)
			line(&d, n);
		else
			more++;
	}
	if (more)
		out_format(&d.text, n_("And %ld more.\n", "And %ld more.\n", (unsigned long)more),
			(long)more);
	const char *title = arena_format(w->arena,
		n_("%ld thing you have not read yet", "%ld things you have not read yet",
			(unsigned long)(d.count + more)),
		(long)(d.count + more));
	return end(&d, letter, title, "/inbox");
}

/* Read meanwhile, or told again under another number: nothing is left to tell. */
bool notice_letter_make(struct work *w, const struct outbox_setup *setup,
	const struct outbox_row *row, struct outbox_letter *letter)
{
	struct digest d = begin(w, setup);
	const struct notice *n = notice_get(w->db, w->who, row->what_id);
	if (!n || !n->unread)
		return false;
	line(&d, n);
	return end(&d, letter, notice_sentence(w->arena, n), "/inbox");
}
