#include "mail_out.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "base/mime.h"
#include "base/text.h"
#include "i18n.h"

enum { SECONDS = 30 };

static const char *said(const char *name)
{
	const char *value = getenv(name);
	return value && *value ? value : NULL;
}

bool mail_server_read(struct arena *a, struct mail_server *s, const char **why)
{
	*s = (struct mail_server){ .url = said("TRIBUTARY_SMTP_URL"),
		.user = said("TRIBUTARY_SMTP_USER"),
		.password = said("TRIBUTARY_SMTP_PASSWORD"),
		.from = said("TRIBUTARY_SMTP_FROM") };
	const char *tls = said("TRIBUTARY_SMTP_TLS");
	if (!s->url)
		return true;
	if (tls && !text_same(tls, "off"))
		*why = arena_format(a, _("%s is \"off\", or not set"), "TRIBUTARY_SMTP_TLS");
	else if (!text_starts(s->url, "smtp://") && !text_starts(s->url, "smtps://"))
		*why = arena_format(
			a, _("%s begins with smtp:// or smtps://"), "TRIBUTARY_SMTP_URL");
	else if (!s->from || !mime_address_ok(s->from))
		*why = arena_format(
			a, _("%s is the address that mail comes from"), "TRIBUTARY_SMTP_FROM");
	else if (!s->user != !s->password)
		*why = arena_format(a, _("%s and %s are set together, or neither"),
			"TRIBUTARY_SMTP_USER", "TRIBUTARY_SMTP_PASSWORD");
	else {
		s->plain = tls != NULL;
		return true;
	}
	return false;
}

struct letter {
	const char *bytes;
	size_t len;
};

static size_t give(char *to, size_t size, size_t n, void *p)
{
	struct letter *l = p;
	size_t some = l->len < size * n ? l->len : size * n;
	memcpy(to, l->bytes, some);
	l->bytes += some;
	l->len -= some;
	return some;
}

/* code: curl's; said: the server's last. Refused for good is only what it said of this mail. */
static enum mail_result judge(CURLcode code, long said_code)
{
	bool of_this = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR ||
		       code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_SEND_FAIL_REWIND;
	if (code == CURLE_OK)
		return MAIL_TAKEN;
	if (of_this && said_code >= 500 && said_code < 600)
		return MAIL_REFUSED;
	if (of_this && said_code >= 400 && said_code < 500 && said_code != 421)
		return MAIL_LATER;
	return MAIL_AWAY;
}

static void prepare(CURL *c, const struct mail_server *s, const char *from, struct curl_slist *to,
	struct letter *l)
{
	curl_easy_setopt(c, CURLOPT_URL, s->url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(
		c, CURLOPT_USE_SSL, s->plain ? (long)CURLUSESSL_TRY : (long)CURLUSESSL_ALL);
	curl_easy_setopt(c, CURLOPT_PROXY, "");
	if (s->user) {
		curl_easy_setopt(c, CURLOPT_USERNAME, s->user);
		curl_easy_setopt(c, CURLOPT_PASSWORD, s->password);
	}
	curl_easy_setopt(c, CURLOPT_MAIL_FROM, from);
	curl_easy_setopt(c, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(c, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(c, CURLOPT_READDATA, l);
	curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)SECONDS);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
}

enum mail_result mail_out(struct arena *a, const struct mail_server *s, const char *to,
	const char *bytes, size_t len, const char **why)
{
	CURL *c = curl_easy_init();
	if (!c)
		abort();
	struct letter l = { bytes, len };
	struct curl_slist *list = curl_slist_append(NULL, arena_format(a, "<%s>", to));
	prepare(c, s, arena_format(a, "<%s>", s->from), list, &l);
	CURLcode code = curl_easy_perform(c);
	long said_code = 0;
	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &said_code);
	curl_slist_free_all(list);
	curl_easy_cleanup(c);
	enum mail_result result = judge(code, said_code);
	if (result == MAIL_LATER || result == MAIL_REFUSED)
		*why = arena_format(a, _("The mail server refused it: %ld"), said_code);
	else if (result == MAIL_AWAY)
		*why = arena_format(a, _("The mail server: %s"), curl_easy_strerror(code));
	return result;
}
