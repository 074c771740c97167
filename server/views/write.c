#include "write.h"

#include "base/embedded.h"
#include "base/text.h"
#include "doors/markdown.h"

struct safe write_example(struct arena *a)
{
	const struct embedded *e = embedded_find(
		text_same(i18n_language(), "zh") ? "sample/example.zh.md" : "sample/example.en.md");
	return markdown_html(a, e ? (const char *)e->data : "", NULL);
}

struct safe write_body(struct arena *a, const char *body)
{
	return reflection_body_html(a, body);
}
