#include "mime.h"

#include <stdint.h>
#include <string.h>

#include "clock.h"
#include "text.h"

enum { LINE = 76, WORD_BYTES = 42 /* of an encoded word: 56 characters and its frame */ };

void mime_base64(struct out *o, const char *bytes, size_t len, size_t line)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *b = (const unsigned char *)bytes;
	for (size_t i = 0, column = 0; i < len; i += 3) {
		size_t n = len - i < 3 ? len - i : 3;
		uint32_t v = (uint32_t)b[i] << 16 | (n > 1 ? (uint32_t)b[i + 1] << 8 : 0) |
			     (n > 2 ? b[i + 2] : 0);
		if (line && column == line) {
			out_text(o, "\r\n");
			column = 0;
		}
		for (size_t k = 0; k < 4; k++)
			out_char(o, k <= n ? digits[v >> (18 - 6 * k) & 63] : '=');
		column += 4;
	}
}

static bool is_plain(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s < ' ' || (unsigned char)*s > '~')
			return false;
	return true;
}

/* Bytes of whole characters, at most so many. */
static size_t some_of(const char *s, size_t most)
{
	size_t len = strlen(s);
	if (len <= most)
		return len;
	while (most > 1 && ((unsigned char)s[most] & 0xC0) == 0x80)
		most--;
	return most;
}

void mime_words(struct out *o, const char *text, size_t column)
{
	if (is_plain(text) && column + strlen(text) <= LINE && !strstr(text, "=?")) {
		out_text(o, text);
		return;
	}
	char *clean = arena_string(o->arena, text);
	for (char *c = clean; *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7F)
			*c = ' ';
	for (size_t n; *clean; clean += n) {
		n = some_of(clean, WORD_BYTES);
		out_text(o, "=?UTF-8?B?");
		mime_base64(o, clean, n, 0);
		out_text(o, clean[n] ? "?=\r\n " : "?=");
	}
}

bool mime_address_ok(const char *address)
{
	static const char extra[] = "!#$%&'*+-/=?^_`{|}~.@";
	size_t len = strlen(address), host = 0;
	for (size_t i = 0; i < len; i++) {
		char c = address[i];
		bool letter =
			(c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
		if (!letter && !strchr(extra, c))
			return false;
		if (c == '@' && (host || i == 0))
			return false;
		if (c == '@')
			host = i + 1;
	}
	return host && host < len && len <= 254;
}

static void field(struct out *o, const char *name, const char *value)
{
	out_format(o, "%s: ", name);
	mime_words(o, value, strlen(name) + 2);
	out_text(o, "\r\n");
}

/* A name that is plain is still encoded: no commas, quotes or brackets to think of. */
static void mailbox(struct out *o, const char *field_name, const char *name, const char *address)
{
	out_format(o, "%s: ", field_name);
	if (name && *name) {
		mime_words(o, arena_format(o->arena, "%s", name), is_plain(name) ? LINE : 0);
		out_text(o, "\r\n ");
	}
	out_format(o, "<%s>\r\n", address);
}

static void date(struct out *o, int64_t at)
{
	static const char days[] = "MonTueWedThuFriSatSun",
			  months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	struct local l = zone_local(NULL, at);
	out_format(o, "Date: %.3s, %d %.3s %d %02d:%02d:%02d +0000\r\n", days + 3 * (l.weekday - 1),
		l.day, months + 3 * (l.month - 1), l.year, l.hour, l.minute, l.second);
}

static void part(struct out *o, const char *type, const char *body)
{
	out_format(o,
		"Content-Type: text/%s; charset=utf-8\r\n"
		"Content-Transfer-Encoding: base64\r\n\r\n",
		type);
	mime_base64(o, body, strlen(body), LINE);
	out_text(o, "\r\n");
}

void mime_write(struct out *o, const struct mime_mail *m)
{
	date(o, m->at);
	mailbox(o, "From", m->from_name, m->from);
	mailbox(o, "To", m->to_name, m->to);
	field(o, "Subject", m->subject);
	out_format(o, "Message-ID: <%s>\r\nMIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n",
		m->id);
	if (m->leave)
		out_format(o,
			"List-Unsubscribe: <%s>\r\n"
			"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
			m->leave);
	if (!m->html) {
		part(o, "plain", m->text);
		return;
	}
	out_text(o, "Content-Type: multipart/alternative; boundary=\"=_part\"\r\n\r\n--=_part\r\n");
	part(o, "plain", m->text); /* base64 has no = at the begin of a line: no text ends a part */
	out_text(o, "--=_part\r\n");
	part(o, "html", m->html);
	out_text(o, "--=_part--\r\n");
}
