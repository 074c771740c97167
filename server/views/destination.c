#include "destination.h"

#include <string.h>

const char *destination_host(struct arena *a, const char *url)
{
	const char *host = strstr(url, "://");
	return host ? arena_copy(a, host + 3, strcspn(host + 3, "/?#")) : "";
}

static void moment(struct json_writer *j, const char *key, int64_t at)
{
	json_key(j, key);
	at ? json_number(j, at) : json_nothing(j);
}

void destination_json(struct json_writer *j, const struct destination_line *l)
{
	const struct destination *d = l->d;
	json_begin_object(j);
	json_key_number(j, "id", d->id);
	json_key_text(j, "kind", destination_kind_words(d->kind)->name);
	json_key_text(j, "name", d->name);
	json_key_text(j, "host", l->host);
	json_key_number(j, "unit", d->unit.n);
	json_key_text(j, "language", d->language);
	json_key_bool(j, "signs", d->secret != NULL);
	json_key_bool(j, "bulletins", d->bulletins);
	json_key_bool(j, "reminders", d->reminders);
	json_key_bool(j, "paused", d->paused);
	json_key_number(j, "queued", d->queued);
	json_key_number(j, "failed", d->failed);
	moment(j, "sent_at", d->sent_at);
	json_key_text(j, "error", d->error);
	json_end(j);
}
