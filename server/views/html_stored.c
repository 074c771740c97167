#include "html_stored.h"

#include "doors/markdown.h"

struct safe html_stored(
	struct arena *a, const char *html, bool (*may_see)(void *ctx, long point), void *ctx)
{
	return markdown_cites_filter(a, (struct safe){ html }, may_see, ctx);
}
