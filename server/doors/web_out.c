#include "web_out.h"

#include <curl/curl.h>
#include <stdlib.h>

#include "base/out.h"
#include "i18n.h"

static size_t receive(char *bytes, size_t size, size_t n, void *to)
{
	struct out *o = to;
	if (o->len + size * n > WEB_OUT_ANSWER_MAX)
		return 0;
	out_bytes(o, bytes, size * n);
	return size * n;
}

/* value NULL adds nothing. */
static struct curl_slist *header(
	struct arena *a, struct curl_slist *list, const char *name, const char *value)
{
	return value ? curl_slist_append(list, arena_format(a, "%s: %s", name, value)) : list;
}

static struct curl_slist *headers(struct arena *a, const struct web_out *w)
{
	const char *bearer = w->token ? arena_format(a, "Bearer %s", w->token) : NULL;
	struct curl_slist *list = header(a, NULL, "Authorization", bearer);
	list = header(a, list, "Content-Type", w->type);
	list = header(a, list, "Accept-Language", w->language);
	list = header(a, list, "Idempotency-Key", w->key);
	return curl_slist_append(list, "Expect:");
}

static void prepare(CURL *c, const struct web_out *w, struct curl_slist *list, struct out *answer)
{
	curl_easy_setopt(c, CURLOPT_URL, w->url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_CUSTOMREQUEST, w->method);
	curl_easy_setopt(c, CURLOPT_POSTFIELDS, w->body);
	curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)w->len);
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, list);
	curl_easy_setopt(c, CURLOPT_USERAGENT, "tributary");
	curl_easy_setopt(c, CURLOPT_TIMEOUT, 30L);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, receive);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, answer);
}

bool web_out_ask(struct arena *a, struct web_out *w, const char **why)
{
	CURL *c = curl_easy_init();
	if (!c)
		abort();
	struct curl_slist *list = headers(a, w);
	struct out answer = out_new(a);
	prepare(c, w, list, &answer);
	CURLcode code = curl_easy_perform(c);
	long status = 0;
	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &status);
	curl_slist_free_all(list);
	curl_easy_cleanup(c);
	w->status = (int)status;
	w->answer = out_string(&answer);
	w->answer_len = answer.len;
	if (code != CURLE_OK)
		*why = arena_format(
			a, _("%s did not answer: %s"), w->url, curl_easy_strerror(code));
	return code == CURLE_OK;
}
