#include "robot.h"

#include <string.h>

#include "base/list.h"
#include "base/strings.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "doors/json.h"
#include "html.h"

const char *robot_sign_feishu(struct arena *a, const char *secret, int64_t seconds)
{
	const char *key = arena_format(a, "%lld\n%s", (long long)seconds, secret);
	return secret_sign(a, key, strlen(key), "", 0);
}

const char *robot_sign_dingtalk(struct arena *a, const char *secret, int64_t milliseconds)
{
	const char *text = arena_format(a, "%lld\n%s", (long long)milliseconds, secret);
	return secret_sign(a, secret, strlen(secret), text, strlen(text));
}

const char *robot_sign_webhook(
	struct arena *a, const char *secret, const char *id, int64_t seconds, const char *body)
{
	size_t len;
	const char *key = text_starts(secret, "whsec_") ? secret_bytes(a, secret + 6, &len) : NULL;
	if (!key)
		return NULL;
	const char *text = arena_format(a, "%s.%lld.%s", id, (long long)seconds, body);
	return arena_format(a, "v1,%s", secret_sign(a, key, len, text, strlen(text)));
}

/* What could be markup or a mention there is written with its full-width twin. */
static const char *harmless(struct arena *a, const char *s, bool markdown)
{
	static const char marks[] = "<>[]*`#!_~\\";
	static const char *const twins[] = { "＜", "＞", "［", "］", "＊", "｀", "＃", "！", "＿",
		"～", "＼" };
	struct out o = out_new(a);
	for (; *s; s++) {
		const char *at = strchr(marks, *s);
		if (at && (markdown || at < marks + 2))
			out_text(&o, twins[at - marks]);
		else
			out_char(&o, (unsigned char)*s < ' ' ? ' ' : *s);
	}
	return out_string(&o);
}

struct message {
	struct arena *arena;
	const char *title, *address;
	struct strings lines;
};

/* As many lines as fit into so many bytes, the last of them cut; without them the rest. */
static struct message read_message(
	struct arena *a, const struct outbox_letter *letter, size_t room, bool markdown)
{
	struct message m = { a, text_cut_bytes(a, harmless(a, letter->title, markdown), 240),
		letter->address, { 0 } };
	const char *s = letter->text ? letter->text : "";
	while (*s && room > 4) {
		size_t len = strcspn(s, "\n");
		const char *line = harmless(a, arena_copy(a, s, len), markdown);
		size_t bytes = strlen(line);
		*LIST_ADD(a, &m.lines) = text_cut_bytes(a, line, room);
		room = bytes < room ? room - bytes : 0;
		s += len + (s[len] != 0);
	}
	return m;
}

static void feishu(struct json_writer *j, const struct message *m, const char *secret, int64_t now)
{
	json_begin_object(j);
	if (secret) {
		json_key_text(j, "timestamp", arena_format(m->arena, "%lld", (long long)now));
		json_key_text(j, "sign", robot_sign_feishu(m->arena, secret, now));
	}
	json_key_text(j, "msg_type", "post");
	json_key_object(j, "content");
	json_key_object(j, "post");
	json_key_object(j, text_same(i18n_language(), "zh") ? "zh_cn" : "en_us");
	json_key_text(j, "title", m->title);
	json_key_array(j, "content");
	for (size_t i = 0; i < m->lines.count; i++) {
		json_begin_array(j);
		json_begin_object(j);
		json_key_text(j, "tag", "text");
		json_key_text(j, "text", m->lines.items[i]);
		json_end(j);
		json_end(j);
	}
	if (m->address) {
		json_begin_array(j);
		json_begin_object(j);
		json_key_text(j, "tag", "a");
		json_key_text(j, "text", _("Read it here"));
		json_key_text(j, "href", m->address);
		json_end(j);
		json_end(j);
	}
	for (int open = 5; open > 0; open--)
		json_end(j);
}

static const char *markdown_of(const struct message *m, const char *head, const char *between)
{
	struct out o = out_new(m->arena);
	out_format(&o, "%s%s", head, m->title);
	if (head[0] == '*')
		out_text(&o, "**");
	for (size_t i = 0; i < m->lines.count; i++)
		out_format(&o, "%s%s", between, m->lines.items[i]);
	if (m->address)
		out_format(&o, "%s[%s](%s)", between, _("Read it here"), m->address);
	return out_string(&o);
}

static void robot_markdown(
	struct json_writer *j, const struct message *m, const char *key, const char *text)
{
	json_begin_object(j);
	json_key_text(j, "msgtype", "markdown");
	json_key_object(j, "markdown");
	if (text_same(key, "text"))
		json_key_text(j, "title", m->title);
	json_key_text(j, key, text);
	json_end(j);
	json_end(j);
}

/* Written with so much room for its lines; what counts of it, in bytes. */
static size_t write(struct out *o, const struct destination *d, const struct outbox_letter *letter,
	int64_t now, size_t room)
{
	struct json_writer j = json_writer(o);
	struct message m = read_message(o->arena, letter, room, d->kind != DESTINATION_FEISHU);
	if (d->kind == DESTINATION_FEISHU) {
		feishu(&j, &m, d->secret, now);
	} else if (d->kind == DESTINATION_DINGTALK) {
		robot_markdown(&j, &m, "text", markdown_of(&m, "### ", "\n\n"));
	} else {
		const char *text = markdown_of(&m, "**", "\n");
		robot_markdown(&j, &m, "content", text);
		return strlen(text);
	}
	return o->len;
}

const char *robot_body(struct arena *a, const struct destination *d,
	const struct outbox_letter *letter, int64_t now)
{
	const size_t most = destination_kind_words(d->kind)->bytes;
	for (size_t room = most;;) {
		struct out o = out_new(a);
		size_t counted = write(&o, d, letter, now, room);
		if (counted <= most || !room)
			return out_string(&o);
		size_t over = counted - most;
		room = room > over ? room - over : 0;
	}
}

const char *robot_url(struct arena *a, const struct destination *d, int64_t now)
{
	if (d->kind != DESTINATION_DINGTALK || !d->secret)
		return d->url;
	struct out o = out_new(a);
	int64_t at = now * 1000;
	out_format(&o, "%s%ctimestamp=%lld&sign=", d->url, strchr(d->url, '?') ? '&' : '?',
		(long long)at);
	html_part(&o, robot_sign_dingtalk(a, d->secret, at));
	return out_string(&o);
}
