/* floor BYTES: the same door and threads as the product, answering so many bytes and nothing else.
 * Prints its address. */
#include <stdio.h>
#include <unistd.h>
#include <stdlib.h>
#include <string.h>

#include "doors/http.h"

static void answer(void *page, const struct request *in, struct response *out)
{
	(void)in;
	response_header(out, "Content-Type", "text/html; charset=utf-8");
	out_text(&out->body, page);
}

int main(int argc, char **argv)
{
	size_t bytes = argc > 1 ? (size_t)atol(argv[1]) : 15000;
	char *page = malloc(bytes + 1);
	memset(page, 'x', bytes);
	page[bytes] = 0;
	const struct http_config config = {
		.listen = "127.0.0.1:0", .answer = answer, .app = page
	};
	const char *why;
	struct http *h = http_start(&config, &why);
	if (!h) {
		fprintf(stderr, "floor: %s\n", why);
		return 1;
	}
	printf("listening on http://%s\n", http_address(h));
	fflush(stdout);
	pause(); /* until a signal ends it */
	http_stop(h);
	free(page);
	return 0;
}
