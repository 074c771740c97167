#include "mail.h"

#include <string.h>

#include "base/mime.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/mail_out.h"
#include "rules/digest.h"
#include "rules/setting.h"
#include "store/person.h"

bool mail_is_on(const struct outbox_setup *setup)
{
	return setup->mail && setup->mail->url && setup->base_url;
}

/* NULL: they have no address any more, or one that no mail server takes. */
const void *mail_to(struct work *w, const struct outbox_row *row)
{
	const struct person *p = person_get_any(w->db, row->person);
	if (!p || !p->email || !mime_address_ok(p->email))
		return NULL;
	const char *organisation = setting_text(w->db, "organisation");
	struct mail_to *to = ARENA_NEW(w->arena, struct mail_to);
	*to = (struct mail_to){ p->email, p->name,
		*organisation ? arena_format(w->arena, "%s · %s", _("Tributary"), organisation)
			      : _("Tributary"),
		i18n_language() };
	return to;
}

static const char *leave_of(struct outbox_try *try)
{
	return arena_format(try->arena, "%s/mail/leave/%s", try->setup->base_url,
		digest_leave_token(try->arena, try->setup->key, try->row->person));
}

/* The host of our address: Message-ID's right side. */
static const char *host_of(struct arena *a, const char *base)
{
	const char *host = strstr(base, "://");
	host = host ? host + 3 : base;
	return arena_copy(a, host, strcspn(host, ":/"));
}

static const char *with_lines(const char *text, struct arena *a)
{
	struct out o = out_new(a);
	for (; *text; text++)
		if (*text == '\n')
			out_text(&o, "\r\n");
		else if (*text != '\r')
			out_char(&o, *text);
	return out_string(&o);
}

const char *mail_bytes(struct outbox_try *try, size_t *len)
{
	struct arena *a = try->arena;
	const struct outbox_letter *l = try->letter;
	const struct mail_to *to = try->to;
	const char *leave = leave_of(try);
	i18n_use(to->language);
	const char *text = arena_format(a, "%s\n\n%s\n\n-- \n%s\n%s\n", l->text,
		l->address ? l->address : try->setup->base_url, _("No more e-mail from here:"),
		leave);
	const struct mime_mail m = { .from_name = to->from_name,
		.from = try->setup->mail->from,
		.to_name = to->name,
		.to = to->address,
		.subject = l->title,
		.id = arena_format(a, "%s@%s", try->row->key, host_of(a, try->setup->base_url)),
		.leave = leave,
		.text = with_lines(text, a),
		.html = l->html ? arena_format(a, "%s<p><a href=\"%s\">%s</a></p></body></html>\n",
					  l->html, leave, _("No more e-mail from here"))
				: NULL,
		.at = try->now };
	struct out o = out_new(a);
	mime_write(&o, &m);
	*len = o.len;
	return out_string(&o);
}

enum outbox_result mail_send(struct outbox_try *try)
{
	static const enum outbox_result results[] = { [MAIL_TAKEN] = OUTBOX_SENT,
		[MAIL_LATER] = OUTBOX_AGAIN,
		[MAIL_REFUSED] = OUTBOX_NEVER,
		[MAIL_AWAY] = OUTBOX_AWAY };
	const struct mail_to *to = try->to;
	size_t len;
	const char *bytes = mail_bytes(try, &len);
	return results[mail_out(try->arena, try->setup->mail, to->address, bytes, len, &try->why)];
}
