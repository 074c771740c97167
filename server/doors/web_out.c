#include "web_out.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <sys/socket.h>

#include "base/out.h"
#include "i18n.h"
#include "network.h"

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
	for (const char *const *h = w->headers; h && *h; h += 2)
		list = header(a, list, h[0], h[1]);
	return curl_slist_append(list, "Expect:");
}

/* The socket to exactly the address that is judged here. */
static curl_socket_t open_socket(void *p, curlsocktype purpose, struct curl_sockaddr *to)
{
	struct web_out *w = p;
	if (purpose != CURLSOCKTYPE_IPCXN || network_is_private(&to->addr)) {
		w->fault = WEB_OUT_PRIVATE;
		return CURL_SOCKET_BAD;
	}
	return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

static void guard(CURL *c, struct web_out *w)
{
	curl_easy_setopt(c, CURLOPT_PROXY, "");
	curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	curl_easy_setopt(c, CURLOPT_OPENSOCKETDATA, w);
}

static enum web_out_fault fault_of(CURLcode code)
{
	switch (code) {
	case CURLE_OK:
		return WEB_OUT_ANSWERED;
	case CURLE_UNSUPPORTED_PROTOCOL:
	case CURLE_URL_MALFORMAT:
		return WEB_OUT_ADDRESS;
	case CURLE_COULDNT_RESOLVE_HOST:
		return WEB_OUT_NAME;
	case CURLE_COULDNT_CONNECT:
		return WEB_OUT_CONNECT;
	case CURLE_OPERATION_TIMEDOUT:
		return WEB_OUT_TIME;
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CONNECT_ERROR:
		return WEB_OUT_CERTIFICATE;
	default:
		return WEB_OUT_OTHER;
	}
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
	curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, w->seconds ? (long)w->seconds : 30L);
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
	if (w->guarded)
		guard(c, w);
	w->fault = WEB_OUT_ANSWERED;
	CURLcode code = curl_easy_perform(c);
	if (w->fault == WEB_OUT_ANSWERED || code == CURLE_OK)
		w->fault = fault_of(code);
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
